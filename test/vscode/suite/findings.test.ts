import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesIn, fileUri, findingOf, open, positionOf, remove, retype, until, write } from './editor.ts';

const FAULTS = 'records/faults.agreement';

describe('findings', () => {
  afterEach(closeAll);

  it('sit where the fault is, with a code, a severity and a page that explains them', async () => {
    const { document } = await open(FAULTS);
    const finding = await findingOf(document.uri, 'invalid-date');
    expect(document.getText(finding.range)).to.equal('16/09/2022');
    expect(finding.severity).to.equal(vscode.DiagnosticSeverity.Error);
    expect(finding.source).to.be.a('string').that.is.not.empty;
  });

  it('name what is not declared', async () => {
    const { document } = await open(FAULTS);
    const finding = await findingOf(document.uri, 'unresolved-reference');
    expect(document.getText(finding.range)).to.equal('Nobody');
    expect(finding.message).to.contain('Nobody');
  });

  it('leave a clean file alone', async () => {
    const { document } = await open('records/brazil.agreement');
    await findingOf(fileUri(FAULTS), 'invalid-date');
    expect(codesIn(document.uri)).to.deep.equal([]);
  });

  it('go as soon as the text is mended, and come back with the fault', async () => {
    const editor = await open(FAULTS);
    const text = editor.document.getText();
    await findingOf(editor.document.uri, 'invalid-date');
    await retype(editor, text.replace('16/09/2022', '2022-09-16'));
    await until('mended date', () => !codesIn(editor.document.uri).includes('invalid-date'));
    await retype(editor, text);
    await findingOf(editor.document.uri, 'invalid-date');
  });

  it('follow a change in another file', async () => {
    const { document } = await open('records/brazil.agreement');
    const register = await open('records/register.agreement');
    await retype(register, register.document.getText().replace('party RFB', 'party Receita'));
    const finding = await findingOf(document.uri, 'unresolved-reference');
    expect(document.getText(finding.range)).to.equal('RFB');
  });

  it('follow files that come and go outside the editor', async () => {
    await write('records/new.agreement', 'agreement A : MRA "A" {\n    between US and Atlantis\n}\n');
    await findingOf(fileUri('records/new.agreement'), 'unresolved-reference');
    await remove('records/new.agreement');
    await until('file without findings', () => codesIn(fileUri('records/new.agreement')).length === 0);
  });

  it('offer mends: the readings of a pasted date', async () => {
    const { document } = await open(FAULTS);
    const { range } = await findingOf(document.uri, 'invalid-date');
    const actions = await until('mends', async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        5,
      );
      return offered.length > 0 && offered;
    });
    const [action] = actions.filter(({ title }) => title.includes('2022-09-16'));
    expect(action?.edit, actions.map(({ title }) => title).join(', ')).to.exist;
    await vscode.workspace.applyEdit(action?.edit as vscode.WorkspaceEdit);
    expect(document.getText()).to.contain('signed 2022-09-16 per');
    expect(positionOf(document, '2022-09-16').line).to.equal(3);
  });
});
