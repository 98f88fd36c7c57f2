import { CodeActionKind } from 'vscode-languageserver';
import { isoDay, today } from '../../language/dates/index.ts';
import type { Citation, Source, Text } from '../../language/records/model.ts';
import { citationsOf } from '../../language/rules/shared/citing.ts';
import { declarationsOf } from '../completion/candidates.ts';
import type { FileEdit } from '../context.ts';
import { appendDeclaration, freeName, nameFrom, writtenName } from '../edits.ts';
import { type Action, type Actions, type Asked, touches } from './action.ts';

/** How long the part of a source's name may be that tells what it is. */
const MOST = 40;

/** Makes a source of an address that is cited, or cites the source that has it. */
export const sources: Actions = (asked) => {
  if (!asked.wants(CodeActionKind.RefactorExtract)) return [];
  const all = asked.document.records.declarations.flatMap(citationsOf);
  const url = all.find((citation) => citation.url && touches(asked, citation.url))?.url;
  if (!url) return [];
  const known = sourceWith(asked, url.value);
  return known ? [cite(asked, all, url, known)] : make(asked, all, url);
};

function cite(asked: Asked, all: readonly Citation[], { value }: Text, { name }: Source): Action {
  return {
    title: `Cite ${name.name}, which has this address`,
    kind: CodeActionKind.RefactorExtract,
    edit: () => asked.context.workspaceEdit(replacing(asked, all, value, name.name)),
  };
}

function make(asked: Asked, all: readonly Citation[], { value }: Text): readonly Action[] {
  const base = nameOf(value);
  if (base === undefined) return [];
  const name = freeName(asked.ask, base);
  const lines = [`source ${writtenName(name)} {`, `    retrieved ${isoDay(today())}`, `    url "${value}"`, '}'];
  const edits = () => [...replacing(asked, all, value, name), appendDeclaration(asked.document, lines.join('\n'))];
  return [
    {
      title: `Make a source of this address: ${name}`,
      kind: CodeActionKind.RefactorExtract,
      edit: () => asked.context.workspaceEdit(edits()),
    },
  ];
}

/** The source's name in every place of the file where the address is cited. */
function replacing({ document }: Asked, all: readonly Citation[], address: string, name: string): readonly FileEdit[] {
  return all.flatMap(({ url }) =>
    url?.value === address ? [{ uri: document.uri, start: url.start, end: url.end, newText: writtenName(name) }] : [],
  );
}

function sourceWith({ project }: Asked, address: string): Source | undefined {
  return declarationsOf(project, 'source').find(({ url }) => url?.value === address);
}

/** Second-level names under which countries register others. */
const SHARED = new Set(['ac', 'co', 'com', 'edu', 'go', 'gob', 'gouv', 'gov', 'govt', 'net', 'or', 'org']);

/** `cbp-signs-arrangement-brazil` of `https://www.cbp.gov/newsroom/cbp-signs-arrangement-brazil`; undefined where it is no address. */
function nameOf(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const labels = url.hostname.replace(/^www\./, '').split('.');
  const isShared = labels.length > 2 && SHARED.has(labels.at(-2) as string);
  const host = nameFrom(labels.at(isShared ? -3 : -2) ?? '', MOST) || 'source';
  const segment = url.pathname.split('/').findLast((part) => /\p{L}{2}/u.test(decoded(part))) ?? '';
  const what = nameFrom(decoded(segment).replace(/\.\w{2,5}$/, ''), MOST);
  return what === '' || what === host ? host : what.startsWith(`${host}-`) ? what : `${host}-${what}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
