import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dependencies } from '../../language/register/dependencies.ts';

const uri = fc.constantFrom('a', 'b', 'c', 'd');
const keys = fc.uniqueArray(fc.integer({ min: -5, max: 40 }), { maxLength: 12 });
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('set' as const), uri, keys }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), uri }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear' as const) }) },
);

test('after any sequence of notes it tells what plain sets tell', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(40), keys, (steps, repeat, asked) => {
      const dependencies = new Dependencies();
      const plain = new Map<string, Set<number>>();
      for (const next of steps) {
        if (next.do === 'clear') {
          dependencies.clear();
          plain.clear();
        } else if (next.do === 'delete') {
          dependencies.delete(next.uri);
          plain.delete(next.uri);
        } else {
          // Noted again and again, so that what is void is cleared up on the way.
          for (let i = 0; i <= repeat; i++) dependencies.set(next.uri, new Set(next.keys));
          plain.set(next.uri, new Set(next.keys));
        }
      }
      const expected = [...plain].filter(([, own]) => asked.some((key) => own.has(key))).map(([name]) => name);
      expect([...dependencies.of(asked)].sort()).toEqual(expected.sort());
      expect(dependencies.size).toBe(plain.size);
    }),
    { numRuns: 300 },
  );
});
