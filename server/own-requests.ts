import type { Connection } from 'vscode-languageserver';
import { RULES as ALL_RULES } from '../language/rules/index.ts';
import { answering } from './answer.ts';
import { CHECK, type ProjectsParams, RULES, type RuleSummary } from './protocol.ts';

/** Answers the requests that are the project's own; `check` reads and judges everything anew. */
export function answerOwnRequests(connection: Connection, check: () => Promise<ProjectsParams>): void {
  connection.onRequest(CHECK, answering('check the project', check));
  connection.onRequest(RULES, answering('list the rules', rules));
}

function rules(): RuleSummary[] {
  const all = ALL_RULES.map(({ code, sentence, severity }) => ({ code, title: sentence, severity }));
  return all.sort((a, b) => (a.code < b.code ? -1 : 1));
}
