import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Action, Actions, Asked } from '../actions/action.ts';
import { demanded } from '../actions/demanded.ts';
import { FIX_ALL, fixAll } from '../actions/fix-all.ts';
import { moving } from '../actions/moving.ts';
import { obligationNames } from '../actions/obligation-names.ts';
import { quickFixes } from '../actions/quick-fixes.ts';
import { sources } from '../actions/sources.ts';
import { answering, outdated } from '../answer.ts';
import type { Context } from '../context.ts';
import { toRange, toSpan } from '../positions.ts';
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

function offer(context: Context, params: CodeActionParams): CodeAction[] {
  const { only } = params.context;
  const asked = askedFor(context, params, (kind) => isWanted(kind, only));
  if (!asked) return [];
  const isLazy = resolves(context.client);
  return ACTIONS.flatMap((actions) => actions(asked)).flatMap((action): CodeAction[] => {
    const diagnostic = action.finding && diagnosticOf(asked, action, params.context.diagnostics);
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
  wants: Asked['wants'],
): Asked | undefined {
  const subject = context.subject({ textDocument });
  if (!subject || isBuiltin(subject.document.uri)) return undefined;
  return { ...subject, ...toSpan(subject.document.records, range), context, wants };
}

/** A kind is wanted where it, or what it is a part of, is asked for. All mends of a file are only made for who asks for them. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  if (only === undefined) return kind !== FIX_ALL;
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The editor's own copy of a finding, so that it knows which one is mended. */
function diagnosticOf(
  { document }: Asked,
  { finding }: Action,
  sent: readonly Diagnostic[] | undefined,
): Diagnostic | undefined {
  if (!finding) return undefined;
  const { start, end } = toRange(document.records, finding);
  return sent?.find(
    ({ code, range }) =>
      code === finding.code &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
}

function dataOf(context: Context, { textDocument, range }: CodeActionParams, { finding }: Action): ActionData {
  const version = context.openDocument(textDocument.uri)?.version ?? 0;
  return { uri: textDocument.uri, version, range, ...(finding && { finding: keyOf(finding) }) };
}

function keyOf({ code, start, end }: NonNullable<Action['finding']>): string {
  return `${code} ${start} ${end}`;
}

/** Finds the action again, and the changes that it makes. */
function resolve(context: Context, action: CodeAction): CodeAction {
  const data = action.data as ActionData | undefined;
  if (!data || action.edit) return action;
  if (context.openDocument(data.uri)?.version !== data.version) throw outdated();
  const asked = askedFor(
    context,
    { textDocument: { uri: data.uri }, range: data.range },
    (kind) => kind === action.kind,
  );
  const found = asked && ACTIONS.flatMap((actions) => actions(asked)).find((one) => isSame(one, action, data));
  const edit = found?.edit();
  return edit ? { ...action, edit } : action;
}

function isSame({ title, kind, finding }: Action, action: CodeAction, data: ActionData): boolean {
  return title === action.title && kind === action.kind && (finding && keyOf(finding)) === data.finding;
}
