import type { CodeLens } from 'vscode-languageserver';
import { isoDay } from '../../language/dates/index.ts';
import type { Agreement, Declaration } from '../../language/records/model.ts';
import { describeStatus, obligationStatus, statusOf } from '../../language/status/index.ts';
import { answering } from '../answer.ts';
import type { Context, Subject } from '../context.ts';
import { namespaceOf, usesOf } from '../names.ts';
import { toRange } from '../positions.ts';
import { isBuiltin } from '../uris.ts';
import type { Feature } from './feature.ts';

/** The editor's command that shows the references it is given: their document, the place they are of, and themselves. */
const SHOW_REFERENCES = 'agreement.showReferences';

/** What a lens shows. */
type Shows = 'references' | 'status' | 'obligations';

/** What is kept in a lens until it comes into view. */
interface LensData {
  readonly uri: string;
  readonly shows: Shows;
  readonly name: string;
  /** Where its declaration begins, in UTF-16 offsets. */
  readonly start: number;
}

/** Above each declaration how often it is referred to, above an agreement its status and its open obligations. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (connection, context) => {
    connection.onCodeLens(
      answering('look the records over', (params) => {
        const subject = context.subject(params);
        return subject && !isBuiltin(subject.document.uri) ? lensesIn(context, subject) : null;
      }),
    );
    connection.onCodeLensResolve(
      answering('look a record over', async (lens, token) => {
        const { uri } = (lens.data ?? {}) as Partial<LensData>;
        if (uri === undefined) return lens;
        await context.ready({ textDocument: { uri } }, token);
        return resolve(context, lens, lens.data as LensData);
      }),
    );
  },
};

function lensesIn(context: Context, { document }: Subject): CodeLens[] {
  const { codeLens: wanted } = context.settings(document.uri);
  return document.records.declarations.flatMap((declaration) => {
    const shown: Shows[] = [];
    if (wanted.references) shown.push('references');
    if (wanted.status && declaration.type === 'agreement') shown.push('status');
    if (wanted.obligations && declaration.type === 'agreement' && declaration.obligations.length) {
      shown.push('obligations');
    }
    const { name, start } = declaration;
    if (name.name === '') return [];
    const range = toRange(document.records, name);
    return shown.map((shows): CodeLens => {
      const data: LensData = { uri: document.uri, shows, name: name.name, start };
      return { range, data };
    });
  });
}

/** The lens with what it shows; without a title where its record is gone by now. */
function resolve(context: Context, lens: CodeLens, { uri, shows, name, start }: LensData): CodeLens {
  const subject = context.subjectAt(uri);
  const declaration = subject?.document.records.declarations.find((d) => d.start === start && d.name.name === name);
  if (!subject || !declaration) return { ...lens, command: { title: '', command: '' } };
  if (shows === 'references') return { ...lens, command: references(context, subject, declaration, lens) };
  const title = declaration.type === 'agreement' ? told(subject, declaration, shows) : '';
  return { ...lens, command: { title, command: '' } };
}

function references(
  context: Context,
  { ask, document }: Subject,
  declaration: Declaration,
  { range }: CodeLens,
): NonNullable<CodeLens['command']> {
  const uses = usesOf(ask, namespaceOf(declaration), declaration.name.name);
  const title = uses.length === 1 ? '1 reference' : `${uses.length} references`;
  if (uses.length === 0) return { title, command: '' };
  const locations = uses.flatMap((use) => context.location(use.uri, use.name) ?? []);
  return { title, command: SHOW_REFERENCES, arguments: [context.sentUri(document.uri), range.start, locations] };
}

function told({ ask }: Subject, agreement: Agreement, shows: Shows): string {
  if (shows === 'status') {
    return `${describeStatus(statusOf(ask, agreement, ask.asOf)).replace(/ \(certain\)$/, '')}, as of ${isoDay(ask.asOf)}`;
  }
  const states = agreement.obligations.map((o) => obligationStatus(ask, agreement, o, ask.asOf).states);
  const open = states.filter((all) => all.some(({ state }) => state === 'pending' || state === 'overdue')).length;
  const overdue = states.filter((all) => all.length === 1 && all[0]?.state === 'overdue').length;
  const total = `${states.length} ${states.length === 1 ? 'obligation' : 'obligations'}`;
  return `${open} of ${total} open${overdue ? `, ${overdue} overdue` : ''}`;
}
