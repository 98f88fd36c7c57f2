import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Workspace } from './workspace/workspace.ts';

/** Reading that takes no longer than this shows no progress, in milliseconds. */
const QUIET_MS = 400;
/** How often progress is told, in milliseconds. */
const STEP_MS = 200;

/** Shows how far the reading of the workspace is, where it takes long enough for anyone to wonder. */
export async function showProgress(
  connection: Connection,
  client: ClientCapabilities,
  workspace: Workspace,
): Promise<void> {
  if (!client.window?.workDoneProgress) return;
  let over = false;
  const ready = workspace.whenAllReady().then(() => {
    over = true;
  });
  await Promise.race([ready, after(QUIET_MS)]);
  if (over) return;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Reading agreement records', 0, undefined, false);
  let most = workspace.left;
  while (!over) {
    most = Math.max(most, workspace.left);
    const read = most - workspace.left;
    progress.report(most ? Math.floor((100 * read) / most) : 0, `${read} of ${most} files`);
    await Promise.race([ready, after(STEP_MS)]);
  }
  progress.done();
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
