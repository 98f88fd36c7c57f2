/**
 * Two native modules that every extension host of VS Code looks for, in plain JavaScript: without them it writes no log files, and the
 * Output panel, which reads those, stays empty. Compiling the real ones takes a C++ compiler and most of a minute.
 */
export const standIns: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: '@vscode/native-watchdog/index.js',
    text: 'exports.start = () => {};\nexports.exit = (code) => process.exit(code ?? 0);\n',
  },
  {
    path: '@vscode/spdlog/index.js',
    // Assigned one by one: VS Code imports this as a module, and Node then finds the names without running it.
    text: `const fs = require('node:fs');
const path = require('node:path');
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.plain = false; }
  put(level, text) {
    if (level < this.level) return;
    const head = new Date().toISOString().replace('T', ' ').slice(0, -1) + ' [' + LEVELS[level] + '] ';
    try { fs.appendFileSync(this.file, this.plain ? text : head + text + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  clearFormatters() { this.plain = true; }
  setPattern() {}
  flush() {}
  drop() {}
}
['trace', 'debug', 'info', 'warn', 'error', 'critical'].forEach((name, level) => {
  Logger.prototype[name] = function (text) { this.put(level, text); };
});
const open = async (_name, file) => { fs.mkdirSync(path.dirname(file), { recursive: true }); return new Logger(file); };
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = open;
exports.createAsyncRotatingLogger = open;
`,
  },
];
