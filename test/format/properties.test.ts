import fc from 'fast-check';
import { expect, test } from 'vitest';
import { format, formatOnType, formatted, patched } from '../../language/format/index.ts';
import { LIBRARY } from '../../language/library.ts';
import { extract } from '../../language/records/extract.ts';
import { parse } from '../../language/syntax/parse.ts';
import { exampleTexts, noisyText, ruleTexts } from './noisy.ts';

const RUNS = Number(process.env['FC_RUNS'] ?? 3000);

/** All that a text says, without the places where it says it. */
function content(text: string): unknown {
  const parsed = parse(text);
  const { declarations, flaws } = extract(parsed, 'file:///a.agreement');
  const comments = parsed.tokens.comments.map(({ start, end }) => text.slice(start, end));
  const problems = parsed.problems.map(({ message }) => message);
  const said = JSON.stringify(
    [declarations, flaws.map(({ code, message }) => [code, message])],
    (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value),
  );
  return { said, comments, problems };
}

/** The text without white space outside texts and comments. */
function bare(text: string): string {
  const { tokens } = parse(text);
  let bared = '';
  let at = 0;
  const stretches = [...tokens.comments];
  for (let token = 0; token < tokens.count; token++)
    stretches.push({ start: tokens.start(token), end: tokens.end(token), before: 0 });
  for (const { start, end } of stretches.sort((a, b) => a.start - b.start)) {
    bared +=
      text.slice(at, start).replaceAll(/\s/g, '') + text.slice(start, end).replaceAll(/^in\s+force$/g, 'in force');
    at = end;
  }
  return bared;
}

function expectSound(text: string): void {
  const result = format(text);
  if (!result.ok) throw new Error(`${result.reason}\n${text}`);
  const made = patched(text, result.edits);
  expect(content(made)).toEqual(content(text));
  expect(bare(made)).toBe(bare(text));
  expect(formatted(made)).toBe(made);
}

test.each([...exampleTexts])('example %s means the same, formatted once or twice', (_, text) => expectSound(text));
test.each([...LIBRARY])('%s means the same, formatted once or twice', (_, text) => expectSound(text));
test.each([...ruleTexts])('the example %s means the same, formatted once or twice', (_, text) => expectSound(text));

test('whatever white space and comments there are, the text means the same, formatted once or twice', () => {
  fc.assert(fc.property(noisyText, expectSound), { numRuns: RUNS });
});

test('a text without errors comes out without odd white space', () => {
  fc.assert(
    fc.property(noisyText, (text) => {
      const made = formatted(text);
      const { tokens, problems } = parse(made);
      fc.pre(problems.length === 0 && tokens.count > 0);
      const outside = withoutTextsAndComments(made);
      expect(outside).not.toMatch(/\t|[ ]\r?\n|(\r?\n){3}/);
      expect(made).toMatch(/\S\r?\n$/);
      expect(made.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    }),
    { numRuns: RUNS / 4 },
  );
});

/** The text with an `x` for each character of texts and comments. */
function withoutTextsAndComments(text: string): string {
  const { tokens } = parse(text);
  let out = text;
  const hide = (start: number, end: number): void => {
    out = out.slice(0, start) + 'x'.repeat(end - start) + out.slice(end);
  };
  for (const { start, end } of tokens.comments) hide(start, end);
  for (let token = 0; token < tokens.count; token++)
    if (tokens.text(token).startsWith('"')) hide(tokens.start(token), tokens.end(token));
  return out;
}

test('a range means the same, and nothing far from it changes', () => {
  fc.assert(
    fc.property(noisyText, fc.nat(3000), fc.nat(300), (text, from, length) => {
      const start = Math.min(from, text.length);
      const result = format(text, { range: { start, end: Math.min(start + length, text.length) } });
      if (!result.ok) throw new Error(result.reason);
      expect(content(patched(text, result.edits))).toEqual(content(text));
      const whole = format(text);
      expect(whole.ok && result.edits.every((edit) => whole.edits.some((other) => other.start === edit.start))).toBe(
        true,
      );
    }),
    { numRuns: RUNS / 4 },
  );
});

test('a line end or a brace that is typed changes white space only', () => {
  fc.assert(
    fc.property(noisyText, fc.nat(3000), fc.constantFrom('\n', '}'), (text, at, typed) => {
      const offset = Math.min(at, text.length);
      const now = text.slice(0, offset) + typed + text.slice(offset);
      const made = patched(now, formatOnType(now, offset + 1, typed));
      expect(bare(made)).toBe(bare(now));
    }),
    { numRuns: RUNS / 4 },
  );
});
