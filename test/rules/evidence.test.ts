import { expect, test } from 'vitest';
import type { Evidence } from '../../language/register/ask.ts';
import { FOLDER, findingsOf, marksOf, placeOfFinding, projectOf, textsAfter } from '../support/marked.ts';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const OTHER = '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752';

/** What is on disk, and what `invalid-source` says of a source that names the file. */
const CASES: readonly (readonly [string, string, Evidence | undefined, string?])[] = [
  ['the file as it was read', `file "a.pdf" sha256 "${DIGEST}"`, { state: 'present', sha256: DIGEST }],
  ['a digest in capitals', `file "a.pdf" sha256 "${DIGEST.toUpperCase()}"`, { state: 'present', sha256: DIGEST }],
  ['a file without a digest', 'file "a.pdf"', { state: 'present', sha256: OTHER }],
  ['another file', `file "a.pdf" sha256 »"${DIGEST}"«`, { state: 'present', sha256: OTHER }, OTHER],
  ['no file', `file »"a.pdf"« sha256 "${DIGEST}"`, { state: 'missing' }, 'is not there'],
  ['a file outside', 'file »"a.pdf"«', { state: 'outside' }, 'outside the project'],
  ['no file, and no digest', 'file »"a.pdf"« sha256 »"abc"«', { state: 'missing' }],
  ['a file stated twice', 'file "a.pdf" file "b.pdf"', { state: 'missing' }],
  ['nobody looked', `file "a.pdf" sha256 "${DIGEST}"`, undefined],
];

for (const [what, statement, evidence, said = ''] of CASES) {
  test(what, () => {
    const made = projectOf(`source s { ${statement} }`, evidence ? { evidence: { 'a.pdf': evidence } } : {});
    const findings = findingsOf(made, 'invalid-source');
    expect(findings.map((finding) => placeOfFinding(made, finding)).sort()).toEqual([...marksOf(made.files)].sort());
    for (const finding of findings) expect(finding.message).toContain(said);
  });
}

test('a path is relative to the file that declares the source', () => {
  const text = '--- sources/list.agreement\nsource s { file »"../evidence/a b.pdf"« }';
  const made = projectOf(text, { evidence: { 'evidence/a%20b.pdf': { state: 'missing' } } });
  expect(findingsOf(made, 'invalid-source').map((finding) => placeOfFinding(made, finding))).toEqual(
    marksOf(made.files),
  );
});

test('the digest that the file has now is offered, and a change on disk is seen', () => {
  const made = projectOf(`source s { file "a.pdf" sha256 "${DIGEST}" }`, {
    evidence: { 'a.pdf': { state: 'present', sha256: OTHER } },
  });
  const [finding] = findingsOf(made, 'invalid-source');
  expect(finding && [...textsAfter(made.files, finding, 0).values()]).toEqual([
    `source s { file "a.pdf" sha256 "${OTHER}" }`,
  ]);
  made.project.putEvidence(`${FOLDER}a.pdf`, { state: 'present', sha256: DIGEST });
  expect(findingsOf(made, 'invalid-source')).toEqual([]);
});
