import { expect } from 'chai';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('starts when a file of records is opened', async () => {
    const extension = vscode.extensions.getExtension('agreement-records.agreement-records');
    expect(extension, 'installed').to.exist;
    await extension?.activate();
    expect(extension?.isActive).to.equal(true);
  });
});
