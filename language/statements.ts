import { COMMON_FORMS } from './statements/common-forms.ts';
import { EVENT_FORMS } from './statements/events.ts';
import type { Form } from './statements/form.ts';
import { OWN_FORMS } from './statements/forms.ts';
import { HEADER_FORMS } from './statements/headers.ts';
import { KIND_FORMS } from './statements/kind-forms.ts';

export type { Form, Part } from './statements/form.ts';

/** Every form of the language: headers of declarations, and statements. One word may have several, as `due` and `requires` have. */
export const FORMS: readonly Form[] = [...HEADER_FORMS, ...EVENT_FORMS, ...OWN_FORMS, ...KIND_FORMS, ...COMMON_FORMS];

/**
 * The forms of what begins with a word, by the rule of the grammar (a node's `$type`), and for a statement by the rule of the body that
 * it stands in, which decides for `type` and `until`. Empty where the rule has no such word.
 */
export function formsOf(rule: string, word: string, body?: string): readonly Form[] {
  const found = FORMS.filter((form) => form.rule === rule && form.words.split(' ')[0] === word.split(' ')[0]);
  const own = found.filter((form) => form.body !== undefined && form.body === body);
  return own.length ? own : found.filter((form) => form.body === undefined);
}

/** A form as it is written, optional parts in brackets: `located LATITUDE, LONGITUDE`, `until DATE [per SOURCE]`. */
export function writeForm(form: Form): {
  readonly text: string;
  readonly parts: readonly (readonly [number, number])[];
} {
  const spans: (readonly [number, number])[] = [];
  let text = form.words;
  for (const { text: part, optional, joint = ' ' } of form.parts) {
    text += optional ? `${joint}[` : joint;
    spans.push([text.length, text.length + part.length]);
    text += optional ? `${part}]` : part;
  }
  return { text, parts: spans };
}
