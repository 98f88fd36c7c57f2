import assert from 'node:assert/strict';
import type { Desk } from './desk.ts';

/** What a person does and expects to see, beginning and ending with no open editor. Throws where it is not seen. */
export type Scene = (desk: Desk) => Promise<void>;

const FAULTS = 'faults.agreement';

/** Opens a file: words have colours, faults are underlined and listed, a name tells what it stands for. */
export async function looking(desk: Desk): Promise<void> {
  const { page } = desk;
  const editor = await desk.openFile(FAULTS);
  await editor.locator('.squiggly-error').first().waitFor();
  await desk.status('2 errors as of 2026-01-01').waitFor();
  const words = desk.line(editor, /^\s*between/).locator('span > span');
  const classes = await words.evaluateAll((spans) => spans.map((span) => span.className));
  assert.ok(new Set(classes).size > 1, 'words have colours of their own');

  await desk.run('View: Toggle Problems');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'Nobody' }).first().waitFor();
  await desk.picture('findings');
  await desk.run('View: Hide Panel');

  // The line above moves the others down when it comes.
  await editor.locator('.codelens-decoration', { hasText: 'references' }).first().waitFor();
  await desk.point(desk.word(editor, /^\s*between/, 'CBP'), 'Customs and Border Protection');
  await desk.picture('hover');
  const records = await desk.openFile('brazil.agreement');
  await desk
    .line(records, /in\s+force\s+since/)
    .first()
    .waitFor();
  await records.locator('.codelens-decoration', { hasText: '0 of 1 obligation open' }).waitFor();
  await desk.picture('records');
}

/** Takes a reading of a pasted date from the light bulb. */
export async function mending(desk: Desk): Promise<void> {
  const { page } = desk;
  const editor = await desk.openFile(FAULTS);
  await editor.locator('.squiggly-error').first().waitFor();
  await desk.word(editor, /^\s*signed/, '16/09/2022').click();
  await desk.press('Control+.');
  const mend = page.locator('.action-widget .monaco-list-row', { hasText: '2022-09-16' }).first();
  await mend.waitFor();
  await desk.picture('mends');
  await mend.click();
  await desk.line(editor, 'signed 2022-09-16 per').waitFor();
}

/** Types the beginning of a statement, and takes the rest. */
export async function completing(desk: Desk): Promise<void> {
  const { page } = desk;
  const editor = await desk.openFile(FAULTS);
  await desk.line(editor, /^\s*signed/).click();
  await desk.press('End');
  await desk.press('Enter');
  await desk.type('foll');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'follows' }).first().waitFor();
  await desk.picture('completion');
  await desk.press('Enter');
  await desk.line(editor, /^\s*follows/).waitFor();
}

/** Gives a party another name. */
export async function renaming(desk: Desk): Promise<void> {
  const { page } = desk;
  const editor = await desk.openFile('brazil.agreement');
  await desk.word(editor, /^\s*between/, 'RFB').click();
  await desk.press('F2');
  await page.locator('.rename-box input:focus').waitFor();
  await desk.press('Control+A');
  await desk.type('Receita');
  await desk.picture('rename');
  await desk.press('Enter');
  await desk.line(editor, 'between CBP and Receita').first().waitFor();
  const register = await desk.openFile('register.agreement');
  await desk.line(register, 'run by Receita').waitFor();
}

/** Follows a kind into the library, which can be read and not be written. */
export async function leading(desk: Desk): Promise<void> {
  const editor = await desk.openFile('brazil.agreement');
  await desk.word(editor, 'US-BR-MRA', /^\s*MRA/).click();
  await desk.press('F12');
  const library = desk.editor('kinds.agreement');
  await desk.line(library, 'kind MRA').waitFor();
  await desk.picture('library');
  await desk.type('x');
  await desk.page.locator('.monaco-editor-overlaymessage', { hasText: /read-only/i }).waitFor();
}

/** Asks why: by the code of a finding, and by the status bar for any rule. */
export async function explaining(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.openFile(FAULTS);
  await desk.run('View: Toggle Problems');
  await page.locator('.markers-panel .monaco-list-row a', { hasText: 'invalid-date' }).click({ modifiers: ['Alt'] });
  await desk.preview('h1', 'invalid-date').waitFor();
  await desk.picture('why');
  await desk.run('View: Hide Panel');
  await desk.run('View: Close All Editors');

  await desk.status(/as of/).click();
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Explain a rule' }).waitFor();
  await desk.picture('menu');
  await desk.choose('Explain a rule');
  await page.locator('.quick-input-widget .monaco-list-row').nth(3).waitFor();
  await page.keyboard.type('missing-precedent');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'missing-precedent' }).first().waitFor();
  await desk.picture('rules');
  await desk.press('Enter');
  await desk.preview('h1', 'missing-precedent').waitFor();
  await desk.picture('rule');
}

/** Begins in an empty folder: opens the walkthrough, writes a first record with it, saves it, and is told that nothing is wrong. */
export async function starting(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.run('View: Toggle Primary Side Bar Visibility');
  await desk.run('Welcome: Open Walkthrough');
  await page.keyboard.type('Agreement');
  await desk.choose('Get started with Agreement Records');
  await page.locator('.step-title', { hasText: 'Write a record' }).waitFor();
  await desk.preview('code', 'US-BR-CMAA').waitFor();
  await desk.picture('walkthrough');

  await page.locator('.getting-started-step .monaco-button', { hasText: 'New agreement' }).click();
  const draft = page.locator('.monaco-editor[data-uri^="untitled:"]');
  await desk.line(draft, 'agreement US-BR-CMAA : CMAA').waitFor();
  await desk.picture('first-record');
  await desk.press('Escape');
  await desk.press('Control+S');
  await desk.answer(`${desk.folder}/first.agreement`);
  await desk.line(desk.editor('first.agreement'), 'agreement US-BR-CMAA').waitFor();
  await desk.status(/no errors or warnings as of/).waitFor();
  await desk.run('Welcome: Open Walkthrough');
  await page.keyboard.type('Agreement');
  await desk.choose('Get started with Agreement Records');
  const last = page.locator('.getting-started-step', { hasText: 'Come to a first clean record' });
  await last.locator('.complete, .codicon-pass-filled').first().waitFor();
  // The page beside the step that is open next.
  await desk.preview('code', '2014~').waitFor();
  await desk.picture('first-clean-record');
}
