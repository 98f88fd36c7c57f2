import { describe, expect, test } from 'vitest';
import { readDate } from '../../language/dates/index.ts';
import type { Project } from '../../language/project.ts';
import {
  describeObligationStatus,
  describeStatus,
  obligationStatus,
  statusFor,
  statusOf,
} from '../../language/status/index.ts';
import { readCases } from '../support/cases.ts';
import { projectOfTexts } from '../support/marked.ts';

/**
 * `*.cases`: records, then for each subject behind a line `--- status NAME for PARTY` or `--- obligation NAME.NAME` one line a day: the day
 * and the status in words. Without a name it is the agreement A.
 */
for (const file of ['agreements.cases', 'obligations.cases']) {
  describe(file, () => {
    for (const { says, text } of readCases(new URL(file, import.meta.url))) {
      const [records = '', ...subjects] = text.split(/^--- /m);
      test(says, () => {
        const project = projectOfTexts(new Map([['a.agreement', records]]));
        for (const subject of subjects) {
          const [head = '', ...lines] = subject.trim().split('\n');
          expect(lines.map((line) => `${line.slice(0, 10)} ${told(project, head, line.slice(0, 10))}`)).toEqual(lines);
        }
      });
    }
  });
}

function told(project: Project, head: string, on: string): string {
  const [, sort, name = 'A', obligation, party] =
    /^(\w+)(?: (?!for )(\w+)(?:\.(\w+))?)?(?: for (\w+))?$/.exec(head) ?? [];
  const ask = project.ask();
  const record = ask.lookup(name);
  const day = dayIn(on);
  if (sort === 'status' && record?.type === 'agreement')
    return describeStatus(party ? statusFor(ask, record, party, day) : statusOf(ask, record, day));
  if (record?.type !== 'agreement' && record?.type !== 'program') throw new Error(`No such record: ${head}`);
  const found = record.obligations.find((o) => o.name.name === obligation);
  if (!found) throw new Error(`No such obligation: ${head}`);
  return describeObligationStatus(obligationStatus(ask, record, found, day));
}

function dayIn(text: string): number {
  const reading = readDate(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.date.min;
}
