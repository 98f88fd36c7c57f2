import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { CAPABILITIES, Editor, MemoryHost, PULLING } from './harness.ts';
import { freshFindings, standardOf } from './support/fresh.ts';
import { sentFindings } from './support/sent.ts';

const FOLDER = 'file:///w';
const NAMES = ['a', 'b', 'c'].map((name) => `${FOLDER}/${name}.agreement`);

/** Pieces that depend on each other across files. */
const PIECES = [
  'party CBP { of US }\n',
  'party RFB { of BR }\n',
  'party CBP { of CA }\n',
  'agreement WP : JWP {\n  between CBP and RFB\n  signed 2015\n  completed 2016\n  cites s\n}\n',
  'agreement M : MRA {\n  between CBP and RFB\n  signed 2014\n  follows WP\n  recognizes CTPAT\n  cites s\n}\n',
  'agreement C : CMAA { between US and BR signed 2002 }\n',
  'program CTPAT { type AEO run by CBP }\n',
  'program OEA { type AEO run by RFB }\n',
  'source s "A source" { publisher CBP published 2013 }\n',
  'kind Own specializes MRA { requires C before signature }\n',
  'agreement O : Own { between CBP and RFB signed 2001 cites s }\n',
  'port Santos { locode BRSSZ }\n',
  '} {',
  '"""',
];

type Step =
  | { readonly do: 'open' | 'close' | 'delete' | 'ask'; readonly uri: string }
  | { readonly do: 'write' | 'replace'; readonly uri: string; readonly text: string }
  | { readonly do: 'edit'; readonly uri: string; readonly from: number; readonly length: number; readonly text: string }
  | { readonly do: 'wait' };

const uri = fc.constantFrom(...NAMES);
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('open', 'close', 'delete', 'ask'), uri }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('write', 'replace'), uri, text }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      uri,
      from: fc.nat(200),
      length: fc.nat(20),
      text: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'wait' as const }) },
);

/** An editor, a disk, and what either of them has. */
class Desk {
  readonly host = new MemoryHost();
  readonly open = new Set<string>();
  readonly editor = Editor.inProcess(this.host);

  /** Takes a step where it is possible; nothing waits for an answer. */
  async take(step: Step): Promise<void> {
    const { editor, host, open } = this;
    if (step.do === 'wait') return void (await editor.settled());
    const isOpen = open.has(step.uri);
    const types = host.files.has(step.uri) ? FileChangeType.Changed : FileChangeType.Created;
    switch (step.do) {
      case 'open':
        if (isOpen) return;
        open.add(step.uri);
        return editor.open(step.uri, host.files.get(step.uri) ?? '');
      case 'close':
        if (!isOpen) return;
        open.delete(step.uri);
        return editor.close(step.uri);
      case 'delete':
        if (!host.files.delete(step.uri)) return;
        return editor.filesChanged({ uri: step.uri, type: FileChangeType.Deleted });
      case 'write':
        host.files.set(step.uri, step.text);
        return editor.filesChanged({ uri: step.uri, type: types });
      case 'replace':
        return isOpen ? editor.replace(step.uri, step.text) : undefined;
      case 'ask':
        return this.askAndGiveUp(step.uri);
      case 'edit': {
        if (!isOpen) return;
        const before = editor.text(step.uri);
        const from = Math.min(step.from, before.length);
        return editor.edit(step.uri, from, Math.min(from + step.length, before.length), step.text);
      }
    }
  }

  /** The texts as they count: the editor's before the disk's. */
  texts(): ReadonlyMap<string, string> {
    const texts = new Map(this.host.files);
    for (const uri of this.open) texts.set(uri, this.editor.text(uri));
    texts.delete(`${FOLDER}/agreement.json`);
    return texts;
  }

  private async askAndGiveUp(uri: string): Promise<void> {
    const given = this.editor.cancelled('textDocument/references', {
      textDocument: { uri },
      position: { line: 0, character: 7 },
      context: { includeDeclaration: true },
    });
    given.catch(() => undefined);
  }
}

test.each([
  ['sent', CAPABILITIES],
  ['asked for', PULLING],
])('after any edits, and requests given up, the findings %s are those of a fresh check', async (how, capabilities) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 3, maxLength: 3 }),
      fc.array(step, { maxLength: 25 }),
      async (texts, steps) => {
        const desk = new Desk();
        using editor = desk.editor;
        desk.host.looksAtEvidence = false;
        desk.host.files.set(`${FOLDER}/agreement.json`, '{ "asOf": "2026-01-01" }');
        for (const [i, content] of texts.entries()) desk.host.files.set(NAMES[i] ?? '', content);
        await editor.begin({ folders: [FOLDER], capabilities });
        for (const next of steps) await desk.take(next);
        await editor.settled();
        const found = how === 'sent' ? editor.diagnostics : await editor.pulled();
        expect(sentFindings(found)).toEqual(freshFindings(desk.texts(), standardOf()));
      },
    ),
    { numRuns: 60 },
  );
});
