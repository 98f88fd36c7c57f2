import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { FileRecords } from '../language/records/model.ts';
import type { OpenDocument } from './documents.ts';
import { quietly } from './quietly.ts';

/** Has the editor ask again for what it shows in a text and asks for only when that text changes: hints, lenses and colours. */
export class Refreshing {
  private readonly connection: Connection;
  private readonly client: ClientCapabilities;
  /** What hints and lenses tell of has changed. */
  private isDue = false;
  /** What names mean has changed, so that they have other colours. */
  private areColoursDue = false;
  /** Whether all has been judged once: the colours shown before are asked for again when their project has been read. */
  private hasSettled = false;
  /** Documents typed in, beside which others are shown. */
  private readonly typedIn = new Set<OpenDocument>();
  private readonly declared = new WeakMap<OpenDocument, string>();

  constructor(connection: Connection, client: ClientCapabilities) {
    this.connection = connection;
    this.client = client;
  }

  /** Something has changed that these tell of. */
  changed(): void {
    this.isDue = true;
    this.areColoursDue = true;
  }

  /** A document changes as it is typed in: the editor asks again for that by itself. `others`: whether others are shown. */
  typed(document: OpenDocument, change: () => void, others: boolean): void {
    const { isDue, areColoursDue } = this;
    change();
    this.isDue = isDue || others;
    this.areColoursDue = areColoursDue;
    if (others) this.typedIn.add(document);
  }

  /** Everything has been judged: the editor may ask. */
  settled(): void {
    const { inlayHint, codeLens, semanticTokens } = this.client.workspace ?? {};
    const { languages } = this.connection;
    if (semanticTokens?.refreshSupport && this.haveColoursChanged())
      void quietly(() => languages.semanticTokens.refresh());
    this.areColoursDue = false;
    this.typedIn.clear();
    this.hasSettled = true;
    if (!this.isDue) return;
    this.isDue = false;
    if (inlayHint?.refreshSupport) void quietly(() => languages.inlayHint.refresh());
    if (codeLens?.refreshSupport) void quietly(() => this.connection.sendRequest('workspace/codeLens/refresh'));
  }

  private haveColoursChanged(): boolean {
    const others = [...this.typedIn].filter((document) => this.declaresOthers(document));
    return this.hasSettled && (this.areColoursDue || others.length > 0);
  }

  /** Whether a document declares other names, or the same ones as something else, than when it was last looked at. */
  private declaresOthers(document: OpenDocument): boolean {
    const before = this.declared.get(document);
    const now = declaredIn(document.records);
    this.declared.set(document, now);
    return now !== before;
  }
}

/** All that gives names their colours elsewhere: what is declared, as what, and what is superseded. */
function declaredIn({ declarations }: FileRecords): string {
  return declarations
    .map((one) => {
      const superseded = one.type === 'agreement' ? one.supersedes.flatMap(({ names }) => names) : [];
      return [one.type, one.name.name, ...superseded.map(({ name }) => name)].join(' ');
    })
    .join('\n');
}
