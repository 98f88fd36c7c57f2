import * as vscode from 'vscode';

const inBrowser = vscode.env.uiKind === vscode.UIKind.Web;

/** Fills `%s`, `%d`, `%j` and `%%` as mocha's reporters use them: a browser's worker has no `util.format`. */
function fill(text: unknown, args: unknown[]): string {
  const filled = String(text ?? '').replace(/%([sdj%])/g, (whole, kind) => {
    if (kind === '%') return '%';
    return args.length > 0 ? String(args.shift()) : whole;
  });
  return [filled, ...args].join(' ');
}

/** Writes a reporter's line. In a browser it comes out among the workbench's own lines, so it is marked. */
export function say(text?: unknown, ...args: unknown[]): void {
  const mark = inBrowser ? '[suite] ' : '';
  for (const line of fill(text, args).split('\n')) console.log(mark + line);
}

/**
 * Runs mocha, and says how it ended in words that the runner demands: VS Code itself calls it a success when a host has died.
 * In a browser that is a line of the console, on a desktop the file `suite-end` in the workspace.
 */
export async function report(start: (done: (failed: number) => void) => Mocha.Runner): Promise<void> {
  const [passed, failed] = await new Promise<[number, number]>((resolve) => {
    const run = start((failures) => resolve([run.stats?.passes ?? 0, failures]));
  });
  const end = `[suite-end] passed=${passed} failed=${failed}`;
  if (inBrowser) console.log(end);
  else await writeEnd(end);
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}

async function writeEnd(end: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The suite needs an open folder.');
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, 'suite-end'), new TextEncoder().encode(end));
}
