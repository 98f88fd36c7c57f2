import type { Fix } from '../findings.ts';
import type { Citation, Declaration, Source, Text } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { isRepeated } from '../register/known.ts';
import { LOCATOR } from '../vocabulary.ts';
import type { Reporter, Rule } from './rule.ts';
import { forEachCiting } from './shared/citing.ts';
import { replace } from './shared/fixes.ts';
import { inWords } from './shared/phrases.ts';

/** Addresses and files that lead nowhere. */
export const invalidSource: Rule = {
  code: 'invalid-source',
  category: 'sources',
  severity: 'error',
  sentence: 'A source’s address is an http(s) URL, and its file is there, inside the project, and unchanged.',
  why: `A source is cited so that somebody else can look it up. An address without \`https://\`, or with a blank in it, opens nothing. Pages disappear, so a
project may keep a copy: a file beside the records, named relative to the file that declares the source, with the SHA-256 digest that it had when
it was read. A missing copy is no evidence, one outside the project is not there for the next reader, and one with another digest is not what was
read.

Files are looked at where there is a disk; in a browser without one nothing is said about them. Whether a page still answers is not tried: checks
need no network, and the same records give the same findings everywhere.`,
  basis:
    'A page may outlive its address only in an archive: the language’s examples cite one of CBP’s releases of 2003 from there. The digest is SHA-256 of FIPS 180-4, in hexadecimal, as `sha256sum` prints it.',
  mends:
    'Suggestions: `https://` before an address that lacks it, the name of a source that is cited by its title, and the digest that the file has now, where it was changed on purpose.',
  rejected: [
    {
      says: 'Addresses without a scheme, of another scheme, and with a blank.',
      text: `source cbp { url »"www.example.org/list"« }
source archive { url »"ftp://example.org/list.pdf"« }
agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002 per »"https://www.example.org/cmaa list"«
    cites »"page 4"«
}`,
    },
    {
      says: 'A source by its title, in quotes; it has a name.',
      text: `source cbp-list "List of agreements" { url "https://www.example.org/list" }
agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002 per »"List of agreements"«
}`,
    },
    {
      says: 'A digest that is none: SHA-256 has 64 hexadecimal digits.',
      text: `source cbp {
    url "https://www.example.org/list"
    file "evidence/cbp.pdf" sha256 »"9f86d081884c7d65"«
}`,
    },
  ],
  accepted: [
    {
      says: 'Whole addresses; a locator says where in the source.',
      text: `source cbp { url "https://www.example.org/list" }
agreement US-BR-CMAA : CMAA {
    between US and BR
    signed 2002 per "https://www.example.org/cmaa%20list"
    cites cbp "page 4"
}`,
    },
    {
      says: 'The digest in full, or none at all.',
      text: `source cbp {
    url "https://www.example.org/list"
    file "evidence/cbp.pdf" sha256 "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
}
source rfb { file "evidence/rfb.pdf" }`,
    },
  ],
  checks: { declaration: checkAddresses, source: checkFile },
};

function checkAddresses(declaration: Declaration, ask: Ask, report: Reporter): void {
  if (declaration.type === 'source' && declaration.url && !declaration.url.isUnclosed)
    checkAddress(declaration, declaration.url, report);
  forEachCiting(declaration, (cites) => {
    for (let i = 0; i < cites.length; i++) checkCited(declaration, cites, i, ask, report);
  });
}

function checkCited(
  declaration: Declaration,
  cites: readonly Citation[],
  at: number,
  ask: Ask,
  report: Reporter,
): void {
  const { url } = cites[at] as Citation;
  const before = cites[at - 1];
  // What should stand behind it may be within it.
  if (!url || url.isUnclosed) return;
  const called = problemOf(url.value) === undefined ? [] : sourcesCalled(url.value, ask);
  if (called.length > 0) reportCalled(declaration, url, called, report);
  else if (before ? !looksLikeAddress(url.value) : isLocator(url.value))
    reportLocator(declaration, url, before, report);
  else checkAddress(declaration, url, report);
}

/** A declared source, and what of it a text is: its name, its title, or another name it goes by. */
interface Called {
  readonly name: string;
  readonly by: string;
}

/** The sources that the text calls, in whatever letters. */
function sourcesCalled(text: string, ask: Ask): readonly Called[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return ask.nearest(wanted, 'cites').flatMap((name) => {
    const source = ask.lookup(name);
    const by = source?.type === 'source' ? calledBy(source, wanted) : undefined;
    return by === undefined ? [] : [{ name, by }];
  });
}

function calledBy({ name, title, common }: Source, wanted: string): string | undefined {
  const isIt = (text: string | undefined): boolean => text?.toLowerCase() === wanted;
  if (isIt(name.name)) return 'the name';
  if (isIt(title?.value)) return 'the title';
  return common.also.some(({ value }) => isIt(value)) ? 'another name' : undefined;
}

/** Reports a source that is cited by what it is called, in quotes. */
function reportCalled(declaration: Declaration, text: Text, called: readonly Called[], report: Reporter): void {
  const { start, end, value } = text;
  const names = called.map(({ name }) => name);
  const what = `${called[0]?.by} of the source ${inWords(names, 'or')}`;
  report({
    start,
    end,
    message: `${quoted(value)} is ${what}. A source is cited by its name without quotes.`,
    subjects: [declaration.name.name, ...names],
    fixes: () =>
      names.map((name) => replace(`Change to ${name}`, declaration.uri, text, name, { preferred: names.length === 1 })),
  });
}

const PLACE = new RegExp(`^(?:${LOCATOR})\\b|^[§¶]`, 'i');

/** Not `no.example.org`. */
function isLocator(text: string): boolean {
  return PLACE.test(text) && !/^[^\s.]+\.\p{L}/u.test(text);
}

/** An address has a scheme, a host or a path; a text that says nothing may have been meant as one. */
function looksLikeAddress(text: string): boolean {
  return text === '' || (!isLocator(text) && /^[a-z][a-z0-9+.-]*:|^\S*[\p{L}\d]\.\p{L}|\//iu.test(text));
}

/** Reports a place that stands as if it were a source of its own: first, or behind a comma. */
function reportLocator(declaration: Declaration, locator: Text, before: Citation | undefined, report: Reporter): void {
  const { start, end, value } = locator;
  const source = before && !hasLocator(before) ? before : undefined;
  report({
    start,
    end,
    message: `${quoted(value)} is no source, but a place in one${wayOut(before, source)}`,
    subjects: [declaration.name.name],
    fixes: () => (source ? [withoutComma(declaration, locator, source)] : []),
  });
}

function wayOut(before: Citation | undefined, source: Citation | undefined): string {
  if (source) return ': it follows the source without a comma or `and`.';
  return before
    ? '. The source before it has one already: write both in one text, or name the source again.'
    : ': write the source before it.';
}

/** Whether it has a place already, or is one itself. */
function hasLocator({ locator, url }: Citation): boolean {
  return locator !== undefined || (url !== undefined && !looksLikeAddress(url.value));
}

/** So many characters lie at the most between two that are parted by `, and ` on one line. */
const JOINT = 6;

/** A joint that is longer may hold a comment. */
function withoutComma({ uri }: Declaration, locator: Text, before: Citation): Fix {
  const joint = { start: before.end, end: locator.start };
  const safe = isLocator(locator.value) && joint.end - joint.start <= JOINT;
  return replace('Write the place behind its source', uri, joint, ' ', { safe, preferred: true });
}

function checkAddress(declaration: Declaration, address: Text, report: Reporter): void {
  const problem = problemOf(address.value);
  if (problem === undefined) return;
  report({
    start: address.start,
    end: address.end,
    message: `${quoted(address.value)} ${problem}`,
    subjects: [declaration.name.name],
    fixes: () => withScheme(declaration, address),
  });
}

/** What is wrong with an address; undefined where it is an http(s) URL. */
function problemOf(address: string): string | undefined {
  if (/\s/.test(address))
    return 'has a blank in it, so it is no address. Write a blank as `%20`, or cite a source by its name.';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !/^[^/]*\.[^/]*$/.test(scheme)) {
    return `is no web address: it begins with \`${scheme}:\`, where \`https://\` or \`http://\` is needed.`;
  }
  if (!/^https?:\/\/./i.test(address)) {
    return 'is no web address, which begins with `https://` or `http://`. A source is cited by its name without quotes.';
  }
  return isUrl(address) ? undefined : 'is no web address that could be opened.';
}

function isUrl(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname !== '';
}

function withScheme(declaration: Declaration, address: Text): readonly Fix[] {
  const whole = `https://${address.value}`;
  const looksLikeHost = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#:]|$)/u.test(address.value);
  if (!looksLikeHost || problemOf(whole) !== undefined) return [];
  return [replace(`Write ${whole}`, declaration.uri, address, JSON.stringify(whole), { preferred: true })];
}

const DIGEST = /^[0-9a-f]{64}$/i;

function checkFile(source: Source, ask: Ask, report: Reporter): void {
  if (!source.file || isRepeated(source, 'file')) return;
  const { path, sha256 } = source.file;
  const isDigest = sha256 === undefined || DIGEST.test(sha256.value);
  if (!isDigest) {
    const message = `${quoted(sha256.value)} is no SHA-256 digest, which has 64 hexadecimal digits. Copy it whole, or leave it out.`;
    report({
      start: sha256.start,
      end: sha256.end,
      message,
      subjects: [source.name.name],
      fixes: () => presentDigest(source, sha256, ask),
    });
  }
  const problem = problemOfPath(source, path, ask);
  if (problem !== undefined) {
    report({ start: path.start, end: path.end, message: problem, subjects: [source.name.name] });
    return;
  }
  if (sha256 && isDigest) checkDigest(source, sha256, ask, report);
}

function problemOfPath(source: Source, { value }: Text, ask: Ask): string | undefined {
  if (value.trim() === '') return 'The file has no path. Write it relative to this file: `file "evidence/page.pdf"`.';
  const state = ask.evidence(source)?.state;
  if (state === 'missing') return `The file ${quoted(value)} is not there. The path is relative to this file.`;
  if (state === 'outside')
    return `The file ${quoted(value)} is outside the project. Copy it into the project, so that it goes with the records.`;
  return undefined;
}

function checkDigest(source: Source, sha256: Text, ask: Ask, report: Reporter): void {
  const evidence = ask.evidence(source);
  if (evidence?.state !== 'present' || evidence.sha256 === sha256.value.toLowerCase()) return;
  report({
    start: sha256.start,
    end: sha256.end,
    message: `${quoted(source.file?.path.value ?? '')} is not the file that was read: its digest is ${evidence.sha256} now. Bring the old file back, or check the new one and write its digest.`,
    subjects: [source.name.name],
    fixes: () => presentDigest(source, sha256, ask),
  });
}

function presentDigest(source: Source, sha256: Text, ask: Ask): readonly Fix[] {
  const evidence = ask.evidence(source);
  if (evidence?.state !== 'present') return [];
  return [replace('Write the digest that the file has now', source.uri, sha256, `"${evidence.sha256}"`)];
}

/** A text as it stands in the record, cut where it is long. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
