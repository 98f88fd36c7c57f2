import { PROJECT_FILE_NAME, RULE_SETTINGS } from './project-file.ts';
import { RULES } from './rules/index.ts';

/** A JSON Schema (draft-07) of the project file, made of the rules there are: what editors complete and explain in it. */
export function projectSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: PROJECT_FILE_NAME,
    description: 'What belongs to a project of agreement records, and how it is judged.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      include: globs(
        'The files of the project, as patterns relative to its folder. A folder stands for all that lies in it.',
        ['**/*.agreement'],
      ),
      exclude: globs('The files that are left out, as patterns relative to the folder.', []),
      asOf: {
        type: 'string',
        format: 'date',
        pattern: String.raw`^\d{4}-\d\d-\d\d$`,
        description:
          'The day for which statuses and findings are judged. Today, unless it is set here or on the command line.',
        examples: ['2026-01-01'],
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        description: 'Severities that depart from the rules’ own.',
        properties: Object.fromEntries(RULES.map((rule) => [rule.code, ruleSchema(rule.sentence, rule.severity)])),
      },
    },
  };
}

function ruleSchema(sentence: string, severity: string): object {
  const usual = severity === 'by the kind' ? 'its severity depends on the kind' : severity;
  return { enum: RULE_SETTINGS, description: `${sentence} (${usual}, unless set)` };
}

function globs(description: string, usual: readonly string[]): object {
  return { type: 'array', items: { type: 'string', minLength: 1 }, description, default: usual };
}
