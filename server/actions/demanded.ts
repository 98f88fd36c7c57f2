import { CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../../language/findings.ts';
import type { Agreement } from '../../language/records/model.ts';
import { inWords } from '../../language/rules/shared/phrases.ts';
import { lineFor, plain } from '../../language/templates.ts';
import type { FileEdit } from '../context.ts';
import { appendStatements } from '../edits.ts';
import { type Actions, type Asked, touches } from './action.ts';

/** Adds to an agreement what its kind demands and it lacks. */
export const demanded: Actions = (asked) => {
  if (!asked.wants(CodeActionKind.RefactorRewrite)) return [];
  const { context, document } = asked;
  const agreement = document.records.declarations.find((d) =>
    touches(asked, { start: d.start, end: d.body?.start ?? d.end }),
  );
  if (agreement?.type !== 'agreement' || !agreement.kind) return [];
  const lacks = lacking(asked, agreement);
  if (lacks.length === 0) return [];
  return [
    {
      title: `Add what ${agreement.kind.name} demands: ${inWords(lacks.map(({ what }) => what))}`,
      kind: CodeActionKind.RefactorRewrite,
      edit: () => context.workspaceEdit(editsFor(asked, agreement, lacks)),
    },
  ];
};

/** Something that the kind demands and the agreement lacks: a statement, or what the rule's own fix writes. */
interface Lack {
  readonly what: string;
  readonly statement?: string;
  readonly finding: Finding;
}

function lacking({ context, document }: Asked, agreement: Agreement): readonly Lack[] {
  const { start, end } = agreement;
  const here = context.findings(document.uri).filter((found) => start <= found.start && found.end <= end);
  return here.flatMap((finding): readonly Lack[] => {
    const [subject = ''] = finding.subjects;
    switch (finding.code) {
      case 'missing-parties':
        return [{ what: 'parties', statement: 'between PARTY and PARTY', finding }];
      case 'missing-statement': {
        const [line] = lineFor(subject, agreement.between?.names[0]?.name) ?? [];
        return line ? [{ what: subject, statement: plain(line), finding }] : [];
      }
      case 'missing-precedent':
        return agreement.body ? [{ what: subject, finding }] : [];
      case 'missing-program':
        return agreement.body ? [{ what: `a program of ${subject}`, finding }] : [];
      default:
        return [];
    }
  });
}

function editsFor({ document }: Asked, agreement: Agreement, lacks: readonly Lack[]): readonly FileEdit[] {
  const statements = lacks.flatMap(({ statement }) => (statement === undefined ? [] : [statement]));
  const written = lacks.flatMap(({ statement, finding }) =>
    statement === undefined ? (finding.fixes().find((fix) => fix.preferred)?.edits ?? []) : [],
  );
  return [...written, ...(statements.length ? [appendStatements(document, agreement, statements)] : [])];
}
