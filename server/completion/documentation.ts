import { type CompletionItem, MarkupKind } from 'vscode-languageserver';
import { describeDate, readDate } from '../../language/dates/index.ts';
import type { Declaration } from '../../language/records/model.ts';
import { ruleOf } from '../../language/rules/index.ts';
import { formsOf } from '../../language/statements.ts';
import { demandsInWords } from '../../language/templates.ts';
import type { Context, Subject } from '../context.ts';
import { describeForm } from '../forms.ts';
import { baseName } from '../uris.ts';
import { dateForms } from './dates.ts';
import type { ItemData } from './items.ts';

/** An item with its documentation; as it is where there is none, or where its document is closed by now. */
export function documented(context: Context, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const value = data && documentation(context, data);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
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
      return subject && describeName(subject, data);
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

function describeName(subject: Subject, { type, name }: ItemData & { about: 'name' }): string | undefined {
  const { ask } = subject;
  const found = (type === 'kind' ? ask.kindsNamed(name) : ask.declared(name)).find((d) => d.type === type);
  return found && describeDeclaration(subject, found);
}

function describeDeclaration({ ask, document }: Subject, declaration: Declaration): string {
  const { title, common, uri } = declaration;
  const demands = declaration.type === 'kind' ? demandsInWords(ask, declaration) : '';
  const parts = [
    title && `**${title.value}**`,
    factsOf(declaration),
    ...common.descriptions.map(({ value }) => value),
    demands && `Demands ${demands}.`,
    ask.inLibrary(declaration) ? '*from the library*' : uri === document.uri ? '' : `*in ${baseName(uri)}*`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** What tells a declaration from others of its sort, in a line. */
function factsOf(declaration: Declaration): string {
  const names = (list: { readonly names: readonly { readonly name: string }[] } | undefined): string =>
    list?.names.map((n) => n.name).join(', ') ?? '';
  switch (declaration.type) {
    case 'agreement': {
      const signed = declaration.events.find((event) => event.event === 'signed' && !event.negated)?.when?.date;
      return [`between ${names(declaration.between)}`, signed && `signed ${signed.text}`].filter(Boolean).join(', ');
    }
    case 'party':
      return declaration.of.map((list) => `of ${names(list)}`).join(', ');
    case 'program':
      return declaration.runBy ? `run by ${names(declaration.runBy)}` : '';
    case 'port':
      return declaration.locode ? `UN/LOCODE ${declaration.locode.name}` : '';
    case 'source':
      return declaration.url?.value ?? '';
    default:
      return '';
  }
}
