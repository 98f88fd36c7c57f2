import { expect } from 'chai';
import * as vscode from 'vscode';
import { open, theExtension, theProject, until } from './editor.ts';

describe('the extension', () => {
  it('starts with a folder of records, and its server answers', async () => {
    await theExtension();
    expect(vscode.extensions.getExtension('agreement-records.agreement-records')?.isActive).to.equal(true);
  });

  it('knows the project of the folder, and the day it is judged at', async () => {
    const project = await theProject();
    expect(project.asOf).to.equal('2026-01-01');
    expect(project.asOfFrom).to.equal('project');
    expect(project.files).to.equal(3);
  });

  it('counts what is found in all files, opened or not', async () => {
    const { projects } = await theExtension();
    const project = await until('errors', () => projects().find(({ findings }) => findings.error > 0));
    expect(project.findings.error).to.equal(2);
  });

  it('takes .agreement files as its own', async () => {
    const { document } = await open('records/brazil.agreement');
    expect(document.languageId).to.equal('agreement');
  });
});
