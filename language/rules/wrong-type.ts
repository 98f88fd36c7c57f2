import type { Declaration } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { aType, TARGETS, targetsIn } from '../register/roles.ts';
import type { Reporter, Rule } from './rule.ts';
import { statementOf } from './shared/phrases.ts';

/** Names of something that cannot stand there. */
export const wrongType: Rule = {
  code: 'wrong-type',
  category: 'names',
  sentence: 'A name stands for what its statement is about: a party where a party is needed, a port where a port is.',
  why: `Each statement relates an agreement to one sort of record: \`between\` to parties, \`ports\` to ports, \`follows\` to agreements. Where the name is that of
another sort the record says something that cannot be, most often because two things go by nearly one name: a port and its city, a program
and the arrangement under it, an administration and the source it published.

A jurisdiction may stand wherever a party may. What is of the wrong type counts as unknown, and no other rule builds on it.`,
  basis:
    'CSI is a program, and also the kind of the declarations signed under it; CTPAT is a program that CBP runs and no party, though press releases have it sign and agree.',
  severity: 'error',
  rejected: [
    {
      says: 'A program where a party is needed, and an agreement where a program is.',
      text: `program CTPAT { type AEO run by US }
agreement US-BR-JWP : JWP { between US and BR }

agreement US-BR-MRA : MRA {
    between »CTPAT« and BR
    recognizes »US-BR-JWP«
}`,
    },
    {
      says: 'A party where a jurisdiction is needed, and a party where a source is.',
      text: `party RFB { of BR }

port Santos {
    of »RFB«
    cites »RFB« "list of ports"
}`,
    },
    {
      says: 'A port is cited as the reason of a date.',
      text: `port Santos { locode BRSSZ }

agreement US-BR-CSI : CSI {
    between US and BR
    operational 2005-09-22 at Santos per »Santos«
}`,
    },
  ],
  accepted: [
    {
      says: 'Each name where its sort of record belongs.',
      text: `program CTPAT { type AEO run by US }
agreement US-BR-JWP : JWP { between US and BR }

agreement US-BR-MRA : MRA {
    between US and BR
    recognizes CTPAT
    follows US-BR-JWP
}`,
    },
    {
      says: 'The jurisdiction, and a source.',
      text: `source anvisa-list { published 2005 }

port Santos {
    of BR
    cites anvisa-list "list of ports"
}`,
    },
    {
      says: 'An agreement may belong to a program or to an agreement, and a party may be part of a jurisdiction.',
      text: `program CSI { type container-security run by US }
party CBP { of US part of US }
agreement US-MA-CMAA : CMAA { between CBP and MA }
agreement US-MA-CSI : CSI {
    between CBP and MA
    under CSI, US-MA-CMAA
}`,
    },
  ],
  checks: { declaration: check },
};

function check(declaration: Declaration, ask: Ask, report: Reporter): void {
  for (const name of declaration.names) {
    const { start, end, role } = name;
    const fitting = targetsIn(role, declaration.type);
    // A waiver may be about anything, and a role that takes kinds finds nothing else among the kinds.
    if (fitting.includes('kind')) continue;
    const found = ask.lookup(name.name);
    if (!found || fitting.includes(found.type)) continue;
    const where = fitting === TARGETS[role] ? '' : ` in ${aType(declaration.type)}`;
    report({
      start,
      end,
      message: `${name.name} is ${aType(found.type)}, but ${statementOf(role)}${where} needs ${fitting.map(aType).join(' or ')}.`,
      subjects: [name.name, declaration.name.name],
      related: [{ ...ask.place(found), message: `${name.name} is declared as ${aType(found.type)} here.` }],
    });
  }
}
