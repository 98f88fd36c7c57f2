import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { canonical } from './uris.ts';

/** A request's handler as the connection takes it. */
type Handler<P, R, PR> = (
  params: P,
  token: CancellationToken,
  work?: WorkDoneProgressReporter,
  progress?: ResultProgressReporter<PR>,
) => Promise<R>;

/** What answers a request. */
type Work<P, R, PR> = (params: P, token: CancellationToken, progress?: ResultProgressReporter<PR>) => R | Promise<R>;

/** The request was given up by whoever made it. */
export function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** The document has changed since the request was made: its answer would be about a text that is no more. */
export function outdated(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.ContentModified, 'The document has changed in the meantime.');
}

/** The request is not as the protocol wants it. */
export function malformed(what: string): ResponseError<never> {
  return new ResponseError<never>(ErrorCodes.InvalidParams, what);
}

/**
 * The manners of all answers: whoever has given up is told so, a fault of the server's own is one plain sentence and never a stack trace.
 * `does` is what the request wants, as in "rename the record".
 */
export function answering<P, R, PR = never>(does: string, work: Work<P, R, PR>): Handler<P, R, PR> {
  return async (params, token, _work, progress) => {
    if (token.isCancellationRequested) throw cancelled();
    try {
      const answer = await work(params, token, progress);
      if (token.isCancellationRequested) throw cancelled();
      return answer;
    } catch (reason) {
      if (reason instanceof ResponseError) throw reason;
      throw new ResponseError(ErrorCodes.InternalError, `The server could not ${does}: ${sentence(reason)}`);
    }
  };
}

/** What went wrong, in a line. */
export function sentence(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return message.split('\n', 1)[0] ?? '';
}

/** The document that a request is about. */
export function documentUri(params: unknown): string {
  const uri = (params as { textDocument?: { uri?: unknown } } | null)?.textDocument?.uri;
  if (typeof uri !== 'string') throw malformed('The request names no document: textDocument.uri is missing.');
  return canonical(uri);
}
