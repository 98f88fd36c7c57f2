import type { Report } from '../report.ts';
import { count, grouped } from '../terminal/style.ts';

/** The last line for people: how much was found, in how much, and for which day. */
export function closing({ summary, waived, asOf, projects }: Report, missed: number): string {
  const { error, warning, information, hint, files, records } = summary;
  const found = [
    error ? count(error, 'error') : '',
    warning ? count(warning, 'warning') : '',
    information ? count(information, 'information note') : '',
    hint ? count(hint, 'hint') : '',
  ].filter(Boolean);
  const silenced = waived.length ? `, ${grouped(waived.length)} waived` : '';
  const what = found.length ? `Found ${listed(found)}` : 'Nothing found';
  const where = `${count(files, 'file')} (${count(records, 'record')})`;
  const days = new Set(projects.map(({ project }) => project.standard.asOf));
  const when = days.size > 1 ? `as of each of ${count(projects.length, 'project')}’ own days` : `as of ${asOf}`;
  const left = missed ? ` ${grouped(missed)} could not be checked.` : '';
  return `${what}${silenced} in ${where}, ${when}.${left}`;
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
