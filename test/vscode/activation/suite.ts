import * as vscode from 'vscode';
import { say } from '../suite/report.ts';
import { type Activation, activationLine } from './line.ts';

/** What VS Code's extension host notes for itself as it goes, with times in milliseconds. */
declare const MonacoPerformanceMarks: {
  getMarks(): readonly { readonly name: string; readonly startTime: number }[];
};

const ID = 'agreement-records.agreement-records';

/** Called by VS Code inside the extension host: tells what the host has noted of the extension's activation. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension(ID);
  if (!extension) throw new Error(`${ID} is not installed.`);
  await extension.activate();
  say(activationLine(noted()));
  console.log('[suite-end] passed=1 failed=0');
}

function noted(): Activation {
  const [begin, loaded, called, done] = [
    at('willLoadExtensionCode'),
    at('didLoadExtensionCode'),
    at('willActivateExtension'),
    at('didActivateExtension'),
  ];
  return { code: loaded - begin, storage: called - loaded, activate: done - called };
}

/** When the host noted that of the extension. */
function at(what: string): number {
  const mark = MonacoPerformanceMarks.getMarks().find(({ name }) => name === `code/extHost/${what}/${ID}`);
  if (!mark) throw new Error(`The extension host has not noted ${what}.`);
  return mark.startTime;
}
