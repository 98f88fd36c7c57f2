import {
  type FormattingOptions,
  MessageType,
  type Range,
  ShowMessageNotification,
  type TextEdit,
} from 'vscode-languageserver';
import {
  type FormatOptions,
  type FormatResult,
  formatParsed,
  formatParsedOnType,
  ON_TYPE_CHARACTERS,
} from '../../language/format/index.ts';
import { answering } from '../answer.ts';
import type { Context, TextOf } from '../context.ts';
import { toOffset, toRange, toSpan } from '../positions.ts';
import type { Feature } from './feature.ts';

const [FIRST = '\n', ...MORE] = ON_TYPE_CHARACTERS;

/** Lays a document out, or what of it is selected, or the line that is being typed. */
export const formatting: Feature = {
  capabilities: ({ textDocument }) => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: textDocument?.rangeFormatting?.rangesSupport ? { rangesSupport: true } : true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: FIRST, moreTriggerCharacter: MORE },
  }),
  register: (connection, context) => {
    const told = new Set<string>();
    /** The formatter never loses anything: where it would, it changes nothing and says so, once. */
    const edits = (document: TextOf, results: readonly FormatResult[]): TextEdit[] => {
      for (const result of results) {
        if (result.ok || told.has(document.uri)) continue;
        told.add(document.uri);
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Info,
          message: result.reason,
        });
      }
      return results.flatMap((result) => (result.ok ? toEdits(document, result.edits) : []));
    };
    connection.onDocumentFormatting(
      answering('format the document', (params) => {
        const document = documentOf(context, params);
        return document ? edits(document, [formatParsed(document.parsed, optionsOf(params))]) : null;
      }),
    );
    connection.onDocumentRangeFormatting(
      answering('format what is selected', (params) => {
        const document = documentOf(context, params);
        return document ? edits(document, [within(document, params.range, optionsOf(params))]) : null;
      }),
    );
    connection.onDocumentRangesFormatting(
      answering('format what is selected', (params) => {
        const document = documentOf(context, params);
        if (!document) return null;
        const results = params.ranges.map((range) => within(document, range, optionsOf(params)));
        return distinct(edits(document, results));
      }),
    );
    connection.onDocumentOnTypeFormatting(
      answering('format what is typed', (params) => {
        const document = documentOf(context, params);
        if (!document) return null;
        const offset = toOffset(document.records, params.position);
        return toEdits(document, formatParsedOnType(document.parsed, offset, params.ch, optionsOf(params)));
      }),
    );
  },
};

/** The library is not to be changed, and so not formatted. */
function documentOf(context: Context, params: { textDocument: { uri: string } }): TextOf | undefined {
  const document = context.subject(params)?.document;
  return document && context.openDocument(document.uri);
}

function within({ parsed, records }: TextOf, range: Range, options: FormatOptions): FormatResult {
  return formatParsed(parsed, { ...options, range: toSpan(records, range) });
}

/** Records are indented by spaces, whatever the editor does elsewhere. */
function optionsOf({ options }: { options?: Partial<FormattingOptions> }): FormatOptions {
  const tabSize = options?.tabSize;
  return Number.isInteger(tabSize) && Number(tabSize) > 0 ? { tabSize: Number(tabSize) } : {};
}

function toEdits({ records }: TextOf, edits: Extract<FormatResult, { ok: true }>['edits']): TextEdit[] {
  return edits.map(({ newText, ...span }) => ({ range: toRange(records, span), newText }));
}

/** Ranges may touch the same statement. */
function distinct(edits: readonly TextEdit[]): TextEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit.range), edit])).values()];
}
