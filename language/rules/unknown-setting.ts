import type { Rule } from './rule.ts';

/** A fault in the project file. The reader of that file reports it; hence no checks here. */
export const unknownSetting: Rule = {
  code: 'unknown-setting',
  category: 'project',
  severity: 'error',
  sentence: 'The project file says only what a project file may say.',
  why: `\`agreement.json\` decides which files belong to the project, for which day it is judged and how strictly. A key, a rule or a severity
that is misspelt there would quietly do nothing: a rule that somebody meant to make an error stays a warning, and a build stays
green.

The keys are \`include\`, \`exclude\`, \`asOf\`, \`rules\` and \`$schema\`; a severity is \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`. An
editor that knows JSON Schema completes them.`,
  basis: 'The language’s own habit: what the project file cannot mean is said at once, at its place.',
  mends: 'The nearest key, rule or severity.',
  rejected: [
    {
      says: 'There is no rule of that name (the marks stand in the project file itself).',
      text: `--- agreement.json
{ "rules": { »"missing-sources"«: "error" } }`,
    },
    {
      says: 'And no such severity.',
      text: `--- agreement.json
{ "rules": { "missing-source": »"fatal"« } }`,
    },
  ],
  accepted: [
    {
      says: 'Keys, rules and severities that exist.',
      text: `--- agreement.json
{ "asOf": "2026-01-01", "rules": { "missing-source": "error", "unused-declaration": "off" } }`,
    },
  ],
  checks: {},
};
