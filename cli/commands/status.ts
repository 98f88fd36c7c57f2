import { type Command, Option } from 'commander';
import { isoDay } from '../../language/dates/index.ts';
import type { Agreement } from '../../language/records/model.ts';
import { describeObligationStatus, describeStatus, obligationStatus, statusOf } from '../../language/status/index.ts';
import { csv } from '../formats/status-csv.ts';
import { json } from '../formats/status-json.ts';
import { pretty } from '../formats/status-pretty.ts';
import type { AgreementStatus, StatusReport } from '../formats/status-report.ts';
import type { LoadedProject } from '../project/load.ts';
import { commonFolder } from '../report.ts';
import type { ColourChoice } from '../terminal/style.ts';
import { colourOption } from './check.ts';
import { dayOf, loadAll } from './projects.ts';
import { Run } from './run.ts';

const FORMATS = { pretty, json, csv } as const;

interface StatusOptions {
  readonly format: keyof typeof FORMATS;
  readonly asOf?: string;
  readonly color: ColourChoice;
}

/** `agreement status` */
export function addStatus(program: Command, end: (code: number) => void): void {
  program
    .command('status')
    .summary('tell the status of every agreement')
    .description('Tells what every agreement, and every obligation, is on a day. It follows from the recorded events.')
    .argument('[paths...]', 'folders or files of records', ['.'])
    .addOption(new Option('-f, --format <format>', 'how to write it').choices(Object.keys(FORMATS)).default('pretty'))
    .option('--as-of <day>', 'the day, such as 2026-01-01, or today (default: as the project says, or today)')
    .addOption(colourOption())
    .action(async (paths: readonly string[], options: StatusOptions) => end(await status(paths, options)))
    .addHelpText(
      'after',
      `
Exit codes: 0 all went well, 2 something could not be read or written, or the command line is wrong.`,
    );
}

async function status(paths: readonly string[], { format, asOf, color }: StatusOptions): Promise<number> {
  const run = new Run({ color });
  const standards = { asOf: asOf === undefined ? undefined : dayOf(asOf), rules: {} };
  const projects = await loadAll(paths, undefined, standards, run);
  if (projects.length > 0) await run.print(FORMATS[format](reportOf(projects), run.style));
  return run.end();
}

function reportOf(projects: readonly LoadedProject[]): StatusReport {
  return {
    folder: commonFolder(projects),
    asOf: isoDay(projects[0]?.project.standard.asOf ?? 0),
    agreements: projects.flatMap((from) => from.wanted.flatMap((uri) => statusesIn(from, uri))),
  };
}

function statusesIn(from: LoadedProject, uri: string): readonly AgreementStatus[] {
  const agreements = from.project.file(uri)?.declarations.filter((declaration) => declaration.type === 'agreement');
  return (agreements ?? []).filter(({ name }) => name.name !== '').map((agreement) => statusIn(from, agreement));
}

function statusIn(from: LoadedProject, agreement: Agreement): AgreementStatus {
  const ask = from.project.ask();
  const { asOf } = from.project.standard;
  const own = statusOf(ask, agreement, asOf);
  const obligations = agreement.obligations.map((obligation) => {
    const reached = obligationStatus(ask, agreement, obligation, asOf);
    return { obligation, status: reached, text: describeObligationStatus(reached) };
  });
  return { from, agreement, status: own, text: describeStatus(own), obligations };
}
