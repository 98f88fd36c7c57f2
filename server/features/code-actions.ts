import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Finding } from '../../language/findings.ts';
import { type Action, type Actions, type Asked, touches } from '../actions/action.ts';
import { demanded } from '../actions/demanded.ts';
import { FIX_ALL, fixAll } from '../actions/fix-all.ts';
import { moving } from '../actions/moving.ts';
import { obligationNames } from '../actions/obligation-names.ts';
import { quickFixes } from '../actions/quick-fixes.ts';
import { sources } from '../actions/sources.ts';
import { answering, outdated } from '../answer.ts';
import type { Context, Subject } from '../context.ts';
import { type Lines, toRange, toSpan } from '../positions.ts';
import { isBuiltin } from '../uris.ts';
import type { Feature } from './feature.ts';

const ACTIONS: readonly Actions[] = [quickFixes, demanded, obligationNames, sources, moving, fixAll];

const KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorMove,
  CodeActionKind.RefactorRewrite,
  FIX_ALL,
];

/** Mends of what is found, and changes that keep what is meant. */
export const codeActions: Feature = {
  capabilities: (client) => ({
    codeActionProvider: { codeActionKinds: KINDS, resolveProvider: resolves(client) },
  }),
  register: (connection, context) => {
    connection.onCodeAction(
      answering('find what can be done here', async (params, token) => {
        await context.ready(params, token);
        return offer(context, params);
      }),
    );
    connection.onCodeActionResolve(answering('do this', (action) => resolve(context, action)));
  },
};

/** What is kept in an action until it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: CodeActionParams['range'];
  readonly finding?: string;
}

/** Whether the editor asks for the changes of an action when it is chosen. */
function resolves(client: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = client.textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** No more findings than this are mended at once: whoever asks about a whole file would not look through more. */
const MOST = 100;

function offer(context: Context, params: CodeActionParams): CodeAction[] {
  const { only, diagnostics } = params.context;
  const sent = copiesOf(diagnostics ?? []);
  const asked = askedFor(context, params, {
    wants: (kind) => isWanted(kind, only),
    chosen: (findings, { document }) => wantedOf(findings, document.records, sent),
  });
  if (!asked) return [];
  const isLazy = resolves(context.client);
  return ACTIONS.flatMap((actions) => actions(asked)).flatMap((action): CodeAction[] => {
    const diagnostic = action.finding && sent.get(copyKey(toSent(asked.document.records, action.finding)));
    const known: CodeAction = {
      title: action.title,
      kind: action.kind,
      ...(diagnostic && { diagnostics: [diagnostic] }),
      ...(action.preferred && { isPreferred: true }),
    };
    if (isLazy) return [{ ...known, data: dataOf(context, params, action) }];
    const edit = action.edit();
    return edit ? [{ ...known, edit }] : [];
  });
}

function askedFor(
  context: Context,
  { textDocument, range }: Pick<CodeActionParams, 'textDocument' | 'range'>,
  { wants, chosen }: Choice,
): Asked | undefined {
  const subject = context.subject({ textDocument });
  if (!subject || isBuiltin(subject.document.uri)) return undefined;
  const span = toSpan(subject.document.records, range);
  const here = () => context.findings(subject.document.uri).filter((finding) => touches(span, finding));
  return { ...subject, ...span, context, wants, mending: () => chosen(here(), subject) };
}

/** What of all that can be done is asked for. */
interface Choice {
  readonly wants: Asked['wants'];
  /** The findings, of those at the place, whose mends are wanted. */
  readonly chosen: (findings: readonly Finding[], subject: Subject) => readonly Finding[];
}

/** The findings that the editor names; all where it names none of them. */
function wantedOf(findings: readonly Finding[], lines: Lines, sent: Copies): readonly Finding[] {
  const named = findings.filter((finding) => sent.has(copyKey(toSent(lines, finding))));
  return (named.length ? named : findings).slice(0, MOST);
}

/** A kind is wanted where it, or what it is a part of, is asked for. All mends of a file are only made for who asks for them. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  if (only === undefined) return kind !== FIX_ALL;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The editor's own copies of findings, so that it knows which one is mended. */
type Copies = ReadonlyMap<string, Diagnostic>;

function copiesOf(sent: readonly Diagnostic[]): Copies {
  return new Map(sent.map((diagnostic) => [copyKey(diagnostic), diagnostic]));
}

/** Two findings may share their code and place, but then not their message. */
function copyKey({ code, range: { start, end }, message }: Pick<Diagnostic, 'code' | 'range' | 'message'>): string {
  const said = typeof message === 'string' ? message : message.value;
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character} ${said}`;
}

function toSent(lines: Lines, { code, start, end, message }: Finding): Pick<Diagnostic, 'code' | 'range' | 'message'> {
  return { code, range: toRange(lines, { start, end }), message };
}

function dataOf(context: Context, { textDocument, range }: CodeActionParams, { finding }: Action): ActionData {
  const version = context.openDocument(textDocument.uri)?.version ?? 0;
  return { uri: textDocument.uri, version, range, ...(finding && { finding: keyOf(finding) }) };
}

function keyOf({ code, start, end, message }: Finding): string {
  return `${code} ${start} ${end} ${message}`;
}

/** Finds the action again, and the changes that it makes. */
function resolve(context: Context, action: CodeAction): CodeAction {
  const data = action.data as ActionData | undefined;
  if (!data || action.edit) return action;
  if (context.openDocument(data.uri)?.version !== data.version) throw outdated();
  const asked = askedFor(
    context,
    { textDocument: { uri: data.uri }, range: data.range },
    {
      wants: (kind) => kind === action.kind,
      chosen: (findings) => findings.filter((finding) => keyOf(finding) === data.finding),
    },
  );
  const found = asked && ACTIONS.flatMap((actions) => actions(asked)).find((one) => isSame(one, action, data));
  const edit = found?.edit();
  return edit ? { ...action, edit } : action;
}

function isSame({ title, kind, finding }: Action, action: CodeAction, data: ActionData): boolean {
  return title === action.title && kind === action.kind && (finding && keyOf(finding)) === data.finding;
}
