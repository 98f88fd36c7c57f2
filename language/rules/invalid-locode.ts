import { isRepeated } from '../register/known.ts';
import { isLocode } from '../register/locodes.ts';
import type { Rule } from './rule.ts';
import { replace } from './shared/fixes.ts';

/** A LOCODE that has not the form of one. */
export const invalidLocode: Rule = {
  code: 'invalid-locode',
  category: 'ports',
  severity: 'error',
  sentence: 'A LOCODE has the form of a UN/LOCODE.',
  why: `Ports share names: there is a Manzanillo in Mexico, in Panama and in the Dominican Republic. The UN/LOCODE tells them apart, and
joins the records to every other data set of places. A code of another form joins nothing; most often it is an IATA code, a code
with a blank, or one in small letters.

The form: the two capital letters of the country, and three capital letters or digits from 2 to 9.`,
  basis:
    'UNECE Recommendation No. 16, UN/LOCODE Code for Trade and Transport Locations: five characters, the first two after ISO 3166-1 alpha-2; 0 and 1 are not used.',
  mends: 'Capital letters, where these make it a LOCODE.',
  rejected: [
    { says: 'Small letters.', text: 'port TangerMed "Tanger Med" { locode »maptm« }' },
    { says: 'An airport’s code without its country.', text: 'port Miami { locode »MIA« }' },
    { says: 'There is no 1 in a LOCODE: this is an I.', text: 'port Gioia-Tauro { locode »IT1OT« }' },
  ],
  accepted: [
    {
      says: 'Letters, and digits where a country has run out of letters.',
      text: `port TangerMed "Tanger Med" { locode MAPTM }
port Somewhere { locode USZ2A }`,
    },
  ],
  checks: {
    port: (port, _ask, report) => {
      const { locode } = port;
      if (!locode || isLocode(locode.name) || isRepeated(port, 'locode')) return;
      const capitals = locode.name.toUpperCase();
      report({
        start: locode.start,
        end: locode.end,
        subjects: [],
        message: `${locode.name} is no UN/LOCODE: that is two letters for the country and three letters or digits from 2 to 9, all capital, such as MAPTM.`,
        fixes: () =>
          isLocode(capitals)
            ? [replace(`Write ${capitals}`, port.uri, locode, capitals, { safe: true, preferred: true })]
            : [],
      });
    },
  },
};
