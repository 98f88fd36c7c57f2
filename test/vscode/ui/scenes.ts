import assert from 'node:assert/strict';
import type { CodeServer } from '../tooling/code-server.ts';
import type { Desk, Theme } from './desk.ts';

export interface Setting {
  readonly server: CodeServer;
  /** A copy of the fixture. */
  readonly folder: string;
  readonly theme: Theme;
}

/** A sequence of what a person does and expects to see. Throws where it is not seen. */
export type Scene = (desk: Desk, setting: Setting) => Promise<void>;

const FAULTS = 'records/faults.agreement';

/** Mends a record: sees what is wrong, takes a mend and a completion, renames, follows a kind into the library. */
export async function editing(desk: Desk, { server, folder }: Setting): Promise<void> {
  const { page } = desk;
  const editor = await desk.openFolder(server, folder, FAULTS);
  await desk.line(editor, '16/09/2022').waitFor();
  await editor.locator('.squiggly-error').first().waitFor();
  await desk.status('2 errors as of 2026-01-01').waitFor();
  await desk.picture('1-findings');

  await desk.clickWord(editor, '16/09/2022', '16/09/2022');
  await desk.press('Control+.');
  const mend = page.locator('.action-widget .monaco-list-row', { hasText: '2022-09-16' }).first();
  await mend.waitFor();
  await desk.picture('2-mends');
  await mend.click();
  await desk.line(editor, 'signed 2022-09-16 per').waitFor();

  await desk.press('End');
  await desk.press('Enter');
  await desk.type('foll');
  const proposal = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'follows' }).first();
  await proposal.waitFor();
  await desk.picture('3-completion');
  await desk.press('Enter');
  await desk.line(editor, /^\s*follows/).waitFor();
  await desk.press('Escape');

  await desk.clickWord(editor, 'between', 'CBP');
  await desk.press('F2');
  await page.locator('.rename-box input').waitFor();
  await desk.press('Control+A');
  await desk.type('US-Customs');
  await desk.picture('4-rename');
  await desk.press('Enter');
  await desk.line(editor, 'between US-Customs and Nobody').waitFor();

  await desk.clickWord(editor, ': MRA', /^\s*MRA/);
  await desk.press('F12');
  const library = desk.editor('library/kinds.agreement');
  await desk.line(library, 'kind MRA').waitFor();
  await desk.picture('5-library');
  await desk.type('x');
  await page.locator('.monaco-editor-overlaymessage', { hasText: /read-only/i }).waitFor();

  await desk.status(/as of/).click();
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Explain a rule' }).waitFor();
  await desk.picture('6-menu');
  await desk.choose('Explain a rule');
  await page.keyboard.type('missing-precedent');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'missing-precedent' }).waitFor();
  await desk.picture('7-rules');
  await desk.press('Enter');
  await page.locator('.tab', { hasText: 'missing-precedent' }).waitFor();
  await page.waitForTimeout(1500);
  await desk.picture('8-rule');

  await desk.run('Welcome: Open Walkthrough...');
  await desk.choose('Get started with Agreement Records');
  await page.locator('.getting-started-step, .step-title', { hasText: 'Write a record' }).first().waitFor();
  await desk.picture('9-walkthrough');
}

/** Looks at records in a theme: colours, findings, hover, the list of problems. */
export async function looking(desk: Desk, { server, folder, theme }: Setting): Promise<void> {
  const { page } = desk;
  const editor = await desk.openFolder(server, folder, FAULTS);
  await desk.line(editor, '16/09/2022').waitFor();
  await editor.locator('.squiggly-error').first().waitFor();
  const coloured = desk.line(editor, 'between').locator('span > span');
  const classes = await coloured.evaluateAll((spans) => spans.map((span) => span.className));
  assert.ok(new Set(classes).size > 1, 'words have colours of their own');

  await desk.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'Nobody' }).first().waitFor();
  await desk.picture(`${theme}-problems`);

  await desk.press('Control+Shift+M');
  await desk.line(editor, 'between').locator('span > span', { hasText: 'CBP' }).first().hover();
  await page.locator('.monaco-hover', { hasText: 'Customs and Border Protection' }).first().waitFor();
  await desk.picture(`${theme}-hover`);

  await desk.press('Control+P');
  await page.keyboard.type('brazil');
  await desk.choose('brazil.agreement');
  await desk.line(desk.editor('records/brazil.agreement'), 'US-BR-MRA').first().waitFor();
  await page.waitForTimeout(1000);
  await desk.picture(`${theme}-records`);
}
