/** The suite in a desktop VS Code, through @vscode/test-electron. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { readSuiteEnd, type SuiteEnd } from './suite-end.ts';

export interface DesktopRun {
  readonly extension: string;
  readonly tests: string;
  readonly workspace: string;
}

/**
 * Runs it in the VS Code of `VSCODE_EXECUTABLE_PATH`, or in one that is downloaded. Undefined where there is none to be had, unless
 * `VSCODE_TEST=desktop` demands one. On Linux without a screen, start the whole under `xvfb-run -a`.
 */
export async function runOnDesktop({ extension, tests, workspace }: DesktopRun): Promise<SuiteEnd | undefined> {
  const vscodeExecutablePath = await findVSCode();
  if (!vscodeExecutablePath) return undefined;
  const copy = mkdtempSync(join(tmpdir(), 'agreement-workspace-'));
  cpSync(workspace, copy, { recursive: true });
  try {
    const launchArgs = [
      copy,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
    ];
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs,
    });
    const end = readSuiteEnd(readFileSync(join(copy, 'suite-end'), 'utf8'));
    if (!end) throw new Error('The suite has not said how it ended.');
    return end;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function findVSCode(): Promise<string | undefined> {
  const named = process.env['VSCODE_EXECUTABLE_PATH'];
  if (named) return named;
  try {
    return await downloadAndUnzipVSCode({ version: process.env['VSCODE_VERSION'] ?? 'stable' });
  } catch (error) {
    if (process.env['VSCODE_TEST'] === 'desktop') throw error;
    console.log(`no desktop VS Code can be had: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
