import { type FileRead, Portions } from '../../language/register/portion.ts';
import { type Judged, Part } from '../project/part.ts';
import type { LoadedText } from '../project/sorted.ts';
import type { FileTexts } from '../project/texts.ts';
import type { HasRead, Task } from './messages.ts';
import { share } from './tickets.ts';

/** One of the threads that read and judge a project together. */
export class Member {
  readonly part: Part;
  /** What to tell the user about files that could not be read or judged. */
  readonly problems: string[] = [];
  private readonly task: Task;
  private portions = new Portions();

  constructor(task: Task, texts: FileTexts) {
    this.task = task;
    this.part = new Part(task.of, texts, (line) => this.problems.push(line));
  }

  /** Reads what others than agreements declare, as far as no other thread does. */
  async readOthers(files: readonly LoadedText[]): Promise<HasRead> {
    for (const file of share(files, this.task.counts, 'others')) this.note(this.part.read(file));
    await this.part.lookAtEvidence();
    return this.hasRead();
  }

  /** Reads and judges agreements, as far as no other thread does; yields after each file. */
  *readAgreements(files: readonly LoadedText[]): Iterable<void> {
    this.part.snapshot.close();
    for (const file of share(files, this.task.counts, 'agreements')) {
      this.note(this.part.readAndJudge(file));
      yield;
    }
  }

  /** What it has read since it was last asked. */
  hasRead(): HasRead {
    const { snapshot, own } = this.part;
    const portion = this.portions.portion(snapshot.used);
    this.portions = new Portions();
    return { portion, own };
  }

  /** Learns what other threads have read. */
  take(others: readonly HasRead[]): void {
    for (const { portion } of others) this.part.snapshot.take(portion);
  }

  /** What is found in the files that it has read. */
  judge(): Iterable<Judged> {
    return this.part.judge();
  }

  private note(read: FileRead | undefined): void {
    if (read) this.portions.add(read);
  }
}
