/** Tests of the language server, by real messages: see README.md. */
export { type Archive, readArchive } from './support/archive.ts';
export { CAPABILITIES, PULLING } from './support/capabilities.ts';
export { type Asked, answerCase, caseFiles, openCase, type Question, runCase } from './support/cases.ts';
export { Editor, positionIn } from './support/editor.ts';
export { MemoryHost } from './support/memory-host.ts';
export * as render from './support/render.ts';
