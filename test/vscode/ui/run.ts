/** The extension as a person sees it: scenes are played at a workbench, and leave pictures. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { SuiteEnd } from '../suite-end.ts';
import { startBrowser } from '../tooling/workbench.ts';
import { Desk, startThemed, type Theme } from './desk.ts';
import { completing, explaining, leading, looking, mending, renaming, type Scene, starting } from './scenes.ts';

export interface UiRun {
  readonly vsix: string;
  readonly workspace: string;
  /** Where pictures are left. */
  readonly pictures: string;
}

/** Scenes that are played one after another at the same workbench. */
interface Act {
  readonly theme: Theme;
  /** Whether its folder has the fixture's files, or nothing. */
  readonly folder: 'records' | 'empty';
  readonly scenes: readonly Scene[];
}

const ACTS: readonly Act[] = [
  { theme: 'light', folder: 'records', scenes: [looking, mending, completing, renaming, leading, explaining] },
  { theme: 'light', folder: 'empty', scenes: [starting] },
  { theme: 'dark', folder: 'records', scenes: [looking] },
  { theme: 'contrast', folder: 'records', scenes: [looking] },
];

const STEP_MS = 60_000;

/** Plays all scenes, and counts how they went. */
export async function runUi(run: UiRun): Promise<SuiteEnd> {
  mkdirSync(run.pictures, { recursive: true });
  const browser = await startBrowser();
  try {
    const failures: boolean[] = [];
    for (const act of ACTS) failures.push(...(await playAct(browser, run, act)));
    const failed = failures.filter(Boolean).length;
    return { passed: failures.length - failed, failed };
  } finally {
    await browser.close();
  }
}

/** Plays an act; says of each scene whether it failed. */
async function playAct(browser: Browser, run: UiRun, { theme, folder: filling, scenes }: Act): Promise<boolean[]> {
  const folder = mkdtempSync(join(tmpdir(), 'agreement-workspace-'));
  if (filling === 'records') cpSync(run.workspace, folder, { recursive: true });
  const server = await startThemed(run.vsix, theme);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(STEP_MS);
  const desk = new Desk(page, folder, join(run.pictures, theme));
  const failures: boolean[] = [];
  try {
    await desk.start(server);
    for (const scene of scenes) {
      const start = Date.now();
      const failure = await play(scene, desk);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      console.log(`  ${failure ? '❌' : '✅'} ${scene.name}, ${theme}, ${seconds} s${failure ? `: ${failure}` : ''}`);
      failures.push(failure !== undefined);
    }
  } finally {
    await page.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return failures;
}

/** Plays a scene, and clears the desk after it. Gives back what went wrong. */
async function play(scene: Scene, desk: Desk): Promise<string | undefined> {
  try {
    await scene(desk);
    return undefined;
  } catch (error) {
    await desk.picture(`${scene.name}-failure`).catch(() => {});
    return error instanceof Error ? error.message : String(error);
  } finally {
    await desk.clear().catch(() => {});
  }
}
