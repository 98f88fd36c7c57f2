/** A reading. */
export interface HumanReading {
  readonly edtf: string;
  readonly label: string;
}
/** placeholder */
export function humanReadings(_text: string): HumanReading[] {
  return [];
}
