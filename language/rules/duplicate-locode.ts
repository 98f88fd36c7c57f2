import { isSame } from '../register/known.ts';
import { locodeOf } from '../register/locodes.ts';
import type { Rule } from './rule.ts';
import { MOST_PAIRS } from './shared/clash.ts';

/** Two ports with one LOCODE. */
export const duplicateLocode: Rule = {
  code: 'duplicate-locode',
  category: 'ports',
  severity: 'warning',
  sentence: 'A LOCODE belongs to one port.',
  why: `Two ports with one code are most often one port recorded twice, by a city’s name in one source and a terminal’s in another: each
then holds half of the history. Or one of the codes was copied and not changed.

Where two terminals of one place are to be told apart, leave the code on one of them, or waive this and say why. Of very many
with one code, each is told apart from ten.`,
  basis:
    'UN/LOCODE identifies a place once. In lists of container security ports the same participation appears as Yantian in 2002 and as Shenzhen in 2005, and Dubai stands for the terminal of Jebel Ali.',
  rejected: [
    {
      says: 'One port under its city’s name and under its terminal’s.',
      text: `port Shenzhen { locode »CNSZX« }
port Yantian { locode »CNSZX« }`,
    },
  ],
  accepted: [
    {
      says: 'Each has its own.',
      text: `port Shenzhen { locode CNSZX }
port Yantian { locode CNYTN }`,
    },
    {
      says: 'The waiver on one of them speaks for both.',
      text: `port Dubai { locode AEDXB waive duplicate-locode because "CBP lists the terminals of Dubai apart" }
port Port-Rashid { locode AEDXB }`,
    },
  ],
  checks: {
    port: (port, ask, report) => {
      const code = locodeOf(port);
      if (!code || !port.locode || ask.declared(port.name.name).length > 1) return;
      const others = ask
        .portsWithLocode(code)
        .filter((p) => !isSame(p, port) && locodeOf(p) === code && ask.declared(p.name.name).length === 1);
      const { start, end } = port.locode;
      // One finding a pair, so that a waiver about one of them leaves the others.
      for (const other of others.slice(0, MOST_PAIRS)) {
        const name = other.name.name;
        report({
          start,
          end,
          subjects: [name, port.name.name],
          also: [other],
          message: `${port.name.name} has the LOCODE ${code}, and so has ${name}. Mend the code that is wrong, or make one record of them.`,
          related: [{ ...ask.place(other, other.locode ?? other.name), message: `${name} has ${code} too.` }],
        });
      }
    },
  },
};
