import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { quietly } from './quietly.ts';

/** Has the editor ask again for what it shows beside the text and asks for only when that text changes: hints and lenses. */
export class Refreshing {
  private readonly connection: Connection;
  private readonly client: ClientCapabilities;
  private isDue = false;

  constructor(connection: Connection, client: ClientCapabilities) {
    this.connection = connection;
    this.client = client;
  }

  /** Something has changed that hints and lenses tell of. */
  changed(): void {
    this.isDue = true;
  }

  /** A document changes as it is typed in: the editor asks again for that by itself. `others`: whether others are shown. */
  typed(change: () => void, others: boolean): void {
    const before = this.isDue;
    change();
    this.isDue = before || others;
  }

  /** Everything has been judged: the editor may ask. */
  settled(): void {
    if (!this.isDue) return;
    this.isDue = false;
    const { inlayHint, codeLens } = this.client.workspace ?? {};
    if (inlayHint?.refreshSupport) void quietly(() => this.connection.languages.inlayHint.refresh());
    if (codeLens?.refreshSupport) void quietly(() => this.connection.sendRequest('workspace/codeLens/refresh'));
  }
}
