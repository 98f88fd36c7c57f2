/**
 * The strongly connected parts of a directed graph, as far as it is reached from some nodes: two nodes have the same number where each is
 * reached from the other. Tarjan's algorithm with a stack of its own, so that a chain of any length is walked; each node is asked for the
 * nodes behind it once.
 */
export function circles<N>(from: Iterable<N>, next: (node: N) => readonly N[]): ReadonlyMap<N, number> {
  const walk = new Walk(next);
  for (const node of from) walk.from(node);
  return walk.part;
}

/** Whether a circle is reached from some nodes: nearly never, and it takes less to see than which nodes are in it. */
export function hasCircle<N>(from: Iterable<N>, next: (node: N) => readonly N[]): boolean {
  /** False while what lies behind the node is still being looked at. */
  const done = new Map<N, boolean>();
  const way: Step<N>[] = [];
  const enter = (node: N): void => {
    const behind = next(node);
    done.set(node, behind.length === 0);
    if (behind.length > 0) way.push({ node, behind, seen: 0 });
  };
  for (const start of from) {
    if (!done.has(start)) enter(start);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const other = step.behind[step.seen++];
      const known = other === undefined ? undefined : done.get(other);
      if (other === undefined) done.set((way.pop() as Step<N>).node, true);
      else if (known === undefined) enter(other);
      else if (!known) return true;
    }
  }
  return false;
}

/** A node on the way, with what lies behind it and how much of that has been looked at. */
interface Step<N> {
  readonly node: N;
  readonly behind: readonly N[];
  seen: number;
}

class Walk<N> {
  readonly part = new Map<N, number>();
  private readonly found = new Map<N, number>();
  private readonly lowest = new Map<N, number>();
  private readonly open: N[] = [];
  private readonly way: Step<N>[] = [];
  private readonly next: (node: N) => readonly N[];

  constructor(next: (node: N) => readonly N[]) {
    this.next = next;
  }

  from(node: N): void {
    if (this.found.has(node)) return;
    this.enter(node);
    for (let step = this.way.at(-1); step; step = this.way.at(-1)) this.go(step);
  }

  private enter(node: N): void {
    const number = this.found.size;
    this.found.set(node, number);
    this.lowest.set(node, number);
    this.open.push(node);
    this.way.push({ node, behind: this.next(node), seen: 0 });
  }

  private go(step: Step<N>): void {
    const other = step.behind[step.seen++];
    if (other === undefined) this.leave(step.node);
    else if (!this.found.has(other)) this.enter(other);
    else if (!this.part.has(other)) this.lower(step.node, this.found.get(other) as number);
  }

  private leave(node: N): void {
    this.way.pop();
    const lowest = this.lowest.get(node) as number;
    const before = this.way.at(-1);
    if (before) this.lower(before.node, lowest);
    if (lowest !== this.found.get(node)) return;
    for (let member = this.open.pop(); member !== undefined; member = this.open.pop()) {
      this.part.set(member, lowest);
      if (member === node) return;
    }
  }

  private lower(node: N, number: number): void {
    if (number < (this.lowest.get(node) as number)) this.lowest.set(node, number);
  }
}

/** A shortest way from one node to another, both included, over nodes that `within` allows; undefined where there is none. */
export function shortestWay<N>(
  start: N,
  end: N,
  next: (node: N) => readonly N[],
  within: (node: N) => boolean,
): readonly N[] | undefined {
  const before = new Map<N, N | undefined>([[start, undefined]]);
  const queue = [start];
  for (const node of queue) {
    if (node === end) return wayTo(node, before);
    for (const other of next(node)) {
      if (before.has(other) || !within(other)) continue;
      before.set(other, node);
      queue.push(other);
    }
  }
  return undefined;
}

function wayTo<N>(end: N, before: ReadonlyMap<N, N | undefined>): readonly N[] {
  const way: N[] = [];
  for (let node: N | undefined = end; node !== undefined; node = before.get(node)) way.push(node);
  return way.reverse();
}
