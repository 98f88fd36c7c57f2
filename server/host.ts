import type { Evidence } from '../language/register/ask.ts';

/** Where the server runs: how it reads what is not open in the editor. None of these throws; what cannot be read is not there. */
export interface Host {
  /**
   * The URIs of all `.agreement` files and project files in a folder: with `all` those of its folders too, but for hidden ones and
   * `node_modules`; with `own` only those that lie in the folder itself.
   */
  findFiles(folder: string, depth: 'all' | 'own'): Promise<readonly string[]>;
  /** The texts of files, without a byte order mark; undefined where there is none. */
  readFiles(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** What is known of an evidence file of the project in `folder`; undefined where nobody can look. */
  evidence(uri: string, folder: string): Promise<Evidence | undefined>;
  /** Keeps a document of the program's own as a file that can be read and not changed, and gives back its URI; undefined where it cannot. */
  keep(path: string, text: string): string | undefined;
}
