import { describe, expect, test } from 'vitest';
import { grammar } from '../../language/generated/tables.ts';
import { FORMS, type Form, formsOf, writeForm } from '../../language/statements.ts';
import { parse } from '../../language/syntax/parse.ts';
import { childrenOf, type Node } from '../../language/syntax/tree.ts';

const HEADERS: Readonly<Record<string, string>> = {
  Agreement: 'agreement A : MRA',
  Kind: 'kind K',
  Obligation: 'agreement A : MRA {\n  obligation o : US must "w"',
  Event: 'agreement A : MRA {\n  signed 2015',
};

describe('every statement of the grammar has its forms', () => {
  const all = Object.entries(grammar.bodies).flatMap(([body, words]) =>
    Object.entries(words).map(([word, rule]) => [word === 'IN_FORCE' ? 'in force' : word, rule, body] as const),
  );
  test.each(all)('%s (%s) in %s', (word, rule, body) => {
    const forms = formsOf(rule, word, body);
    expect(forms).not.toEqual([]);
    for (const form of forms) expect(parse(inBody(form, body)).problems).toEqual([]);
  });

  test.each(Object.entries(grammar.declarations))('%s', (word, rule) => {
    const forms = formsOf(rule, word);
    expect(forms).toHaveLength(1);
    for (const { example } of forms) expect(parse(example).problems).toEqual([]);
  });
});

test('every form is of a rule that the grammar has, and its example is of that rule', () => {
  for (const form of FORMS) {
    const body = Object.keys(grammar.bodies).find((name) => {
      const first = form.words === 'in force' ? 'IN_FORCE' : (form.words.split(' ')[0] ?? '');
      return (form.body ?? name) === name && grammar.bodies[name]?.[first] === form.rule;
    });
    const { tree } = parse(body === undefined ? form.example : inBody(form, body));
    expect([...typesIn(tree as unknown as Node)]).toContain(form.rule);
  }
});

test.each([
  ['Until', 'until', 'Party', ['until DATE [per SOURCE "locator", …]']],
  ['Until', 'until', 'Obligation', ['until DATE']],
  ['Located', 'located', 'Port', ['located LATITUDE, LONGITUDE']],
  ['Due', 'due', 'Obligation', ['due DATE', 'due NUMBER days|weeks|months|years after MOMENT']],
  ['Between', 'signed', 'Agreement', []],
])('%s written in %s of %s', (rule, word, body, written) => {
  expect(formsOf(rule, word, body).map((form) => writeForm(form).text)).toEqual(written);
});

function inBody({ example }: Form, body: string): string {
  const header = HEADERS[body] ?? `${body.toLowerCase()} X`;
  return `${header} {\n    ${example}\n}${header.includes('{') ? '\n}' : ''}`;
}

function* typesIn(node: Node): Iterable<string> {
  yield node.$type;
  for (const child of childrenOf(node)) yield* typesIn(child);
}
