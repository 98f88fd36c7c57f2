import { isSame } from '../register/known.ts';
import { locodeOf } from '../register/locodes.ts';
import type { Rule } from './rule.ts';
import { someInWords } from './shared/phrases.ts';

/** Two ports with one LOCODE. */
export const duplicateLocode: Rule = {
  code: 'duplicate-locode',
  category: 'ports',
  severity: 'warning',
  sentence: 'A LOCODE belongs to one port.',
  why: `Two ports with one code are most often one port recorded twice, by a city’s name in one source and a terminal’s in another: each
then holds half of the history. Or one of the codes was copied and not changed.

Where two terminals of one place are to be told apart, leave the code on one of them, or waive this and say why.`,
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
      if (others.length === 0) return;
      const names = others.map((p) => p.name.name);
      report({
        start: port.locode.start,
        end: port.locode.end,
        subjects: [...names, port.name.name],
        also: others,
        message: `${port.name.name} has the LOCODE ${code}, and so ${names.length === 1 ? 'has' : 'have'} ${someInWords(names)}. Mend the code that is wrong, or make one record of them.`,
        related: others.map((p) => ({
          ...ask.place(p, p.locode ?? p.name),
          message: `${p.name.name} has ${code} too.`,
        })),
      });
    },
  },
};
