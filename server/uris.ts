import { URI, Utils } from 'vscode-uri';
import { BUILTIN_SCHEME } from './protocol.ts';

/** The name of a project's file. */
export const PROJECT_FILE = 'agreement.json';
/** How the names of record files end. */
export const RECORDS_SUFFIX = '.agreement';

/** The folder for copies of the documents that the server serves itself, below the one that keeps what can be made again. */
export const COPIES = 'agreement-records/builtin';
const COPY = new RegExp(`/${COPIES}(/(?:library|rules)/[^/]+)$`);

/**
 * The one spelling under which the server knows a URI: clients and file systems escape differently. Text that is no URI stays as it is, and
 * then names nothing. A copy of one of the server's own documents is that document.
 */
export function canonical(uri: string): string {
  try {
    const parsed = URI.parse(uri, true);
    const own =
      parsed.scheme === BUILTIN_SCHEME ? parsed.path : parsed.scheme === 'file' && COPY.exec(parsed.path)?.[1];
    return own ? `${BUILTIN_SCHEME}://${own}` : parsed.toString();
  } catch {
    return uri;
  }
}

/** A folder's URI without a slash at its end, the root's apart. */
export function folderUri(uri: string): string {
  const whole = canonical(uri);
  return /^[^/]*(\/\/[^/]*)?\/$/.test(whole) ? whole : whole.replace(/\/+$/, '');
}

/** The folder that holds a file or a folder; undefined at the root, and where there are no folders, as in `untitled:Untitled-1`. */
export function parentOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (!parsed.path.startsWith('/') || parsed.path === '/') return undefined;
  return folderUri(Utils.dirname(parsed).toString());
}

/** A file in a folder. */
export function fileIn(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}`;
}

/** Whether the file, or folder, lies in the folder or is it. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Whether the file, or folder, lies in one of the folders. */
export function isBelowAny(uri: string, folders: ReadonlySet<string>): boolean {
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (folders.has(uri.slice(0, end))) return true;
  }
  return false;
}

/** The path of a file below a folder it lies in, unescaped and with slashes, as globs are matched with. */
export function pathBelow(uri: string, folder: string): string {
  return decodeURIComponent(uri.slice(folder.length).replace(/^\//, ''));
}

/** The last part of a URI's path, unescaped. */
export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** What stands before the colon. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}

/** Whether it is a document that the server serves itself. */
export function isBuiltin(uri: string): boolean {
  return schemeOf(uri) === BUILTIN_SCHEME;
}

/** Whether it is named as a file of records. */
export function isRecords(uri: string): boolean {
  return uri.endsWith(RECORDS_SUFFIX);
}

/** Whether it is named as a project's file. */
export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${PROJECT_FILE}`);
}
