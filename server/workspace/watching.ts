import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileOperationRegistrationOptions,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { quietly } from '../quietly.ts';
import { canonical, isProjectFile, isRecords, PROJECT_FILE } from '../uris.ts';
import type { FileChange, Workspace } from './workspace.ts';

const TYPES: Readonly<Record<number, FileChange['type']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.agreement' },
  { globPattern: `**/${PROJECT_FILE}` },
  // A folder that goes takes its files with it, and is all that is told.
  { globPattern: '**/*', kind: WatchKind.Delete },
];

/** What the editor is asked to tell of files that are created, renamed and deleted in it. */
export const FILE_OPERATIONS: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.agreement' } }, { pattern: { glob: '**/*', matches: 'folder' } }],
};

/** Has the editor tell what happens to files, and passes it on to the workspace. */
export class Watching {
  private readonly connection: Connection;
  private readonly workspace: Workspace;
  private readonly canRegister: boolean;
  private endings = '';
  private evidence: Promise<Disposable | undefined> | undefined;

  constructor(connection: Connection, workspace: Workspace, client: ClientCapabilities) {
    this.connection = connection;
    this.workspace = workspace;
    this.canRegister = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.workspace.filesChanged(
        changes.map(({ uri, type }) => ({ uri: canonical(uri), type: TYPES[type] ?? 'changed' })),
      );
    });
    this.followOperations();
  }

  /** Asks the editor to watch records and project files. */
  begin(): void {
    if (!this.canRegister) return;
    void this.register(WATCHERS);
  }

  /** Asks the editor to watch files with the endings that evidence has by now. */
  watchEvidence(): void {
    const endings = [...this.workspace.evidence.endings()].sort();
    const list = endings.join();
    if (!this.canRegister || list === this.endings) return;
    this.endings = list;
    const before = this.evidence;
    const pattern = endings.length === 1 ? endings[0] : `{${list}}`;
    this.evidence = endings.length ? this.register([{ globPattern: `**/*.${pattern}` }]) : undefined;
    void before?.then((watcher) => watcher?.dispose());
  }

  private register(watchers: readonly FileSystemWatcher[]): Promise<Disposable | undefined> {
    const options = { watchers: [...watchers] };
    return quietly(() => this.connection.client.register(DidChangeWatchedFilesNotification.type, options));
  }

  private followOperations(): void {
    const { workspace } = this.connection;
    workspace.onDidCreateFiles(({ files }) => void this.appear(files.map((f) => f.uri)));
    workspace.onDidDeleteFiles(({ files }) => this.workspace.filesChanged(files.map((f) => deleted(f.uri))));
    workspace.onDidRenameFiles(({ files }) => {
      this.workspace.filesChanged(files.map((f) => deleted(f.oldUri)));
      void this.appear(files.map((f) => f.newUri));
    });
  }

  private async appear(uris: readonly string[]): Promise<void> {
    const all = uris.map(canonical);
    const files = all.filter((uri) => isRecords(uri) || isProjectFile(uri));
    this.workspace.filesChanged(files.map((uri) => ({ uri, type: 'created' })));
    for (const uri of all) if (!files.includes(uri)) await this.workspace.folderAppeared(uri);
  }
}

function deleted(uri: string): FileChange {
  return { uri: canonical(uri), type: 'deleted' };
}
