import type * as Ast from '../generated/ast.ts';
import type { Syntax } from '../syntax/tree.ts';
import type { Common, Figure, Span, Text, Waiver } from './model.ts';
import { readFigure } from './numbers.ts';
import { NONE, type Reader } from './reader.ts';

type CommonNode = Syntax<Ast.Common>;
/** A statement of any body, told apart by its type. */
interface Statement {
  readonly $type: string;
}

/** What a record says whose body holds no such statement. */
export const EMPTY: Common = Object.freeze({
  descriptions: NONE,
  notes: NONE,
  also: NONE,
  marks: NONE,
  translations: NONE,
  cites: NONE,
  figures: NONE,
  waivers: NONE,
});

const COMMON = new Set(['Description', 'Note', 'Also', 'Mark', 'Translation', 'Cites', 'Figure', 'Waiver']);

/** Reads the statements that every body may hold; `scope` is the record whose body it is. */
export function readCommon(reader: Reader, statements: readonly Statement[] | undefined, scope: Span): Common {
  if (!statements || !holdsCommon(statements)) return EMPTY;
  const gathered = new Gathering();
  for (const statement of statements) {
    if (COMMON.has(statement.$type)) gather(reader, statement as CommonNode, gathered, scope);
  }
  return gathered;
}

function holdsCommon(statements: readonly Statement[]): boolean {
  for (const { $type } of statements) if (COMMON.has($type)) return true;
  return false;
}

class Gathering implements Common {
  descriptions: Text[] = [];
  notes: Text[] = [];
  also: Text[] = [];
  marks: Text[] = [];
  translations: Common['translations'][number][] = [];
  cites: Common['cites'][number][] = [];
  figures: Figure[] = [];
  waivers: Waiver[] = [];
}

function gather(reader: Reader, node: CommonNode, into: Gathering, scope: Span): void {
  switch (node.$type) {
    case 'Description':
      push(into.descriptions, reader.optionalText(node.text));
      break;
    case 'Note':
      push(into.notes, reader.optionalText(node.text));
      break;
    case 'Also':
      push(into.also, reader.optionalText(node.text));
      break;
    case 'Mark':
      push(into.marks, reader.optionalText(node.mark));
      break;
    case 'Translation':
      push(into.translations, translation(reader, node));
      break;
    case 'Cites':
      into.cites.push(...reader.citations(node.cites));
      break;
    case 'Figure':
      push(into.figures, figure(reader, node));
      break;
    case 'Waiver':
      push(into.waivers, waiver(reader, node, scope));
      break;
  }
}

function translation(reader: Reader, node: Syntax<Ast.Translation>): Common['translations'][number] | undefined {
  if (node.language === undefined || node.text === undefined) return undefined;
  return { language: reader.word(node.language), text: reader.text(node.text) };
}

function push<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

function figure(reader: Reader, node: Syntax<Ast.Figure>): Figure | undefined {
  if (node.label === undefined) return undefined;
  return {
    label: reader.text(node.label),
    atLeast: node.least !== undefined,
    value: amount(reader, node),
    over: reader.when(node),
    cites: reader.citations(node.cites),
    ...reader.span(node),
  };
}

/** The number of a figure: unknown where something in it could not be read, as in `1,000`. */
function amount(reader: Reader, node: Syntax<Ast.Figure>): number {
  if (node.value === undefined || reader.isCutShort(node)) return Number.NaN;
  return readFigure(reader, reader.leafSpan(node.value));
}

const NO_REASON = 'A waiver needs a reason: say in the quotes why this is right.';

/** A waiver without a rule or a reason is a syntax error, and waives nothing. */
function waiver(reader: Reader, node: Syntax<Ast.Waiver>, scope: Span): Waiver | undefined {
  const subject = reader.optionalName(node.subject, 'waiver-subject');
  if (node.rule === undefined || node.reason === undefined) return undefined;
  const reason = reader.text(node.reason);
  if (!/[^\s\p{Cf}]/u.test(reason.value)) {
    const { start, end } = reason;
    reader.flaws.push({ code: 'syntax', start, end, message: NO_REASON, fixes: NONE });
    return undefined;
  }
  const whole = { rule: reader.word(node.rule), subject, reason, scope, ...reader.span(node) };
  return node.$broken ? { ...whole, isCutShort: true } : whole;
}
