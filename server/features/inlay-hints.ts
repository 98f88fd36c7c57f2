import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { describeDate, isoDay } from '../../language/dates/index.ts';
import type { Agreement, Declaration, Name, Port, Span } from '../../language/records/model.ts';
import { countryOf, locodeOf } from '../../language/register/locodes.ts';
import { describeStatus, dueDate, statusOf } from '../../language/status/index.ts';
import { answering } from '../answer.ts';
import type { Context, Subject } from '../context.ts';
import { obligationsOf, targetsOf } from '../names.ts';
import { toPosition, toSpan } from '../positions.ts';
import { isBuiltin } from '../uris.ts';
import type { Feature } from './feature.ts';

/** A name no longer than this tells little by itself. */
const TERSE = 8;
/** A title is cut where it would be longer than this. */
const MOST = 48;

/** What follows from a record and is not written in it: statuses, dates of deadlines, countries of LOCODEs, titles of terse names. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: (connection, context) => {
    connection.languages.inlayHint.on(
      answering('tell what follows from the records', async (params, token) => {
        await context.ready(params, token);
        const subject = context.subject(params);
        return subject && !isBuiltin(subject.document.uri) ? hintsIn(context, subject, params) : null;
      }),
    );
  },
};

function hintsIn(context: Context, subject: Subject, { range }: InlayHintParams): InlayHint[] {
  const { inlayHints: wanted } = context.settings(subject.document.uri);
  const span = toSpan(subject.document.records, range);
  const isIn = ({ start, end }: Span) => start <= span.end && span.start <= end;
  return subject.document.records.declarations.filter(isIn).flatMap((declaration) => [
    ...(wanted.status && declaration.type === 'agreement' ? [status(subject, declaration)] : []),
    ...(wanted.places && declaration.type === 'port' ? place(subject, declaration) : []),
    ...(wanted.deadlines
      ? deadlines(subject, declaration)
          .filter(({ at }) => isIn(at))
          .map(({ hint }) => hint)
      : []),
    ...(wanted.titles ? declaration.names.filter(isIn).flatMap((name) => title(subject, name)) : []),
  ]);
}

function hint({ document }: Subject, offset: number, label: string, tooltip?: string): InlayHint {
  return {
    position: toPosition(document.records, offset),
    label,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    ...(tooltip && { tooltip }),
  };
}

/** Behind the header, where there is little room: what is certain is not said to be, and of several states the dates are left to the tooltip. */
function status(subject: Subject, agreement: Agreement): InlayHint {
  const { ask } = subject;
  const { title: text, kind, name } = agreement;
  const own = statusOf(ask, agreement, ask.asOf);
  const whole = describeStatus(own).replace(/ \(certain\)$/, '');
  const states = own.states.map(({ state }) => state);
  const end = Math.max(text?.end ?? 0, kind?.end ?? 0, name.end);
  const label = states.length > 1 ? states.join(' or ') : whole;
  return hint(subject, end, label, `${label === whole ? '' : `${whole}. `}On ${isoDay(ask.asOf)}, as its events tell.`);
}

function place(subject: Subject, port: Port): readonly InlayHint[] {
  const code = locodeOf(port);
  const country = code && subject.ask.lookup(countryOf(code));
  if (!port.locode || !country || country.type !== 'jurisdiction' || !country.title) return [];
  return [hint(subject, port.locode.end, country.title.value, `${code}: ${port.title?.value ?? port.name.name}`)];
}

/** The dates of deadlines that are counted from an event. */
function deadlines(subject: Subject, holder: Declaration): readonly { readonly at: Span; readonly hint: InlayHint }[] {
  if (holder.type !== 'agreement' && holder.type !== 'program') return [];
  return obligationsOf(holder).flatMap((obligation) => {
    const { due } = obligation;
    const date = due?.moment && dueDate(subject.ask, holder, obligation);
    return date ? [{ at: due, hint: hint(subject, due.end, `= ${date.text}`, describeDate(date)) }] : [];
  });
}

function title(subject: Subject, name: Name): readonly InlayHint[] {
  const [target] = name.name.length > TERSE ? [] : targetsOf(subject.ask, name);
  const text = target?.title?.value.split('\n', 1)[0];
  if (!text || text === name.name) return [];
  const label = text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text;
  return [hint(subject, name.end, label, label === text ? undefined : text)];
}
