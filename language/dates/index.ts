export { addToDay, type CivilDay, civilDay, type Day, type DayUnit, dayOf, daysInMonth, isoDay, today } from './day.ts';
export { type AgreementDate, type DateReading, readDate, readPlainDate, UNKNOWN } from './edtf.ts';
export { type Answer, after, before, common, notLater, overlap, rangeDate, span } from './order.ts';
export { type HumanReading, humanReadings } from './readings.ts';
export { isSureReading } from './sure.ts';
export { describeDate, inUnits } from './words.ts';
