import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClientCapabilities, CompletionList } from 'vscode-languageserver-protocol';
import { snippets } from '../../client/snippets.ts';
import { parse } from '../../language/syntax/parse.ts';
import type { ExperimentalCapabilities } from '../../server/protocol.ts';
import { CAPABILITIES, Editor, MemoryHost } from './harness.ts';

const URI = 'file:///w/a.agreement';
const PREFIXES: Readonly<Record<string, { readonly prefix: string }>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../client/snippets.json'), 'utf8'),
);

/** The labels of the templates that an editor is offered in an empty file. */
async function templatesFor(experimental?: ExperimentalCapabilities): Promise<readonly string[]> {
  const capabilities: ClientCapabilities = { ...CAPABILITIES, experimental };
  using editor = Editor.inProcess(new MemoryHost());
  await editor.begin({ folders: ['file:///w'], capabilities });
  await editor.open(URI, '');
  const at = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
  const { items } = await editor.request<CompletionList>('textDocument/completion', at);
  return items.flatMap(({ label }) => (label.includes('…') ? [label] : []));
}

describe('templates of declarations', () => {
  test('an editor without snippets of its own is offered one of each sort', async () => {
    expect(await templatesFor()).toEqual(
      expect.arrayContaining(['agreement … : MRA', 'source …', 'party …', 'program …', 'port …', 'kind …']),
    );
  });

  test('an editor that brings them is offered none twice, and one for each kind of agreement', async () => {
    const templates = await templatesFor({ agreementSnippets: true });
    expect(templates).toContain('agreement … : MRA');
    expect(templates.filter((label) => !label.startsWith('agreement … : '))).toEqual([]);
  });

  test('the snippets of the extension are all that the server leaves to it, each under one word', async () => {
    const own = Object.values(PREFIXES).map(({ prefix }) => prefix);
    expect(new Set(own).size).toBe(own.length);
    const left = (await templatesFor()).filter((label) => !label.startsWith('agreement … : '));
    expect(own).toEqual(expect.arrayContaining(left.map((label) => label.replace(' …', ''))));
  });
});

describe('snippets', () => {
  test.each(snippets.map(({ title, body }) => [title, body] as const))(
    '%s, as it stands, has no error',
    (title, body) => {
      const text = filledIn(body);
      const whole = title.startsWith('New ') ? text : `agreement A : MRA {\n${text}\n}`;
      expect(parse(whole).problems.map(({ message }) => message)).toEqual([]);
    },
  );
});

/** A snippet with the first thing that each of its places offers. */
function filledIn(body: string): string {
  return body
    .replace(/\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part) => (part === 'YEAR' ? '2026' : '01'))
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace('$0', '');
}
