import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Unable } from '../problems.ts';

const NEWLINE = 10;

/** The text of a file, without a byte order mark. Throws {@link Unable} where it is no UTF-8; other errors are the system's. */
export function readText(path: string): string {
  return decode(readFileSync(path));
}

/** The text of bytes, without a byte order mark. Throws {@link Unable} where they are no UTF-8. */
export function decode(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  throw new Unable(`it is not UTF-8 ${whyNot(bytes)}. Save it as UTF-8`);
}

/** The bytes without a byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function whyNot(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 ? '(it begins as UTF-16 does)' : `(line ${firstBadLine(bytes)})`;
}

/** No byte of a longer UTF-8 sequence is a line's end, so that lines can be looked at one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(NEWLINE, start);
    const end = next === -1 ? bytes.length : next + 1;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end;
  }
  return line;
}
