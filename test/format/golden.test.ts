import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatted } from '../../language/format/index.ts';

const DATA = new URL('data/', import.meta.url);
const names = readdirSync(DATA).flatMap((file) => /^(.*)\.before\.agreement$/.exec(file)?.[1] ?? []);
const read = (name: string): string => readFileSync(new URL(`${name}.agreement`, DATA), 'utf8');

test.each(names)('%s', (name) => {
  expect(formatted(read(`${name}.before`))).toBe(read(`${name}.after`));
});

test.each(names)('%s stays as it is when it is formatted again', (name) => {
  expect(formatted(read(`${name}.after`))).toBe(read(`${name}.after`));
});
