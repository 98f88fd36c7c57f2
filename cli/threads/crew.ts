import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Snapshot } from '../../language/snapshot.ts';
import type { Judged, PartOf } from '../project/part.ts';
import type { Reading } from '../project/read.ts';
import type { Sorted } from '../project/sorted.ts';
import type { FileTexts } from '../project/texts.ts';
import { HAND } from './hand.ts';
import { Member } from './member.ts';
import { type HasJudged, type HasRead, revived, type Task, type Work } from './messages.ts';
import { handedOut, newCounts } from './tickets.ts';

/** What a crew has read, and how it tells what it finds. */
export interface CrewRead {
  readonly snapshot: Snapshot;
  /** The URIs of the files that were read, by any thread, and whose findings are reported. */
  readonly own: readonly string[];
  readonly judged: () => AsyncIterable<Judged>;
}

/**
 * Threads that read and judge a large project together: this one and its hands. First what others than agreements declare is read and made known
 * to all; then each thread reads agreements and judges them; and when all are read, each judges those again that others concern.
 */
export class Crew {
  private readonly task: Task;
  private readonly hands: readonly Hand[];
  private readonly reading: Reading;

  /** Starts `hands` threads beside this one. */
  constructor(of: PartOf, hands: number, reading: Reading) {
    this.task = { of, counts: newCounts() };
    this.hands = Array.from({ length: hands }, () => new Hand(this.task));
    this.reading = reading;
  }

  /** Reads all files. */
  async read(texts: FileTexts, sorted: Sorted): Promise<CrewRead> {
    const work: Work = { texts: texts.shared(), sorted };
    for (const hand of this.hands) hand.tell(work);
    const self = new Member(this.task, texts);
    await this.exchange(self, await self.readOthers(sorted.others));
    for (const _ of self.readAgreements(sorted.agreements)) await this.show(sorted.agreements.length);
    const own = await this.exchange(self, self.hasRead());
    return { snapshot: self.part.snapshot, own, judged: () => this.judged(self) };
  }

  /** Tells every thread what the others have read. Gives back the files of all. */
  private async exchange(self: Member, read: HasRead): Promise<readonly string[]> {
    const theirs = await Promise.all(this.hands.map((hand) => hand.next<HasRead>()));
    for (const [i, hand] of this.hands.entries()) hand.tell([read, ...theirs.filter((_, j) => j !== i)]);
    self.take(theirs);
    return [read, ...theirs].flatMap(({ own }) => own);
  }

  private async show(total: number): Promise<void> {
    await this.reading.progress.step('Checking', Math.min(handedOut(this.task.counts, 'agreements'), total), total);
  }

  private async *judged(self: Member): AsyncIterable<Judged> {
    yield* self.judge();
    const problems = self.problems;
    for (const hand of this.hands) {
      const said = await hand.next<HasJudged>();
      yield* said.judged.map(revived);
      problems.push(...said.problems);
    }
    for (const line of problems.sort()) this.reading.tell.problem(line);
  }
}

/** A thread beside this one. It ends by itself. */
class Hand {
  private readonly worker: Worker;
  private readonly inbox: ReturnType<typeof on>;

  constructor(task: Task) {
    this.worker = new Worker(HAND, { workerData: { agreementHand: task } });
    this.inbox = on(this.worker, 'message', { close: ['exit'] });
  }

  /** Tells it something. */
  tell(message: Work | readonly HasRead[]): void {
    this.worker.postMessage(message);
  }

  /** What it says next. Throws where it has failed. */
  async next<Said>(): Promise<Said> {
    const { value, done } = await this.inbox.next();
    if (done) throw new Error('A thread of the check has ended before its work was done');
    return value[0] as Said;
  }
}
