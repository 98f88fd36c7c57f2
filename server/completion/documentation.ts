import { type CompletionItem, MarkupKind } from 'vscode-languageserver';
import { describeDate, readDate } from '../../language/dates/index.ts';
import { ruleOf } from '../../language/rules/index.ts';
import { formsOf } from '../../language/statements.ts';
import type { Context, Subject } from '../context.ts';
import { describeForm } from '../forms.ts';
import { describeDeclaration } from '../hover/declarations.ts';
import { withoutMarkup } from '../hover/markdown.ts';
import { Teller } from '../hover/teller.ts';
import { dateForms } from './dates.ts';
import type { ItemData } from './items.ts';

/** An item with its documentation; as it is where there is none, or where its document is closed by now. */
export function documented(context: Context, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const value = data && documentation(context, data);
  if (!value) return item;
  const takes = context.client.textDocument?.completion?.completionItem?.documentationFormat;
  if (!takes?.includes(MarkupKind.Markdown)) return { ...item, documentation: withoutMarkup(value) };
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

function documentation(context: Context, data: ItemData): string | undefined {
  switch (data.about) {
    case 'word':
      return formsOf(data.rule, data.word, data.body).map(describeForm).join('\n\n---\n\n');
    case 'rule':
      return describeRule(data.code);
    case 'date':
      return `${describe(data.date)}\n\n${dateForms(describe)}`;
    case 'name': {
      const subject = context.subjectAt(data.uri);
      return subject && describeName(context, subject, data);
    }
  }
}

function describeRule(code: string): string | undefined {
  const rule = ruleOf(code);
  return rule && `${rule.sentence}\n\n${rule.why}`;
}

function describe(date: string): string {
  const reading = readDate(date);
  return reading.ok ? describeDate(reading.date) : '';
}

function describeName(
  context: Context,
  subject: Subject,
  { type, name }: ItemData & { about: 'name' },
): string | undefined {
  const { ask } = subject;
  const found = (type === 'kind' ? ask.kindsNamed(name) : ask.declared(name)).find((d) => d.type === type);
  return found && describeDeclaration(new Teller(context, subject), found);
}
