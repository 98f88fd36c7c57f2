import type { Port } from '../records/model.ts';
import { isRepeated } from '../register/known.ts';
import type { Rule } from './rule.ts';
import { replace } from './shared/fixes.ts';

/** A latitude or longitude out of range. */
export const invalidPosition: Rule = {
  code: 'invalid-position',
  category: 'ports',
  severity: 'error',
  sentence: 'A position is a latitude from -90 to 90 and a longitude from -180 to 180, in decimal degrees.',
  why: `A map puts a port where its position says, without asking. Out of range it cannot; and the most frequent cause, longitude
written before latitude, also puts ports of Europe into the Indian Ocean where both numbers happen to be small.

Degrees are decimal, of WGS 84, latitude first: \`located 35.8898, -5.5013\`. South and west are negative.`,
  basis: 'ISO 6709 states latitude before longitude; WGS 84 is the datum of UN/LOCODE coordinates and of web maps.',
  mends: 'Exchange the two, where that makes them a position.',
  rejected: [
    { says: 'Longitude first.', text: 'port Tokyo { »located 139.75, 35.68« }' },
    { says: 'No place on earth.', text: 'port Nowhere { »located 95, 200« }' },
    { says: 'Minutes and seconds are not decimal.', text: 'port Tokyo { »located 35.40.48, 139.75« }' },
  ],
  accepted: [
    { says: 'Latitude first.', text: 'port Tokyo { located 35.68, 139.75 }' },
    { says: 'The bounds themselves are places.', text: 'port Pole { located -90, 180 }' },
  ],
  checks: {
    port: (port, _ask, report) => {
      const { located } = port;
      if (!located || isRepeated(port, 'located')) return;
      const message = faultOf(located);
      if (!message) return;
      const { latitude, longitude } = located;
      report({
        start: located.start,
        end: located.end,
        message,
        fixes: () =>
          isPosition({ latitude: longitude, longitude: latitude })
            ? [
                replace('Exchange latitude and longitude', port.uri, located, `located ${longitude}, ${latitude}`, {
                  preferred: true,
                }),
              ]
            : [],
      });
    },
  },
};

type Position = Pick<NonNullable<Port['located']>, 'latitude' | 'longitude'>;

function isPosition({ latitude, longitude }: Position): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function faultOf(position: Position): string | undefined {
  const { latitude, longitude } = position;
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) {
    const which = Number.isNaN(latitude) ? 'latitude' : 'longitude';
    return `The ${which} is no number: write decimal degrees, such as \`located 35.8898, -5.5013\`.`;
  }
  if (isPosition(position)) return undefined;
  if (Math.abs(latitude) <= 90)
    return `The longitude ${longitude} is out of range: it lies between -180 and 180 degrees.`;
  const swapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
  return `The latitude ${latitude} is out of range: it lies between -90 and 90 degrees.${swapped ? ' Latitude stands first: the two seem to be exchanged.' : ''}`;
}
