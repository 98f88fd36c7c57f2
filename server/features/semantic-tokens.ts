import { type ClientCapabilities, SemanticTokensBuilder } from 'vscode-languageserver';
import type { Span } from '../../language/records/model.ts';
import { positionAt } from '../../language/syntax/lines.ts';
import { answering } from '../answer.ts';
import type { Context, Subject, TextOf } from '../context.ts';
import { toSpan } from '../positions.ts';
import type { ExperimentalCapabilities } from '../protocol.ts';
import { quietly } from '../quietly.ts';
import { classify } from '../tokens/classify.ts';
import { LEGEND, MODIFIERS, type TokenType, TYPES } from '../tokens/legend.ts';
import type { Feature } from './feature.ts';

/** What each word is, so that editors can colour names by what they refer to. */
export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  }),
  register: (connection, context) => {
    const { semanticTokens: tokens } = connection.languages;
    // What was sent last for each document, from which the next answer may be told as a change.
    const sent = new WeakMap<TextOf, SemanticTokensBuilder>();
    const awaited = new Set<unknown>();
    const builderFor = ({ document }: Subject): SemanticTokensBuilder => {
      const builder = sent.get(document) ?? new SemanticTokensBuilder();
      sent.set(document, builder);
      return builder;
    };
    /** While files are being read the names in them are not known: the editor is to ask again. */
    const askAgain = ({ project }: Subject): void => {
      if (context.workspace.isReady(project) || awaited.has(project) || !canAskAgain(context.client)) return;
      awaited.add(project);
      void context.workspace.whenReady(project.folder).then(() => {
        awaited.delete(project);
        return quietly(() => tokens.refresh());
      });
    };
    const told = <T>(params: unknown, tell: (subject: Subject) => T): T | null => {
      const subject = context.subject(params);
      if (!subject) return null;
      askAgain(subject);
      return tell(subject);
    };
    tokens.on(
      answering('tell what the words are', (params) =>
        told(params, (subject) => {
          const builder = builderFor(subject);
          builder.previousResult('');
          return fill(context, builder, subject).build();
        }),
      ),
    );
    tokens.onDelta(
      answering('tell what the words are', (params) =>
        told(params, (subject) => {
          const builder = builderFor(subject);
          builder.previousResult(String(params.previousResultId));
          return fill(context, builder, subject).buildEdits();
        }),
      ),
    );
    tokens.onRange(
      answering('tell what the words are', (params) =>
        told(params, (subject) => {
          const range = toSpan(subject.document.records, params.range);
          return { data: fill(context, new SemanticTokensBuilder(), subject, range).build().data };
        }),
      ),
    );
  },
};

/** What an editor with a grammar of its own colours better, in finer shades. */
const BY_GRAMMAR: readonly TokenType[] = ['keyword', 'number', 'string', 'comment'];

function canAskAgain(client: ClientCapabilities): boolean {
  return client.workspace?.semanticTokens?.refreshSupport === true;
}

function fill(context: Context, builder: SemanticTokensBuilder, subject: Subject, range?: Span): SemanticTokensBuilder {
  const { text, records } = subject.document;
  const { agreementGrammar } = (context.client.experimental ?? {}) as ExperimentalCapabilities;
  const isWhole = context.client.textDocument?.semanticTokens?.multilineTokenSupport === true;
  for (const { start, end, type, modifiers } of classify(subject, range)) {
    if (agreementGrammar === true && BY_GRAMMAR.includes(type)) continue;
    const bits = modifiers.reduce((all, one) => all | (1 << MODIFIERS.indexOf(one)), 0);
    for (const part of isWhole ? [{ start, end }] : lineByLine(text, start, end)) {
      const { line, column } = positionAt(records.lineStarts, part.start);
      builder.push(line, column, part.end - part.start, TYPES.indexOf(type), bits);
    }
  }
  return builder;
}

/** A stretch cut at the ends of lines, for editors that know no tokens of several lines. */
function lineByLine(text: string, start: number, end: number): readonly Span[] {
  const parts: Span[] = [];
  for (const { index, 0: line } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    parts.push({ start: start + index, end: start + index + line.length });
  }
  return parts;
}
