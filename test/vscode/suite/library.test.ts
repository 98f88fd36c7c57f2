import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesIn, open, positionOf } from './editor.ts';

/** Where “go to definition” leads from a place. */
async function definitionOf(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const [first] = found;
  if (!first) throw new Error('It leads nowhere.');
  if ('targetUri' in first)
    return new vscode.Location(first.targetUri, first.targetSelectionRange ?? first.targetRange);
  return first;
}

describe('the library', () => {
  afterEach(closeAll);

  it('is where the definition of a kind leads', async () => {
    const { document } = await open('records/brazil.agreement');
    const definition = await definitionOf(document, positionOf(document, ': MRA', 2));
    expect(definition.uri.scheme).to.equal('builtin');
    expect(definition.uri.path).to.equal('/library/kinds.agreement');
    const library = await vscode.workspace.openTextDocument(definition.uri);
    expect(library.languageId).to.equal('agreement');
    expect(library.getText(definition.range)).to.equal('MRA');
  });

  it('can be read, and not be written', async () => {
    const library = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('builtin:///library/jurisdictions.agreement'),
    );
    expect(library.getText()).to.contain('jurisdiction EU');
    expect(vscode.workspace.fs.isWritableFileSystem('builtin')).to.not.equal(true);
    expect(codesIn(library.uri)).to.deep.equal([]);
  });

  it('is understood by the server like any file', async () => {
    const library = await vscode.workspace.openTextDocument(vscode.Uri.parse('builtin:///library/kinds.agreement'));
    const header = 'kind Plurilateral-MRA specializes ';
    const specialized = positionOf(library, `${header}MRA`, header.length);
    const definition = await definitionOf(library, specialized);
    expect(library.getText(definition.range)).to.equal('MRA');
  });

  it('has a page for every rule', async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('builtin:///rules/missing-precedent.md'));
    expect(page.languageId).to.equal('markdown');
    expect(page.getText()).to.contain('missing-precedent');
  });
});
