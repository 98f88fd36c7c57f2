import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeAll, manifest, open, theExtension, theProject, until } from './editor.ts';

const SETTINGS = () => vscode.workspace.getConfiguration('agreement');

describe('commands', () => {
  afterEach(closeAll);

  it('are all there that the manifest names', async () => {
    await theExtension();
    const known = await vscode.commands.getCommands(true);
    const named = manifest().contributes.commands.map(({ command }) => command);
    expect(named).to.not.be.empty;
    expect(known).to.include.members(named);
  });

  it('write a new record from a template', async () => {
    await vscode.commands.executeCommand('agreement.newRecord', 'New agreement');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    expect(text).to.match(/^agreement US-BR-CMAA : CMAA "Title" \{/);
    expect(vscode.window.activeTextEditor?.document.languageId).to.equal('agreement');
  });

  it('add it at the end of the records that are open', async () => {
    const { document } = await open('records/register.agreement');
    const before = document.getText().trimEnd();
    await vscode.commands.executeCommand('agreement.newRecord', 'New port');
    expect(document.getText().startsWith(before)).to.equal(true);
    expect(document.getText().slice(before.length)).to.match(/^\r?\n\r?\nport Santos "Santos" \{/);
  });

  it('check the workspace anew', async () => {
    await vscode.commands.executeCommand('agreement.checkWorkspace');
    await until('project with two errors', async () => (await theProject()).findings.error === 2);
  });

  it('start the server again', async () => {
    const { projects } = await theExtension();
    await vscode.commands.executeCommand('agreement.restartServer');
    const project = await until('project', () => projects().find(({ findings }) => findings.error > 0));
    expect(project.files).to.equal(3);
  });
});

describe('settings', () => {
  afterEach(async () => {
    await SETTINGS().update('asOf', undefined, vscode.ConfigurationTarget.Workspace);
    await SETTINGS().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('set the day to judge at', async () => {
    const { projects } = await theExtension();
    await SETTINGS().update('asOf', '2020-06-30', vscode.ConfigurationTarget.Workspace);
    const project = await until('other day', () => projects().find(({ asOf }) => asOf === '2020-06-30'));
    expect(project.asOfFrom).to.equal('editor');
  });

  it('set how grave a rule is', async () => {
    const { projects } = await theExtension();
    await SETTINGS().update('rules', { 'invalid-date': 'off' }, vscode.ConfigurationTarget.Workspace);
    await until('error less', () => projects().find(({ findings }) => findings.error === 1));
  });
});
