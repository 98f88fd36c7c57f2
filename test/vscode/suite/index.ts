// The browser's build in both hosts: the tests are bundled with it, so nothing has to be found on a disk.
import 'mocha/mocha.js';
import { report, say } from './report.ts';

/** What the titles of the tests to run contain; put in by the bundler, empty for all. */
declare const GREP: string;

/** Called by VS Code inside the extension host. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 90_000, color: false, reporter: 'spec' });
  Mocha.reporters.Base.consoleLog = say;
  await import('./tests.ts');
  mocha.grep(GREP);
  // Not `mocha.run`: that one looks for a page, and reads its address.
  return report((done) => Mocha.prototype.run.call(mocha, done));
}
