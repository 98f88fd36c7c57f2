/** What a person does at the workbench, and sees there. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type CodeServer, startCodeServer } from '../tooling/code-server.ts';
import { workbenchAddress } from '../tooling/workbench.ts';

/** The themes that are looked at. */
export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const;
export type Theme = keyof typeof THEMES;

const SETTINGS = {
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** A place of the window, in pixels, where pointing shows nothing. */
const ASIDE = { x: 900, y: 450 };

/** How long what is done may go unnoticed, and how often it is done again. */
const NOTICED_MS = 10_000;
const TRIES = 6;
/** So long VS Code may take to put a suggestion of its own over what was typed. */
const SETTLED_MS = 500;

/** Starts a VS Code with the extension installed, in a theme. */
export function startThemed(vsix: string, theme: Theme): Promise<CodeServer> {
  return startCodeServer({ install: [vsix], settings: { ...SETTINGS, 'workbench.colorTheme': THEMES[theme] } });
}

/** A workbench in the browser. */
export class Desk {
  readonly page: Page;
  /** The folder that is open, as a path on this machine. */
  readonly folder: string;
  readonly #pictures: string;

  constructor(page: Page, folder: string, pictures: string) {
    this.page = page;
    this.folder = folder;
    this.#pictures = pictures;
  }

  /** Opens the folder. */
  async start(server: CodeServer): Promise<void> {
    await this.page.goto(workbenchAddress(server, this.folder));
    await this.page.locator('.explorer-folders-view').waitFor();
  }

  /** Opens a file of the folder, by its name; again where editors that are still being closed take it along. */
  async openFile(name: string): Promise<Locator> {
    const editor = this.editor(name);
    const open = async (): Promise<void> => {
      await this.ask('Control+P', name);
      await this.choose(name);
    };
    await until(editor.locator('.view-line').first(), open, () => this.press('Escape'));
    return editor;
  }

  /** The editor of a file, by the end of its address. */
  editor(name: string): Locator {
    return this.page.locator(`.monaco-editor[data-uri$="/${name}"]`);
  }

  /** The line of an editor that contains a text. */
  line(editor: Locator, text: string | RegExp): Locator {
    return editor.locator('.view-line', { hasText: text });
  }

  /** A word of a line: the part of it that has one colour. */
  word(editor: Locator, line: string | RegExp, word: string | RegExp): Locator {
    return this.line(editor, line).first().locator('span > span', { hasText: word }).first();
  }

  /** Closes whatever is open, without saving. */
  async clear(): Promise<void> {
    for (let i = 0; i < 3; i++) await this.press('Escape');
    await this.run('File: Revert File');
    await this.run('View: Close All Editors');
    const dontSave = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: /don.t save/i });
    if (await dontSave.isVisible()) await dontSave.click();
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 30 });
  }

  /** Runs a command by its title in the command palette. */
  async run(title: string): Promise<void> {
    await this.ask('F1', title);
    await this.choose(title);
  }

  /** Opens the box at the top with keys, and types into it; again where a page that is just coming up took the keys for itself. */
  async ask(keys: string, text: string): Promise<void> {
    await until(this.page.locator('.quick-input-widget input:focus'), () => this.press(keys));
    await this.page.keyboard.type(text);
  }

  /** Answers the question in the box at the top, whatever VS Code suggests there meanwhile. */
  async answer(text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget input:focus');
    for (let tries = 1; ; tries++) {
      await box.waitFor();
      await this.press('Control+A');
      await this.page.keyboard.type(text);
      await this.page.waitForTimeout(SETTLED_MS);
      if ((await box.inputValue()) === text) return this.press('Enter');
      if (tries === TRIES) throw new Error(`The box does not keep ${text}.`);
    }
  }

  /** Takes a row of the list that is open at the top, and moves the mouse from where the list has been. */
  async choose(label: string | RegExp): Promise<void> {
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first().click();
    await this.page.mouse.move(ASIDE.x, ASIDE.y);
  }

  /** Points at a word until the box with a text comes: VS Code misses a mouse that rests while it is busy, or while lines move. */
  async point(word: Locator, told: string): Promise<void> {
    const box = this.page.locator('.monaco-hover', { hasText: told }).first();
    await until(
      box,
      () => word.hover(),
      () => this.page.mouse.move(ASIDE.x, ASIDE.y),
    );
  }

  /** A part of the page that is shown rendered, by its element and text. */
  preview(element: string, hasText: string): Locator {
    const frame = this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    return frame.locator(element, { hasText }).first();
  }

  /** The extension's item in the status bar. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item[id="agreement-records.agreement-records.agreement.status"]', {
      hasText: text,
    });
  }

  /** Keeps a picture of the whole window. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.#pictures, `${name}.png`) });
  }
}

/** Does something until what comes of it is seen; between two tries `undo` puts back what the first may have left. */
async function until(seen: Locator, act: () => Promise<void>, undo?: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    await act();
    const failure = await seen.waitFor({ timeout: NOTICED_MS }).catch((error: Error) => error);
    if (!failure) return;
    if (tries === TRIES) throw failure;
    await undo?.();
  }
}
