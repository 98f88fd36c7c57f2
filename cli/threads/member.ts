import { Portions } from '../../language/register/portion.ts';
import { type Judged, Part } from '../project/part.ts';
import type { AllRead, HasRead, Task } from './messages.ts';
import { count, share } from './tickets.ts';

/** One of the threads that read and judge a project together. */
export class Member {
  readonly part: Part;
  /** What to tell the user, since `hasRead` was called last. */
  problems: string[] = [];
  private readonly task: Task;
  private readonly portions = new Portions();

  constructor(task: Task) {
    this.task = task;
    this.part = new Part(task.of, (line) => this.problems.push(line));
  }

  /** Reads the files that no other thread reads; yields after each. */
  *read(): Iterable<void> {
    for (const file of share(this.task.files, this.task.counts, 'to read')) {
      const read = this.part.read(file);
      if (read) this.portions.add(read);
      count(this.task.counts, 'read');
      yield;
    }
  }

  /** What it has read, for the others. */
  async hasRead(): Promise<HasRead> {
    await this.part.lookAtEvidence();
    const { problems } = this;
    this.problems = [];
    const { wanted, texts, evidence, snapshot } = this.part;
    return {
      is: 'read',
      portion: this.portions.portion(snapshot.used),
      texts: texts.shared(),
      evidence,
      wanted,
      problems,
    };
  }

  /** Learns what the others have read, and judges the files that no other thread judges. */
  *judge({ others, wanted }: AllRead): Iterable<Judged> {
    for (const other of others) this.part.take(other);
    for (const uri of share(wanted, this.task.counts, 'to judge')) {
      yield this.part.judge(uri);
      count(this.task.counts, 'judged');
    }
  }
}
