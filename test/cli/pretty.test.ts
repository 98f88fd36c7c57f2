import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../cli/terminal/excerpt.ts';
import { harmless } from '../../cli/terminal/style.ts';
import { agreement, BAD, Folder, WARNING } from './cli.ts';

const ESCAPE = '\u001B[';

describe('a finding', () => {
  test('is shown with place, line, mark, rule and the way to its page', async () => {
    using folder = new Folder({ 'a.agreement': `// one\n${WARNING}` });
    const { out } = await agreement(['check', '--as-of', '2026-01-01'], { cwd: folder.path });
    const [headline, ...rest] = out.split('\n');
    expect(headline).toMatch(/^warning\[missing-source\]: .*US-IL-CMAA/);
    expect(rest.slice(0, 3)).toEqual([
      ' --> a.agreement:2:11',
      `2 | ${WARNING.trimEnd()}`,
      `  | ${' '.repeat(10)}${'^'.repeat(10)}`,
    ]);
    expect(rest).toContain('  = why: agreement explain missing-source');
    expect(out.trimEnd().split('\n').at(-1)).toBe('Found 1 warning in 1 file (1 record), as of 2026-01-01.');
  });

  test('shows related places, and fixes', async () => {
    using folder = new Folder({
      'a.agreement': 'party Nobdy "N" { type industry cites "https://example.org" }\n',
      'b.agreement': BAD,
    });
    const { out } = await agreement(['check', '--rule', 'unused-declaration=off'], { cwd: folder.path });
    expect(out).toMatch(/ {2}= fix: .*Nobdy/);
    folder.write('b.agreement', 'port Nobdy "N" { cites "https://example.org" }\n');
    const doubled = await agreement(['check'], { cwd: folder.path });
    expect(doubled.out).toMatch(/ +::: b\.agreement:1:6\n1 \| port Nobdy "N" .*\n {2}\| {6}----- \S/);
  });

  test('points to the page of its rule once', async () => {
    using folder = new Folder({ 'a.agreement': BAD + BAD.replace('CTPAT', 'OEA') });
    const { out } = await agreement(['check', '--quiet'], { cwd: folder.path });
    expect(out.match(/agreement explain unresolved-reference/g)).toHaveLength(1);
    expect(out.match(/error\[unresolved-reference\]/g)).toHaveLength(2);
  });
});

describe('colours', () => {
  test.each<[string, boolean, readonly string[], Record<string, string>]>([
    ['there are none in a pipe', false, [], {}],
    ['NO_COLOR forbids', false, [], { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ['FORCE_COLOR wants', true, [], { FORCE_COLOR: '1' }],
    ['FORCE_COLOR=0 does not', false, [], { FORCE_COLOR: '0' }],
    ['--color always goes before NO_COLOR', true, ['--color', 'always'], { NO_COLOR: '1' }],
    ['--color never goes before FORCE_COLOR', false, ['--color', 'never'], { FORCE_COLOR: '1' }],
  ])('%s', async (_, coloured, args, env) => {
    using folder = new Folder({ 'a.agreement': BAD });
    const { out } = await agreement(['check', folder.path, ...args], { env });
    expect(out.includes(ESCAPE)).toBe(coloured);
  });

  test('change nothing of the text', async () => {
    using folder = new Folder({ 'a.agreement': BAD + WARNING });
    const plain = await agreement(['check', folder.path, '--color', 'never']);
    const coloured = await agreement(['check', folder.path, '--color', 'always']);
    const pattern = new RegExp(`${ESCAPE.replace('[', '\\[')}\\d+m`, 'g');
    expect(coloured.out.replace(pattern, '')).toBe(plain.out);
  });

  test('are in no format for programs', async () => {
    using folder = new Folder({ 'a.agreement': BAD });
    for (const format of ['json', 'sarif', 'github', 'gitlab', 'junit']) {
      const { out } = await agreement(['check', folder.path, '--format', format, '--color', 'always']);
      expect(out).not.toContain(ESCAPE);
    }
  });
});

test('lines are no wider than the terminal', async () => {
  using folder = new Folder({ 'a.agreement': BAD + WARNING });
  const { out } = await agreement(['check', '.'], { cwd: folder.path, env: { COLUMNS: '60' } });
  expect(out.split('\n').filter((line) => line.length > 60)).toEqual([]);
  expect(out).toContain('…');
});

describe('an excerpt', () => {
  test.each<[string, string, [number, number], number, ReturnType<typeof excerptOf>]>([
    ['that fits is the line', 'signed 2002', [7, 11], 40, { line: 'signed 2002', from: 7, length: 4 }],
    ['behind the end marks one column', 'signed', [6, 6], 40, { line: 'signed', from: 6, length: 1 }],
    ['of an empty line', '', [0, 0], 40, { line: '', from: 0, length: 1 }],
    ['takes tabs for two columns', '\t\tsigned', [2, 8], 40, { line: '    signed', from: 4, length: 6 }],
    ['takes wide characters for two columns', '協定 x', [3, 4], 40, { line: '協定 x', from: 5, length: 1 }],
    ['marks wide characters', 'a 協定', [2, 4], 40, { line: 'a 協定', from: 2, length: 4 }],
    ['takes a joined emoji for two columns', '👩‍👩‍👧 x', [9, 10], 40, { line: '👩‍👩‍👧 x', from: 3, length: 1 }],
    ['has no column for what is not shown', 'a\u200Bb x', [4, 5], 40, { line: 'a\u200Bb x', from: 3, length: 1 }],
    ['is cut on the right', 'x'.repeat(50), [0, 2], 22, { line: `${'x'.repeat(20)}…`, from: 0, length: 2 }],
    ['is cut on the left', 'x'.repeat(50), [48, 50], 22, { line: `…${'x'.repeat(20)}`, from: 19, length: 2 }],
    ['is cut on both sides', 'x'.repeat(50), [25, 27], 22, { line: `…${'x'.repeat(20)}…`, from: 7, length: 2 }],
    ['marks no more than it shows', 'x'.repeat(50), [0, 50], 22, { line: `${'x'.repeat(20)}…`, from: 0, length: 20 }],
  ])('%s', (_, line, [start, end], width, expected) => {
    expect(excerptOf(line, start, end, width)).toEqual(expected);
  });
});

test('what would steer a terminal is made visible', () => {
  expect(harmless('a\u001B[2Jb\u202Ec\u0007d\te\u009Bf')).toBe('a\uFFFD[2Jb\uFFFDc\uFFFDd\te\uFFFDf');
});
