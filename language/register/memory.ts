import type { Key } from './keys.ts';

/** An answer, and what it depends on. */
export interface Remembered {
  readonly value: unknown;
  readonly keys: readonly Key[];
}

/** Answers by topic and by what they are about. */
export class Memory {
  private readonly topics = new Map<string, Map<string | object, Remembered>>();

  get(topic: string, about: string | object): Remembered | undefined {
    return this.topics.get(topic)?.get(about);
  }

  set(topic: string, about: string | object, remembered: Remembered): void {
    const answers = this.topics.get(topic) ?? new Map<string | object, Remembered>();
    this.topics.set(topic, answers.set(about, remembered));
  }

  clear(): void {
    // To clear an empty map takes long.
    if (this.topics.size > 0) this.topics.clear();
  }
}
