/**
 * Makes `language/generated/tables.ts` of the Langium grammar, so that what is shipped needs no Langium. Fails where the grammar has a
 * construct that our parser does not know. Run after `langium generate`; `scripts/check-grammar.ts` then checks that every choice is made
 * by the next word.
 */
import { writeFileSync } from 'node:fs';
import { GrammarAST as G, GrammarUtils, RegExpUtils } from 'langium';
import { AgreementLanguageGrammar } from '../language/generated/grammar.ts';
import type { BodyStep, Step, TokenStep } from '../language/syntax/steps.ts';

const source = AgreementLanguageGrammar();
const parserRules = source.rules.filter(G.isParserRule);
const terminalRules = source.rules.filter(G.isTerminalRule);

/** Rules that only choose among others (`Common`) are no nodes of their own. */
const choosers = new Map<string, readonly string[]>();
for (const rule of parserRules) {
  const names = chosen(rule.definition);
  if (names !== undefined && !rule.fragment) choosers.set(rule.name, names);
}

function chosen(element: G.AbstractElement): readonly string[] | undefined {
  if (G.isRuleCall(element) && G.isParserRule(element.rule.ref) && !element.rule.ref.fragment && !element.cardinality) {
    return [element.rule.ref.name];
  }
  if (!G.isAlternatives(element)) return undefined;
  const parts = element.elements.map(chosen);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function expand(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const inner = choosers.get(name);
    return inner === undefined ? [name] : expand(inner);
  });
}

function stepOf(element: G.AbstractElement): Step {
  const body = bodyOf(element);
  if (body !== undefined) return body;
  const step = plainStep(element);
  switch (element.cardinality) {
    case '?':
      return { is: 'optional', step };
    case '*':
      return { is: 'repeat', step };
    case '+':
      return { is: 'sequence', steps: [step, { is: 'repeat', step }] };
    default:
      return step;
  }
}

function plainStep(element: G.AbstractElement): Step {
  if (G.isAlternatives(element)) return { is: 'choice', options: element.elements.map(stepOf) };
  if (G.isGroup(element)) return { is: 'sequence', steps: element.elements.map(stepOf) };
  if (G.isAssignment(element)) return assigned(element.terminal, element.feature, element.operator === '+=');
  if (G.isKeyword(element)) return { is: 'token', token: element.value };
  if (G.isRuleCall(element)) {
    const rule = element.rule.ref;
    if (G.isTerminalRule(rule)) return { is: 'token', token: rule.name };
    if (G.isParserRule(rule) && rule.fragment) return { is: 'fragment', rule: rule.name };
  }
  throw new Error(`The syntax tables know no ${element.$type} here: ${element.$cstNode?.text ?? ''}`);
}

function assigned(element: G.AbstractElement, property: string, list: boolean): Step {
  const many = list ? ({ many: true } as const) : {};
  const names = chosen(element);
  if (names !== undefined) return { is: 'node', rules: expand(names), property, ...many };
  if (G.isAlternatives(element)) {
    return { is: 'choice', options: element.elements.map((option) => assigned(option, property, list)) };
  }
  if (G.isCrossReference(element)) {
    const token = element.terminal;
    if (!G.isRuleCall(token) || !token.rule.ref) throw new Error(`A cross-reference without a terminal: ${property}`);
    return { is: 'token', token: token.rule.ref.name, property, ...many, type: element.type.ref?.name ?? '' };
  }
  return { ...(plainStep(element) as TokenStep), property, ...many };
}

/** `('{' statements+=(…)* '}')?` */
function bodyOf(element: G.AbstractElement): BodyStep | undefined {
  if (!G.isGroup(element) || element.cardinality !== '?' || element.elements.length !== 3) return undefined;
  const [open, inner, close] = element.elements;
  if (!G.isKeyword(open) || open.value !== '{' || !G.isKeyword(close) || close.value !== '}') return undefined;
  if (!G.isAssignment(inner) || inner.cardinality !== '*') throw new Error('A body holds statements.');
  return { is: 'body', property: inner.feature, rules: expand(chosen(inner.terminal) ?? []) };
}

function* walk(step: Step): Generator<Step> {
  yield step;
  if (step.is === 'choice') for (const option of step.options) yield* walk(option);
  if (step.is === 'sequence') for (const part of step.steps) yield* walk(part);
  if (step.is === 'optional' || step.is === 'repeat') yield* walk(step.step);
}

const rules: Record<string, Step> = {};
const fragments: string[] = [];
for (const rule of parserRules) {
  if (choosers.has(rule.name)) continue;
  rules[rule.name] = stepOf(rule.definition);
  if (rule.fragment) fragments.push(rule.name);
}

function ruleNamed(name: string): Step {
  const step = rules[name];
  if (step === undefined) throw new Error(`No rule ${name}`);
  return step;
}

/** The words a step may begin with. Statements and declarations begin with words, so nothing else is looked for. */
function firstWords(step: Step): string[] {
  switch (step.is) {
    case 'token':
      return [step.token];
    case 'node':
      return step.rules.flatMap((rule) => firstWords(ruleNamed(rule)));
    case 'fragment':
      return firstWords(ruleNamed(step.rule));
    case 'choice':
      return step.options.flatMap(firstWords);
    case 'optional':
    case 'repeat':
      return firstWords(step.step);
    case 'body':
      return ['{'];
    case 'sequence': {
      const words: string[] = [];
      for (const part of step.steps) {
        words.push(...firstWords(part));
        if (part.is !== 'optional' && part.is !== 'repeat' && part.is !== 'body') break;
      }
      return words;
    }
  }
}

function starters(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => firstWords(ruleNamed(name)).map((word) => [word, name])));
}

const bodies: Record<string, Record<string, string>> = {};
for (const [name, step] of Object.entries(rules)) {
  for (const part of walk(step)) if (part.is === 'body') bodies[name] = starters(part.rules);
}

const entry = parserRules.find((rule) => rule.entry)?.name ?? '';
const listed = [...walk(ruleNamed(entry))].find((step) => step.is === 'node');
if (listed === undefined) throw new Error('The file holds declarations.');
const declarations = starters(listed.rules);

/** Words that stand inside statements, also where they may begin one; a declaration's word stays a name there. */
function innerWords(): string[] {
  const beginning = new Set(Object.values(bodies).flatMap((words) => Object.keys(words)));
  const inner = Object.entries(rules).flatMap(([name, step]) => {
    const first = new Set(fragments.includes(name) ? [] : firstWords(step));
    const words = [...walk(step)].flatMap((part) => (part.is === 'token' ? [part.token] : []));
    return words.filter((word) => !first.has(word) || !beginning.has(word));
  });
  return [...new Set(inner)].filter((word) => /^[a-z0-9]+$/.test(word) && declarations[word] === undefined).sort();
}

function propertiesOf(step: Step): string[] {
  const names = new Set<string>();
  for (const part of walk(step)) {
    if ('property' in part && part.property !== undefined) names.add(part.property);
    if (part.is === 'fragment') for (const name of propertiesOf(ruleNamed(part.rule))) names.add(name);
  }
  return [...names];
}

const terminals = Object.fromEntries(
  terminalRules
    .filter((rule) => rule.name !== 'WORD' && !rule.hidden)
    .map((rule) => {
      const pattern = GrammarUtils.terminalRegex(rule);
      return [rule.name, [pattern.source, pattern.flags] as const];
    }),
);
const keywords = [...new Set(parserRules.flatMap(keywordsOf))];

function keywordsOf(rule: G.ParserRule): string[] {
  return [...walkElements(rule.definition)].filter(G.isKeyword).map((keyword) => keyword.value);
}

function* walkElements(element: G.AbstractElement): Generator<G.AbstractElement> {
  yield element;
  if (G.isGroup(element) || G.isAlternatives(element)) for (const part of element.elements) yield* walkElements(part);
  if (G.isAssignment(element)) yield* walkElements(element.terminal);
}

const [valueSource, valueFlags] = terminals['VALUE'] ?? ['', ''];
const value = new RegExp(valueSource, valueFlags);
const name = new RegExp(...(terminals['NAME'] ?? ['', '']));
const ascii = Array.from({ length: 127 - 33 }, (_, i) => String.fromCharCode(33 + i));
const valueStarts = ascii.filter((char) => RegExpUtils.partialMatches(value, char));
const letters = valueStarts.filter((char) => name.test(char));
const valuePairs = letters.flatMap((a) =>
  ascii.map((b) => a + b).filter((pair) => RegExpUtils.partialMatches(value, pair)),
);

const visible = terminalRules.filter((rule) => !rule.hidden && rule.name !== 'WORD').map((rule) => rule.name);
const creators = Object.entries(rules)
  .filter(([rule]) => !fragments.includes(rule))
  .map(([rule, step]) => {
    const properties = propertiesOf(step).map((property) => `, ${property}: undefined`);
    return `    ${rule}: ($first) => ({ $type: '${rule}', $first, $last: -1, $broken: false${properties.join('')} }),`;
  });

const data = {
  kinds: ['?', 'end', ...visible, ...keywords],
  terminals,
  valueStarts: valueStarts.filter((char) => !letters.includes(char)).join(''),
  valuePairs,
  connectives: innerWords(),
  entry,
  declarations,
  bodies,
  fragments,
};

const out = `// Made by scripts/syntax-tables.ts from language/agreement.langium; not edited by hand.
import type { Grammar } from '../syntax/steps.ts';

export const grammar: Grammar = {
${Object.entries(data)
  .map(([key, item]) => `  ${key}: ${JSON.stringify(item)},`)
  .join('\n')}
  rules: {
${Object.entries(rules)
  .map(([rule, step]) => `    ${rule}: ${JSON.stringify(step)},`)
  .join('\n')}
  },
  create: {
${creators.join('\n')}
  },
};
`;
writeFileSync(new URL('../language/generated/tables.ts', import.meta.url), out);
