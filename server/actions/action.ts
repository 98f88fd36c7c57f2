import type { CodeActionKind, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../language/findings.ts';
import type { Span } from '../../language/records/model.ts';
import type { Context, Subject } from '../context.ts';

/** What actions are asked for: a stretch of a document. */
export interface Asked extends Subject, Span {
  readonly context: Context;
  /** Whether actions of a kind are wanted. */
  readonly wants: (kind: CodeActionKind) => boolean;
  /** The findings whose mends are wanted, no more than a person would look through. */
  readonly mending: () => readonly Finding[];
}

/** Something that can be done. No two at one place have the same title, kind and finding. */
export interface Action {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** What it mends. */
  readonly finding?: Finding;
  /** The best of several for the same finding. */
  readonly preferred?: boolean;
  /** Made when it is asked for; undefined: by now there is nothing to do. */
  readonly edit: () => WorkspaceEdit | undefined;
}

/** Something that offers actions. */
export type Actions = (asked: Asked) => readonly Action[];

/** Whether a stretch of the document touches what is asked about. */
export function touches(asked: Span, { start, end }: Span): boolean {
  return start <= asked.end && asked.start <= end;
}
