import type { Evidence } from '../../../language/register/ask.ts';
import type { Host } from '../../../server/host.ts';

/** A host whose files are in memory, by URI. A test may change them; the editor is to tell the server. */
export class MemoryHost implements Host {
  readonly files = new Map<string, string>();
  readonly evidenceFiles = new Map<string, Evidence>();
  /** Whether it can tell what evidence there is. */
  looksAtEvidence = true;
  /** Copies of the program's own documents, by their paths; undefined where it keeps none. */
  copies: Map<string, string> | undefined;
  /** Called before each answer, so that a test can come in between. */
  before: () => Promise<void> = async () => undefined;

  async findFiles(folder: string, depth: 'all' | 'own'): Promise<readonly string[]> {
    await this.before();
    const below = [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
    return depth === 'all' ? below : below.filter((uri) => !uri.slice(folder.length + 1).includes('/'));
  }

  async readFiles(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    await this.before();
    return uris.map((uri) => this.files.get(uri));
  }

  async evidence(uri: string): Promise<Evidence | undefined> {
    return this.looksAtEvidence ? (this.evidenceFiles.get(uri) ?? { state: 'missing' }) : undefined;
  }

  keep(path: string, text: string): string | undefined {
    this.copies?.set(path, text);
    return this.copies && `file:///cache/agreement-records/builtin${path}`;
  }
}
