import { type AgreementDate, describeDate } from '../../language/dates/index.ts';
import type { Citation, Dated, Declaration, List, Name, When, Words } from '../../language/records/model.ts';
import { countryOf } from '../../language/register/locodes.ts';
import type { Context, Subject } from '../context.ts';
import { targetsOf } from '../names.ts';
import { baseName } from '../uris.ts';
import { escaped, few, linkToDeclaration } from './markdown.ts';

/** Tells facts about records, with links to the places where they stand. */
export class Teller {
  readonly context: Context;
  readonly subject: Subject;

  constructor(context: Context, subject: Subject) {
    this.context = context;
    this.subject = subject;
  }

  /** A name in use, linked to what it refers to. */
  name(name: Name): string {
    const [target] = targetsOf(this.subject.ask, name);
    return target ? linkToDeclaration(this.context, target) : escaped(name.name);
  }

  /** Names in use, the first few of many. */
  names(names: readonly Name[], most?: number): string {
    return few(
      names.map((name) => this.name(name)),
      most,
    ).join(', ');
  }

  /** `of US, BR`; empty where no list has a name. */
  list(word: string, lists: readonly Pick<List, 'names'>[]): string {
    const names = lists.flatMap((list) => list.names);
    return names.length ? `${word} ${this.names(names)}` : '';
  }

  /** `type AEO, operation`; empty where no list has a word. */
  words(word: string, lists: readonly Words[]): string {
    const words = lists.flatMap((list) => list.words.map(({ name }) => escaped(name)));
    return words.length ? `${word} ${words.join(', ')}` : '';
  }

  /** `since 2015 (some day of 2015)`; empty where no date stands there. */
  dated(word: string, dated: Dated | undefined): string {
    return dated?.when ? `${word} ${when(dated.when)}` : '';
  }

  /** What is cited, each once. */
  citations(citations: readonly Citation[]): readonly string[] {
    const told = citations.map(({ source, url, locator }) => {
      const where = locator ? ` ${escaped(locator.value)}` : '';
      if (url) return `${address(url.value)}${where}`;
      return source ? `${this.name(source)}${where}` : '';
    });
    return [...new Set(told)].filter(Boolean);
  }

  /** ` in Morocco (MA)`: the country of a LOCODE; empty where it is not known. */
  country(locode: string | undefined): string {
    const found = locode ? this.subject.ask.lookup(countryOf(locode)) : undefined;
    if (found?.type !== 'jurisdiction') return '';
    const link = linkToDeclaration(this.context, found);
    return found.title ? ` in ${escaped(found.title.value)} (${link})` : ` in ${link}`;
  }

  /** Where it is declared, if not in the document that is asked about. */
  whereabouts(declaration: Declaration): string {
    if (this.subject.ask.inLibrary(declaration)) return '*from the library*';
    return declaration.uri === this.subject.document.uri ? '' : `*in ${escaped(baseName(declaration.uri))}*`;
  }
}

/** A date as it was written, and what it means where that is not plain. */
export function when({ date }: When): string {
  return date ? meaning(date) : 'on a day that cannot be read';
}

/** A date as it was written, and what it means where that is not plain. */
export function meaning(date: AgreementDate): string {
  return /^\d{4}-\d\d-\d\d$/.test(date.text) ? date.text : `${escaped(date.text)} (${describeDate(date)})`;
}

/** An address, to be followed where it is one of the web. */
export function address(url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : escaped(url);
}

/** `35.8898° N`, `5.5013° W`. */
export function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value)}° ${value < 0 ? negative : positive}`;
}
