import type { Key } from './keys.ts';

/** An answer, and what it depends on. */
export interface Remembered {
  readonly value: unknown;
  readonly keys: readonly Key[];
}

type Answers = Map<string, Map<string | object, Remembered>>;

/** Answers by topic and by what they are about. */
export class Memory {
  /** Answers that depend on something. */
  private passing: Answers = new Map();
  private lasting: Answers = new Map();

  get(topic: string, about: string | object): Remembered | undefined {
    return this.lasting.get(topic)?.get(about) ?? this.passing.get(topic)?.get(about);
  }

  set(topic: string, about: string | object, remembered: Remembered): void {
    const topics = remembered.keys.length === 0 ? this.lasting : this.passing;
    const answers = topics.get(topic) ?? new Map<string | object, Remembered>();
    topics.set(topic, answers.set(about, remembered));
  }

  /** Forgets the answers that depend on something. */
  forget(): void {
    if (this.passing.size > 0) this.passing = new Map();
  }

  /** Forgets all answers. */
  clear(): void {
    this.forget();
    if (this.lasting.size > 0) this.lasting = new Map();
  }
}
