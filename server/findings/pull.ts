import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { answering, cancelled, documentUri } from '../answer.ts';
import type { Documents } from '../documents.ts';
import { canonical } from '../uris.ts';
import { type Board, NOTHING, type Report } from './board.ts';

/** How many files' findings are sent at once while a workspace is being answered for. */
const CHUNK = 200;

/** What answers are made from. */
export interface PullSources {
  readonly board: Board;
  /** Resolves when everything has been read and judged. */
  readonly settled: () => Promise<void>;
  readonly documents: Documents;
}

/** Answers editors that ask for findings themselves. Gives back whom to tell that a round has brought news. */
export function answerPulls(connection: Connection, sources: PullSources): () => void {
  const { board, documents } = sources;
  let holding: (() => void)[] = [];
  connection.languages.diagnostics.on(
    answering('judge the document', (params): DocumentDiagnosticReport => {
      const report = board.report(documentUri(params));
      if (report.id === params.previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items: [...report.diagnostics] };
    }),
  );
  const nextNews = (token: CancellationToken): Promise<void> =>
    new Promise((resolve) => {
      holding.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  connection.languages.diagnostics.onWorkspace(
    answering('judge the workspace', async (params, token, progress) => {
      const previous = new Map((params.previousResultIds ?? []).map(({ uri, value }) => [canonical(uri), value]));
      for (;;) {
        await sources.settled();
        if (token.isCancellationRequested) throw cancelled();
        const news = newsSince(previous, board);
        // Where there is nothing new the question stays open, so that the editor need not ask again and again.
        if (news.length || previous.size === 0) return send(news, documents, progress);
        await nextNews(token);
      }
    }),
  );
  return () => {
    for (const resolve of holding) resolve();
    holding = [];
  };
}

function newsSince(previous: ReadonlyMap<string, string>, board: Board): readonly Report[] {
  const news: Report[] = [];
  const uris = new Set([...board.files(), ...previous.keys()]);
  for (const uri of uris) {
    if (board.idOf(uri) === (previous.get(uri) ?? NOTHING)) continue;
    news.push(board.report(uri));
  }
  return news;
}

function send(
  news: readonly Report[],
  documents: Documents,
  progress: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): WorkspaceDiagnosticReport {
  const items = news.map((report) => itemOf(report, documents));
  if (!progress) return { items };
  for (let i = 0; i < items.length; i += CHUNK) progress.report({ items: items.slice(i, i + CHUNK) });
  return { items: [] };
}

function itemOf(report: Report, documents: Documents): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri: documents.sentUri(report.uri),
    version: documents.get(report.uri)?.version ?? null,
    resultId: report.id,
    items: [...report.diagnostics],
  };
}
