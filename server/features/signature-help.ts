import type { SignatureHelp, SignatureInformation } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { type Form, formsOf, type Part, writeForm } from '../../language/statements.ts';
import { type Expected, expectedAt } from '../../language/syntax/expected.ts';
import { KIND } from '../../language/syntax/kinds.ts';
import { wordOf } from '../../language/syntax/leaves.ts';
import type { Parsed } from '../../language/syntax/parse.ts';
import type { Node } from '../../language/syntax/tree.ts';
import { answering } from '../answer.ts';
import type { Spot } from '../context.ts';
import type { Feature } from './feature.ts';

/** How the statement goes on that is being written, with the part that comes next. */
export const signatureHelp: Feature = {
  capabilities: () => ({
    signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [',', ':', '"'] },
  }),
  register: (connection, context) => {
    connection.onSignatureHelp(
      answering('tell how this goes on', (params) => {
        const spot = context.spot(params);
        return spot ? help(spot) : null;
      }),
    );
  },
};

/** A statement, or a header, that a place is in. */
interface Writing {
  readonly forms: readonly Form[];
  /** The words that stand in it before the place, behind those it begins with. */
  readonly words: readonly string[];
  /** The words that may come next; a quote for a text. */
  readonly next: readonly string[];
}

function help({ document, offset }: Spot): SignatureHelp | null {
  const { parsed } = document;
  const expected = expectedAt(parsed, offset);
  // What stands on a line of its own is more likely another statement.
  if (expected.inside === 'comment' || (expected.beginsLine && expected.inside === undefined)) return null;
  const writing = writingAt(parsed, expected);
  if (!writing) return null;
  const active = activeForm(writing);
  const activeParameter = activePart(writing.forms[active] as Form, writing);
  return {
    signatures: writing.forms.map(toSignature),
    activeSignature: active,
    ...(activeParameter !== undefined && { activeParameter }),
  };
}

function writingAt({ tokens }: Parsed, { path, prefix, words: wanted, text, inside }: Expected): Writing | undefined {
  const next = text ? [...wanted, TEXT] : wanted;
  for (let depth = path.length - 1; depth > 0; depth--) {
    const node = path[depth] as Node;
    const forms = formsOf(node.$type, wordOf(tokens, node.$first), path[depth - 1]?.$type);
    const [form] = forms;
    if (!form) continue;
    const words: string[] = [];
    // A text that the place is in is being written.
    const isBefore = (i: number) => (inside === 'text' ? tokens.end(i) < prefix.start : tokens.start(i) < prefix.start);
    for (let i = node.$first; i < tokens.count && isBefore(i); i++) words.push(wordAt(tokens, i));
    const beginning = form.words === 'in force' ? 1 : form.words.split(' ').length;
    // In a body no part of the header comes any more; within the words it begins with none comes yet.
    return words.length === 0 || words.includes('{') ? undefined : { forms, words: words.slice(beginning), next };
  }
  return undefined;
}

/** A word as it stands; of a text only that it is one. */
function wordAt(tokens: Parsed['tokens'], index: number): string {
  return tokens.kind(index) === KIND.text ? TEXT : wordOf(tokens, index);
}

const TEXT = '"';

/** Of several forms the one whose words stand there, or that goes on as the statement may. */
function activeForm({ forms, words, next }: Writing): number {
  if (words.length === 0) return 0;
  const scores = forms.map((form) => {
    const lead = begins(form.parts[0] as Part);
    const first = lead.length === 0 ? 0 : lead.includes(words[0] as string) ? 2 : -2;
    const led = words.filter((word) => form.parts.some((part) => begins(part).includes(word))).length;
    const part = form.parts[activePart(form, { words, next }) ?? -1];
    return first + led + (part && begins(part).some((word) => next.includes(word)) ? 1 : 0);
  });
  return scores.indexOf(Math.max(...scores));
}

/** The part that is being written, or where that is complete the next; undefined where nothing comes. */
function activePart({ parts }: Form, { words, next }: Pick<Writing, 'words' | 'next'>): number | undefined {
  let begun = -1;
  let isFilled = true;
  for (const word of words) {
    const led = parts.findIndex((part, i) => i > begun && begins(part).includes(word));
    const positional = begun + 1;
    if (mayHold(parts[begun], word)) continue;
    if (led >= 0) {
      begun = led;
      isFilled = /^[a-z|]+(?: \[|$)/.test((parts[led] as Part).text);
    } else if (isFilled && mayHold(parts[positional], word)) {
      begun = positional;
      isFilled = false;
    } else if (/^(?:,|and)$/.test(word) && parts[positional]?.joint === undefined) isFilled = false;
    else if (isFilled && takes(parts[positional], word)) begun = positional;
    else isFilled = true;
  }
  if (!isFilled || goesOn(parts[begun], next)) return begun;
  // A list may always go on, and so may what comes last.
  return begun + 1 < parts.length ? begun + 1 : begun < 0 ? undefined : begun;
}

/** Whether a part has more to it that may come next: `of PARTY` behind a signatory, a locator behind a source. */
function goesOn(part: Part | undefined, next: readonly string[]): boolean {
  const [, ...rest] = part?.text.split(' ') ?? [];
  return rest.some((word) => next.includes(word.startsWith(TEXT) ? TEXT : word));
}

/** Whether a word may stand in a part, and be left out: `[at least] NUMBER`. */
function mayHold(part: Part | undefined, word: string): boolean {
  const [, held = ''] = /\[(.+)\]/.exec(part?.text ?? '') ?? [];
  return held.split(' ').includes(word);
}

/** Whether a part that no word introduces may be what stands there. */
function takes(part: Part | undefined, word: string): boolean {
  if (!part || begins(part).length > 0) return false;
  return part.text.startsWith('"') ? word === TEXT : word !== TEXT && !part.text.startsWith('{');
}

/** The words that a part begins with; none for what is only filled in. */
function begins({ text }: Part): readonly string[] {
  const [first = ''] = text.split(' ');
  return /^[a-z|:]+$/.test(first) ? first.split('|') : [];
}

function toSignature(form: Form): SignatureInformation {
  const { text, parts } = writeForm(form);
  return {
    label: text,
    documentation: { kind: MarkupKind.Markdown, value: form.meaning },
    parameters: form.parts.map(({ meaning }, i) => {
      return {
        label: [...(parts[i] as readonly [number, number])],
        documentation: { kind: MarkupKind.Markdown, value: meaning },
      };
    }),
  };
}
