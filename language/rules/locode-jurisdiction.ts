import type { Port } from '../records/model.ts';
import type { Ask } from '../register/ask.ts';
import { countryOf, locodeOf } from '../register/locodes.ts';
import type { Rule } from './rule.ts';
import { inWords } from './shared/phrases.ts';

/** A LOCODE of a country that is none, or not the stated one. */
export const locodeJurisdiction: Rule = {
  code: 'locode-jurisdiction',
  category: 'ports',
  severity: 'error',
  sentence: 'A LOCODE’s country exists, and is the one that the port states.',
  why: `The first two letters of a LOCODE are its country. Where a port also says \`of\` another one, one of the two is wrong, and every
question about the port’s agreements is answered for the wrong country. Codes of neighbours in an alphabetical list are easily
exchanged; so are the country and a state of the same letters.

Hong Kong, Macao and the dependent territories have letters of their own: a port in Hong Kong begins with HK, and is \`of HK\`.
\`of\` may be left out where there is a LOCODE.`,
  basis:
    'UNECE Recommendation No. 16: the first two characters are the ISO 3166-1 alpha-2 code of the country or territory in which the place lies.',
  rejected: [
    { says: 'XX is no country.', text: 'port Somewhere { locode »XXABC« }' },
    { says: 'A code of Morocco on a port of Spain.', text: 'port Tarifa { locode »MATRF« of ES }' },
    { says: 'Hong Kong has letters of its own.', text: 'port Hong-Kong { locode »CNHKG« of HK }' },
  ],
  accepted: [
    { says: 'The LOCODE says it.', text: 'port TangerMed { locode MAPTM }' },
    { says: 'Both say the same.', text: 'port Hong-Kong { locode HKHKG of HK }' },
    {
      says: 'A project may add the jurisdiction whose letters UN/LOCODE uses without ISO.',
      text: `jurisdiction XK "Kosovo" { type state }
port Pristina { locode XKPRN }`,
    },
  ],
  checks: {
    port: (port, ask, report) => {
      const code = locodeOf(port);
      const message = code && faultOf(ask, port, code);
      if (!message || !port.locode) return;
      const { start, end } = port.locode;
      const stated = port.of.flatMap((list) => list.names.map((n) => n.name));
      report({ start, end, subjects: [countryOf(code), ...stated], message });
    },
  },
};

/** What is wrong with the LOCODE's country; undefined where nothing is, or nobody can tell. */
function faultOf(ask: Ask, port: Port, code: string): string | undefined {
  const country = countryOf(code);
  const declared = ask.declared(country);
  if (declared.length > 1) return undefined;
  if (declared[0]?.type !== 'jurisdiction') {
    return `${code} begins with ${country}, which is no country’s code. Mend the LOCODE, or declare the jurisdiction ${country}.`;
  }
  const stated = port.of.flatMap((list) => list.names.map((n) => n.name));
  if (port.of.some((list) => list.isCutShort)) return undefined;
  const known = stated.filter((name) => ask.lookup(name)?.type === 'jurisdiction');
  if (known.length === 0 || known.length < stated.length || known.includes(country)) return undefined;
  const title = declared[0].title?.value;
  return `${code} is a LOCODE of ${country}${title ? ` (${title})` : ''}, but ${port.name.name} says it is of ${inWords(stated)}. Mend one of them, or leave \`of\` out.`;
}
