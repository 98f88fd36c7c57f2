/** The extension as a person sees it: every scene is played in a workbench of its own, and leaves pictures. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../tooling/workbench.ts';
import { Desk, startThemed, type Theme } from './desk.ts';
import { editing, looking, type Scene } from './scenes.ts';

export interface UiRun {
  readonly vsix: string;
  readonly workspace: string;
  /** Where pictures are left. */
  readonly pictures: string;
}

const SCENES: readonly (readonly [theme: Theme, scene: Scene])[] = [
  ['light', editing],
  ['dark', looking],
  ['contrast', looking],
];

const STEP_MS = 60_000;

/** Plays all scenes; says whether all of them went as they should. */
export async function runUi(run: UiRun): Promise<boolean> {
  mkdirSync(run.pictures, { recursive: true });
  const browser = await startBrowser();
  let good = true;
  try {
    for (const [theme, scene] of SCENES) {
      const failure = await play(theme, scene);
      console.log(`  ${failure ? '❌' : '✅'} ${scene.name}, ${theme}${failure ? `: ${failure}` : ''}`);
      good &&= failure === undefined;
    }
  } finally {
    await browser.close();
  }
  return good;

  async function play(theme: Theme, scene: Scene): Promise<string | undefined> {
    const folder = mkdtempSync(join(tmpdir(), 'agreement-workspace-'));
    cpSync(run.workspace, folder, { recursive: true });
    const server = await startThemed(run.vsix, theme);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(STEP_MS);
    const desk = new Desk(page, run.pictures);
    try {
      await scene(desk, { server, folder, theme });
      return undefined;
    } catch (error) {
      await desk.picture(`failure-${scene.name}-${theme}`).catch(() => {});
      return error instanceof Error ? error.message : String(error);
    } finally {
      await page.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
