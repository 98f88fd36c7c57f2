/**
 * Measures a cold `agreement check` as a whole process, and beside it what YAML, js-yaml and ajv need for the same records:
 * `npm run bench -- [--sizes 1000,10000,100000] [--runs 3] [--seed 1] [--every 10] [--node PATH] [--json]`.
 */
import { parseArgs } from 'node:util';
import { table } from '../../cli/terminal/style.ts';
import { buildCommand, buildYamlCheck, bytesIn, Folders, machine } from './folders.ts';
import { measure, measureInTurn, type Usage } from './measure.ts';
import { type Figure, figuresTable, lines, shown } from './table.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '10' },
    node: { type: 'string', default: process.execPath },
    json: { type: 'boolean', default: false },
  },
});

/** One corpus, checked by one program. */
interface Row extends Usage {
  readonly what: string;
  readonly agreements: number;
  readonly perFile: number;
  readonly bytes: number;
}

const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const every = Number(values.every);
const { node } = values;
const largest = Math.max(...sizes);
const FEW = 10;
const MANY = 1000;

using folders = new Folders(Number(values.seed));
const command = buildCommand(folders.path);
const yamlCheck = await buildYamlCheck(folders.path);
const check = (folder: string) => (): Promise<Usage> => measure(command, ['check', folder], node);
const rows: Row[] = [];
const figures: Figure[] = [];

note(`${machine(node)}; medians of ${runs} runs, in turn`);
for (const agreements of sizes) await compareWithYaml(agreements, FEW);
await compareWithYaml(largest, MANY);
await compareFileSizes(Math.min(largest, 10_000));
await compareDoubled(largest / 2);
await compareBroken(Math.min(largest, 10_000));
if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(node), runs, rows, figures }, null, 2)}\n`);
else process.stdout.write(`\n${rowsTable()}\n${figuresTable(figures)}`);

async function compareWithYaml(agreements: number, perFile: number): Promise<void> {
  const records = folders.records(agreements, perFile);
  const yaml = folders.yaml(agreements, perFile);
  const used = await measureInTurn(runs, { records: check(records), yaml: () => measure(yamlCheck, [yaml], node) });
  add('agreement check', agreements, perFile, records, used.records);
  add('js-yaml and ajv', agreements, perFile, yaml, used.yaml);
  const isLargest = agreements === largest;
  const of = `${agreements} agreements, ${perFile} to a file, against js-yaml and ajv`;
  ratio(`time: ${of}`, used.records.time / used.yaml.time, isLargest ? 1.3 : undefined);
  ratio(`processor time: ${of}`, used.records.processor / used.yaml.processor);
  ratio(`memory: ${of}`, used.records.memory / used.yaml.memory, isLargest ? 4 : undefined);
}

async function compareFileSizes(agreements: number): Promise<void> {
  const few = folders.records(agreements, FEW);
  const many = folders.records(agreements, MANY);
  const used = await measureInTurn(runs, { few: check(few), many: check(many) });
  add('agreement check', agreements, MANY, many, used.many);
  ratio(
    `processor time: ${agreements} agreements in files of ${MANY}, against files of ${FEW}`,
    used.many.processor / used.few.processor,
    1.2,
  );
}

async function compareDoubled(half: number): Promise<void> {
  const once = folders.records(half, FEW);
  const twice = folders.records(half * 2, FEW);
  const used = await measureInTurn(runs, { once: check(once), twice: check(twice) });
  add('agreement check', half, FEW, once, used.once);
  ratio(`processor time: ${half * 2} agreements, against ${half}`, used.twice.processor / used.once.processor, 2);
}

async function compareBroken(agreements: number): Promise<void> {
  const sound = folders.records(agreements, MANY);
  const broken = folders.broken(agreements, MANY, every);
  const half = folders.broken(agreements / 2, MANY, every);
  const used = await measureInTurn(runs, { sound: check(sound), broken: check(broken), half: check(half) });
  add(`agreement check, every ${every}th statement broken`, agreements, MANY, broken, used.broken);
  ratio(
    `processor time: every ${every}th statement broken, against none`,
    used.broken.processor / used.sound.processor,
  );
  ratio('processor time: twice as many broken files', used.broken.processor / used.half.processor, 2);
}

function add(what: string, agreements: number, perFile: number, folder: string, usage: Usage): void {
  rows.push({ what, agreements, perFile, bytes: bytesIn(folder), ...usage });
  note(`${what}, ${agreements} agreements, ${perFile} to a file: ${shown(usage.time / 1000, 's')}`);
}

function ratio(name: string, value: number, target?: number): void {
  figures.push({ name, value, unit: 'x', ...(target === undefined ? {} : { target }) });
}

function rowsTable(): string {
  const head = ['', 'agreements', 'to a file', 'time', 'processor', 'memory', 'speed'];
  const cells = rows.map((row) => [
    row.what,
    String(row.agreements),
    String(row.perFile),
    shown(row.time / 1000, 's'),
    shown(row.processor / 1000, 's'),
    shown(row.memory / 1e6, 'MB'),
    shown(row.bytes / 1e6 / (row.time / 1000), 'MB/s'),
  ]);
  return lines(table([head, ...cells]));
}

/** What is going on, kept out of the result. */
function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
