/** What keeps the program from running, in words for its user. The program ends with {@link UNABLE}. */
export class Unable extends Error {}

/** Exit codes. */
export const FINE = 0;
export const FOUND = 1;
export const UNABLE = 2;

/** Where lines about the run itself go: never into a report. */
export interface Teller {
  /** Something could not be read: the rest is checked, and the program ends with {@link UNABLE}. */
  problem(line: string): void;
  /** Something worth knowing. */
  note(line: string): void;
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'there is no such file or folder'],
  ['EACCES', 'you are not allowed to read it'],
  ['EPERM', 'you are not allowed to read it'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'it is a link that leads back to itself'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk could not be read'],
  ['ENOSPC', 'the disk is full'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large: a file may have 512 MB'],
  ['ERR_STRING_TOO_LONG', 'it is too large: a file may have 512 MB'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'it is not UTF-8'],
]);

/** Why something failed, in plain words and on one line. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return REASONS.get(code) ?? message.split('\n')[0] ?? '';
}
