import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Finding } from '../../language/findings.ts';
import { RULES, ruleOf } from '../../language/rules/index.ts';
import { writtenName } from '../edits.ts';
import { isWaivable } from '../waiving.ts';
import { editOf, GROUPS, type ItemData, sortKey } from './items.ts';
import type { Place } from './place.ts';

/** The rules that may be waived: first those that the declaration violates now. */
export function ruleItems(place: Place): readonly CompletionItem[] {
  const own = new Set(findingsHere(place).map(({ code }) => code));
  const codes = [...own, ...RULES.map(({ code }) => code).filter((code) => !own.has(code))];
  return codes.filter(isWaivable).map((code, i): CompletionItem => {
    const data: ItemData = { uri: place.document.uri, about: 'rule', code };
    return {
      label: code,
      kind: CompletionItemKind.Event,
      labelDetails: { description: own.has(code) ? 'found here' : (ruleOf(code)?.sentence ?? '') },
      sortText: sortKey(own.has(code) ? GROUPS.fitting : GROUPS.names, i),
      textEdit: editOf(place, code),
      data,
    };
  });
}

/** What the findings of the rule that is being waived are about. */
export function subjectItems(place: Place): readonly CompletionItem[] {
  const { rule } = (place.node ?? {}) as { rule?: number };
  const code = rule === undefined ? '' : place.document.parsed.tokens.text(rule);
  const subjects = findingsHere(place).flatMap((found) => (found.code === code ? found.subjects : []));
  return [...new Set(subjects)].filter(Boolean).map((subject, i): CompletionItem => {
    return {
      label: subject,
      kind: CompletionItemKind.Reference,
      labelDetails: { description: `${code} is about it here` },
      sortText: sortKey(GROUPS.words, i),
      textEdit: editOf(place, writtenName(subject)),
    };
  });
}

/** What is found in the declaration around the place, with what only the waiver silences that is being written. */
function findingsHere({ context, document, declaration, project, offset }: Place): readonly Finding[] {
  if (!declaration || !context.workspace.isReady(project)) return [];
  const { start, end } = declaration;
  const waived = project.engine
    .judge(document.uri)
    .waived.filter(({ waiver }) => waiver.start <= offset && offset <= waiver.end);
  const all = [...context.findings(document.uri), ...waived.map(({ finding }) => finding)];
  return all.filter((found) => start <= found.start && found.end <= end);
}
