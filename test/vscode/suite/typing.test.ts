import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeAll, fileUri, open, positionOf, retype, until } from './editor.ts';

/** Opens a new file of the project, which is nowhere on the disk. Each has a name of its own: VS Code remembers texts by name. */
async function newDocument(content: string): Promise<vscode.TextEditor> {
  drafts += 1;
  const uri = fileUri(`records/draft-${drafts}.agreement`).with({ scheme: 'untitled' });
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await retype(editor, content);
  return editor;
}
let drafts = 0;

const type = (text: string) => vscode.commands.executeCommand('type', { text });

describe('typing', () => {
  afterEach(closeAll);

  it('closes braces and texts, and indents what stands between', async () => {
    const editor = await newDocument('');
    await type('party X ');
    await type('"');
    await type('Title');
    await type('"');
    await type(' ');
    await type('{');
    await type('\n');
    expect(editor.document.getText().replaceAll('\r', '')).to.equal('party X "Title" {\n    \n}');
  });

  it('makes comments with the shortcut for comments', async () => {
    const editor = await newDocument('note "x"');
    await vscode.commands.executeCommand('editor.action.commentLine');
    expect(editor.document.getText()).to.equal('// note "x"');
  });

  it('selects a name with its hyphens, and a date as a whole', async () => {
    const { document } = await newDocument('agreement US-BR-MRA : MRA { signed 2022-09-16 }');
    for (const word of ['US-BR-MRA', '2022-09-16']) {
      const range = document.getWordRangeAtPosition(positionOf(document, word, 4));
      expect(range && document.getText(range)).to.equal(word);
    }
  });

  it('offers the parties that may stand there', async () => {
    const { document } = await newDocument('agreement A : MRA {\n    between C\n}\n');
    const position = positionOf(document, 'between C', 'between C'.length);
    const labels = await until('proposals', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('CBP') && found;
    });
    expect(labels, 'a program').to.not.include('CTPAT');
  });

  it('tells on hover what a name stands for', async () => {
    const { document } = await open('records/brazil.agreement');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'CBP and RFB', 1),
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    expect(text.join('\n')).to.contain('U.S. Customs and Border Protection');
  });

  it('renames a party in every file', async () => {
    const { document } = await open('records/register.agreement');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, 'party CBP', 'party '.length),
      'US-Customs',
    );
    const touched = edit.entries().map(([uri]) => uri.path.split('/').pop());
    expect(touched.sort()).to.deep.equal(['brazil.agreement', 'faults.agreement', 'register.agreement']);
  });

  it('puts a file in order on request', async () => {
    const { document } = await newDocument('party   X   "x" {\ntype state\n      of US\n}\n');
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      {
        tabSize: 4,
        insertSpaces: true,
      },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    expect(document.getText()).to.equal('party X "x" {\n    type state\n    of US\n}\n');
  });
});
