import type { DocumentLink } from 'vscode-languageserver';
import type { Source, Text } from '../../language/records/model.ts';
import { waiversOf } from '../../language/records/waivers.ts';
import { evidenceUri } from '../../language/register/evidence.ts';
import { ruleOf } from '../../language/rules/index.ts';
import { citationsOf } from '../../language/rules/shared/citing.ts';
import { answering } from '../answer.ts';
import type { Context, Subject } from '../context.ts';
import { toRange } from '../positions.ts';
import { rulePage } from '../protocol.ts';
import type { Feature } from './feature.ts';

/** From addresses to their pages, from evidence to its file, from a waived rule to the rule's page. */
export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: (connection, context) => {
    connection.onDocumentLinks(
      answering('find the links', (params) => {
        const subject = context.subject(params);
        return subject ? linksIn(context, subject) : null;
      }),
    );
  },
};

function linksIn(context: Context, subject: Subject): DocumentLink[] {
  const { records } = subject.document;
  const links: DocumentLink[] = [];
  for (const declaration of records.declarations) {
    for (const { url } of citationsOf(declaration)) if (url) links.push(...address(subject, url));
    if (declaration.type === 'source') {
      if (declaration.url) links.push(...address(subject, declaration.url));
      links.push(...evidence(subject, declaration));
    }
  }
  return [...links, ...rules(context, subject)];
}

function address({ document }: Subject, { value, start, end }: Text): readonly DocumentLink[] {
  if (!/^https?:\/\/[^\s"]+$/i.test(value) || !URL.canParse(value)) return [];
  return [{ range: toRange(document.records, inner({ start, end })), target: value }];
}

/** A file that is known to be missing, or to lie outside of the project, leads nowhere: the finding there says why. */
function evidence({ document, ask }: Subject, source: Source): readonly DocumentLink[] {
  const target = evidenceUri(source);
  const known = ask.evidence(source);
  if (!source.file || target === undefined || (known && known.state !== 'present')) return [];
  const { path, sha256 } = source.file;
  const isSame = known && sha256 && known.sha256 === sha256.value.toLowerCase();
  const tooltip = `Open the copy of ${source.name.name}${isSame ? ', which has the digest recorded here' : ''}`;
  return [{ range: toRange(document.records, inner(path)), target, tooltip }];
}

function rules(context: Context, { document }: Subject): readonly DocumentLink[] {
  return waiversOf(document.records).flatMap(({ rule }) => {
    const known = ruleOf(rule.name);
    const target = known && context.target(rulePage(rule.name));
    if (!known || target === undefined) return [];
    return [{ range: toRange(document.records, rule), target, tooltip: known.sentence }];
  });
}

/** A text without its quotes. */
function inner({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return end - start > 1 ? { start: start + 1, end: end - 1 } : { start, end };
}
