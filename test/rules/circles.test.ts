import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '../../language/rules/index.ts';
import { circles, shortestWay } from '../../language/rules/shared/circles.ts';
import { findingsOf, projectOfTexts } from '../support/marked.ts';

/** Longer than any stack of calls would bear. */
const LONG = 12_000;

/** Every other rule is off: this is about one. */
const settings = Object.fromEntries(
  RULES.map(({ code }) => [code, code === 'cyclic-order' ? 'error' : 'off'] as const),
);

test('a chain of any length is walked, and its closing makes one circle', () => {
  const chain = Array.from(
    { length: LONG },
    (_, i) => `agreement A${i} : Cooperation { between US and BR follows A${i + 1} }`,
  );
  const last = (follows: string): string => `agreement A${LONG} : Cooperation { between US and BR ${follows} }`;
  for (const [end, found] of [
    [last(''), 0],
    [last('follows A0'), LONG + 1],
  ] as const) {
    const text = [...chain, end].join('\n');
    const files = [{ name: 'a.agreement', text, marks: [] }];
    const project = projectOfTexts(new Map([['a.agreement', text]]), { settings });
    const findings = findingsOf({ project, files }, 'cyclic-order');
    expect(findings.length).toBe(found);
    expect(findings[0]?.message.length ?? 0).toBeLessThan(300);
  }
});

/** A random graph: for each of its nodes the nodes behind it. */
const graph = fc.integer({ min: 1, max: 7 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  return fc.array(fc.array(node, { maxLength: 3 }), { minLength: size, maxLength: size });
});

test('two nodes are in one part where each is reached from the other', () => {
  fc.assert(
    fc.property(graph, (behind) => {
      const next = (node: number): readonly number[] => behind[node] ?? [];
      const part = circles(behind.keys(), next);
      const reaches = (a: number, b: number): boolean => shortestWay(a, b, next, () => true) !== undefined;
      for (const a of behind.keys()) {
        for (const b of behind.keys()) expect(part.get(a) === part.get(b)).toBe(reaches(a, b) && reaches(b, a));
      }
    }),
  );
});

test('a shortest way follows the graph and is as short as any', () => {
  fc.assert(
    fc.property(graph, (behind) => {
      const next = (node: number): readonly number[] => behind[node] ?? [];
      const way = shortestWay(0, behind.length - 1, next, () => true);
      for (const [i, node] of (way ?? []).slice(0, -1).entries()) expect(next(node)).toContain(way?.[i + 1]);
      expect(way?.length).toBe(levelOf(behind.length - 1, next));
    }),
  );
});

/** In how many steps from node 0 a node is reached, 0 itself being the first; undefined where it is not. */
function levelOf(wanted: number, next: (node: number) => readonly number[]): number | undefined {
  let level = new Set([0]);
  for (let steps = 1; steps <= 8; steps++) {
    if (level.has(wanted)) return steps;
    level = new Set([...level].flatMap(next));
  }
  return undefined;
}
