import { Worker } from 'node:worker_threads';
import type { Judged, Part, PartOf, RecordFile } from '../project/part.ts';
import { HAND } from './hand.ts';
import { Member } from './member.ts';
import { type AllRead, type HasJudged, type HasRead, revived, type Task } from './messages.ts';
import { type Counted, counted, newCounts } from './tickets.ts';

/**
 * Threads that read and judge a large project together: this one and its hands. Each reads files, all tell each other what they have read, each
 * judges files. Whoever is faster does more.
 */
export class Crew {
  private readonly counts = newCounts();
  private readonly hands: readonly Hand[];
  private readonly self: Member;
  /** What each thread has read, this one first. */
  private all: readonly HasRead[] = [];
  private files: readonly string[] = [];

  /** Starts `hands` threads beside this one. */
  constructor(of: PartOf, files: readonly RecordFile[], hands: number) {
    const task: Task = { of, files, counts: this.counts };
    this.hands = Array.from({ length: hands }, () => new Hand(task));
    this.self = new Member(task);
  }

  /** What this thread knows of the project. */
  get part(): Part {
    return this.self.part;
  }

  /** How many files were read or judged so far, by all threads. */
  done(what: Counted): number {
    return counted(this.counts, what);
  }

  /** Reads this thread's share; yields after each file. */
  read(): Iterable<void> {
    return this.self.read();
  }

  /** The URIs of all files whose findings are reported, once every thread has read its share and been told of the others'. */
  async wanted(): Promise<readonly string[]> {
    this.all = [await this.self.hasRead(), ...(await Promise.all(this.hands.map((hand) => hand.read)))];
    this.files = this.all.flatMap(({ wanted }) => wanted);
    for (const [i, hand] of this.hands.entries()) hand.tell(this.allBut(i + 1));
    return this.files;
  }

  /** What is found in these files; after `wanted`. First what this thread finds. */
  async *judged(): AsyncIterable<Judged> {
    yield* this.self.judge(this.allBut(0));
    for (const hand of this.hands) yield* (await hand.judged).judged.map(revived);
  }

  private allBut(own: number): AllRead {
    return { others: this.all.filter((_, i) => i !== own), wanted: this.files };
  }

  /** What could not be read or judged, told by all threads; after `judged`, sorted. */
  async problems(): Promise<readonly string[]> {
    const judged = await Promise.all(this.hands.map((hand) => hand.judged));
    return [...this.self.problems, ...[...this.all, ...judged].flatMap(({ problems }) => problems)].sort();
  }
}

type Said = HasRead | HasJudged;

/** One thread beside this one. What it says is kept until it is asked for; it ends by itself. */
class Hand {
  readonly read: Promise<HasRead>;
  readonly judged: Promise<HasJudged>;
  private readonly worker: Worker;

  constructor(task: Task) {
    this.worker = new Worker(HAND, { workerData: { agreementHand: task } });
    this.read = this.said('read');
    this.judged = this.said('judged');
  }

  /** Tells it what all have read. */
  tell(read: AllRead): void {
    this.worker.postMessage(read);
  }

  private said<Is extends Said['is']>(is: Is): Promise<Extract<Said, { readonly is: Is }>> {
    const heard = new Promise<Extract<Said, { readonly is: Is }>>((resolve, reject) => {
      this.worker.on('message', (said: Said) => {
        if (said.is === is) resolve(said as Extract<Said, { readonly is: Is }>);
      });
      this.worker.on('error', reject);
    });
    // Whoever asks is told of an error; nobody may be asking yet.
    heard.catch(() => undefined);
    return heard;
  }
}
