export { patched } from './edits.ts';
export { type FormatOptions, type FormatResult, format, formatParsed, formatted } from './format.ts';
export { formatOnType, formatParsedOnType, ON_TYPE_CHARACTERS } from './on-type.ts';
