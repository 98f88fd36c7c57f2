/** What the Langium grammar says about declarations and statements, as far as colours ask. */
import { AstUtils, GrammarAST as G } from 'langium';
import { AgreementLanguageGrammar } from '../../language/generated/grammar.ts';

/** A name inside a statement that refers to no declaration: a word of a closed list, a rule, a language. */
export interface ListedName {
  /** The property it is kept in. */
  readonly property: string;
  /** The keyword before it. */
  readonly after: string;
}

/** A statement, or a declaration's header. */
export interface Statement {
  readonly rule: string;
  /** The words it may begin with; the terminal `in force` is one. */
  readonly first: readonly string[];
  /** The words inside it. */
  readonly inner: readonly string[];
  readonly listed: readonly ListedName[];
  /** Whether any name in it refers to a declaration. */
  readonly refers: boolean;
  /** Whether it declares a name of its own. */
  readonly declares: boolean;
  /** The statements of its body; empty where it has none. */
  readonly body: readonly Statement[];
}

const grammar = AgreementLanguageGrammar();

/** The declarations, each with its statements. */
export function declarations(): readonly Statement[] {
  const entry = grammar.rules.find((rule) => G.isParserRule(rule) && rule.entry) as G.ParserRule;
  return rulesCalled(entry.definition).map(statementOf);
}

/** A part of a rule in the order of the text: a keyword, a terminal with the property it is assigned to, a body. */
type Part =
  | { readonly is: 'keyword'; readonly word: string }
  | { readonly is: 'terminal'; readonly name: string; readonly property: string; readonly refers: boolean }
  | { readonly is: 'body'; readonly rules: readonly G.ParserRule[] };

function statementOf(rule: G.ParserRule): Statement {
  const parts = partsOf(rule.definition);
  const words = parts.flatMap((part) => wordOf(part) ?? []);
  const first = firstWords(rule.definition);
  const body = parts.find((part) => part.is === 'body');
  const names = parts.filter((part) => part.is === 'terminal' && part.name === 'NAME');
  return {
    rule: rule.name,
    first,
    inner: [...new Set(words.filter((word) => /^\w/.test(word) && !first.includes(word)))],
    listed: listedNames(parts),
    refers: names.some((part) => part.is === 'terminal' && part.refers),
    declares: names.some((part) => part.is === 'terminal' && part.property === 'name'),
    body: body?.is === 'body' ? body.rules.map(statementOf) : [],
  };
}

function partsOf(element: G.AbstractElement): readonly Part[] {
  if (G.isGroup(element) || G.isAlternatives(element)) return element.elements.flatMap(partsOf);
  if (G.isKeyword(element)) return [{ is: 'keyword', word: element.value }];
  if (G.isAssignment(element)) return assignedParts(element);
  if (G.isRuleCall(element)) {
    const rule = element.rule.ref;
    if (G.isParserRule(rule)) return partsOf(rule.definition);
    if (G.isTerminalRule(rule)) return [{ is: 'terminal', name: rule.name, property: '', refers: false }];
  }
  throw new Error(
    `The colours know no ${element.$type} here: ${AstUtils.getContainerOfType(element, G.isParserRule)?.name}`,
  );
}

function assignedParts({ feature: property, terminal }: G.Assignment): readonly Part[] {
  if (property === 'statements') return [{ is: 'body', rules: rulesCalled(terminal) }];
  if (G.isCrossReference(terminal)) return [{ is: 'terminal', name: 'NAME', property, refers: true }];
  return partsOf(terminal).map((part) =>
    part.is === 'terminal' && part.property === '' ? { ...part, property } : part,
  );
}

/** The rules that an alternative leads to; one that only chooses among others is looked through. */
function rulesCalled(element: G.AbstractElement): readonly G.ParserRule[] {
  if (G.isAssignment(element)) return rulesCalled(element.terminal);
  if (G.isAlternatives(element)) return element.elements.flatMap(rulesCalled);
  if (!G.isRuleCall(element) || !G.isParserRule(element.rule.ref))
    throw new Error(`No rule is called: ${element.$type}`);
  const rule = element.rule.ref;
  const chooses = G.isAlternatives(rule.definition) && rule.definition.elements.every(G.isRuleCall);
  return chooses ? rulesCalled(rule.definition) : [rule];
}

/** The words a rule may begin with. An optional word (`not`) goes before those that may follow it. */
function firstWords(element: G.AbstractElement): readonly string[] {
  if (G.isAlternatives(element)) return element.elements.flatMap(firstWords);
  if (G.isAssignment(element)) return firstWords(element.terminal);
  if (G.isKeyword(element)) return [element.value];
  if (G.isRuleCall(element) && element.rule.ref?.name === 'IN_FORCE') return ['in force'];
  if (!G.isGroup(element)) return [];
  const words: string[] = [];
  for (const part of element.elements) {
    words.push(...firstWords(part));
    if (part.cardinality !== '?') break;
  }
  return words;
}

function listedNames(parts: readonly Part[]): readonly ListedName[] {
  const names: ListedName[] = [];
  let after = '';
  for (const part of parts) {
    if (part.is === 'terminal' && part.name === 'NAME' && !part.refers && part.property !== 'name') {
      if (/^\w/.test(after)) names.push({ property: part.property, after });
    }
    after = wordOf(part) ?? '';
  }
  return names;
}

function wordOf(part: Part): string | undefined {
  if (part.is === 'keyword') return part.word;
  return part.is === 'terminal' && part.name === 'IN_FORCE' ? 'in force' : undefined;
}
