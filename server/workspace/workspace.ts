import { today } from '../../language/dates/index.ts';
import type { FileRecords } from '../../language/records/model.ts';
import type { Documents, OpenDocument } from '../documents.ts';
import { readText } from '../documents.ts';
import type { Host } from '../host.ts';
import type { SettingsStore } from '../settings.ts';
import { canonical, folderUri, isBelowAny, isBuiltin, isProjectFile, isRecords, isWithin } from '../uris.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { folderOf, Layout, projectFilesAbove } from './layout.ts';
import { type Depth, ProjectFolder } from './project-folder.ts';
import { Reader } from './reader.ts';
import { Searches, Waiters } from './searches.ts';

/** What the workspace tells of itself. */
export interface WorkspaceListener {
  /** Something has changed that findings may depend on. */
  changed(): void;
  /** A file belongs to no project any more: what was found in it is void. */
  gone(uri: string): void;
}

/** A file, or folder, that the host or the editor says has changed. */
export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

/**
 * All projects that are open, and the files they take in. The texts of open documents go before those on the host. Projects never see each
 * other's records.
 */
export class Workspace {
  readonly evidence: EvidenceFiles;
  private readonly layout = new Layout();
  private readonly documents: Documents;
  private readonly settings: SettingsStore;
  private readonly host: Host;
  private readonly listener: WorkspaceListener;
  private readonly reader: Reader;
  /** The record files that the host is known to have. */
  private readonly files = new Set<string>();
  /** The project that holds each file. */
  private readonly placed = new Map<string, ProjectFolder>();
  /** Open documents that have changed since their project was told. */
  private readonly changed = new Set<OpenDocument>();
  /** Folders that are being listed, and documents whose project is being looked for. */
  private readonly searches = new Searches();
  private readonly waiters = new Waiters();
  /** The day that was today when projects were last judged by their settings. */
  private day = today();
  /** A project of the library alone, for what belongs to no project. */
  private nowhere: ProjectFolder | undefined;

  constructor(host: Host, documents: Documents, settings: SettingsStore, listener: WorkspaceListener) {
    this.host = host;
    this.documents = documents;
    this.settings = settings;
    this.listener = listener;
    this.evidence = new EvidenceFiles(host, () => listener.changed());
    this.reader = new Reader(host, (uri, text) => this.take(uri, text));
  }

  /** The projects, as all changes so far leave them. */
  projects(): readonly ProjectFolder[] {
    this.update();
    return [...this.layout.projects()];
  }

  /** The folders that are open, and those of documents outside of them. */
  folders(): readonly string[] {
    return [...this.layout.roots()].map((root) => root.folder);
  }

  /** The project that holds a file, or in whose folder it lies. A file that belongs nowhere sees the library alone. */
  projectOf(uri: string): ProjectFolder {
    this.update();
    return (
      this.placed.get(uri) ??
      this.layout.owner(uri) ??
      (isBuiltin(uri) ? this.layout.only : undefined) ??
      this.libraryAlone()
    );
  }

  /** Whether a project takes the file in: only then is anything found in it. */
  holds(uri: string): boolean {
    return this.placed.has(uri);
  }

  /** The project that holds the file, or whose project file it is; undefined where there is none. */
  holder(uri: string): ProjectFolder | undefined {
    this.update();
    if (!isProjectFile(uri)) return this.placed.get(uri);
    const project = this.layout.project(folderOf(uri));
    return project?.fileText === undefined ? undefined : project;
  }

  /** Whether all files of the project have been read. */
  isReady(project: ProjectFolder): boolean {
    return project.unread.size === 0 && !this.searches.covers(project.folder);
  }

  private get isAllReady(): boolean {
    return !this.searches.isAny && this.reader.left === 0;
  }

  /** Whether anything is still to be found, read or looked at. */
  get isBusy(): boolean {
    return !this.isAllReady || this.evidence.isBusy;
  }

  /** How many files are still to be read. */
  get left(): number {
    return this.reader.left;
  }

  /** Resolves when all files of the document's project have been read. */
  whenReady(uri: string): Promise<void> {
    return this.waiters.until(() => !this.searches.has(uri) && this.isReady(this.projectOf(uri)));
  }

  /** Resolves when all files of all projects have been read. */
  whenAllReady(): Promise<void> {
    return this.waiters.until(() => this.isAllReady);
  }

  /** Opens a folder: it is a project, and every folder in it that has a project file is another. */
  async open(uri: string): Promise<void> {
    await this.addRoot(folderUri(uri), 'all', false);
  }

  /** Closes a folder. Documents of it that are open become projects of their own. */
  close(uri: string): void {
    this.removeRoot(folderUri(uri));
  }

  /** Follows a document that has been opened. */
  documentOpened(document: OpenDocument): void {
    const { uri } = document;
    if (isProjectFile(uri)) this.configure(uri, document.text);
    if (isProjectFile(uri) || !this.layout.mayHold(uri)) return;
    this.changed.add(document);
    if (this.layout.owner(uri)) this.place(uri);
    else if (!this.searches.has(uri)) void this.adopt(uri);
    this.listener.changed();
  }

  /** Follows a change of an open document; its project is told before it is next asked. */
  documentChanged(document: OpenDocument): void {
    const { uri } = document;
    if (isProjectFile(uri)) this.configure(uri, document.text);
    if (isProjectFile(uri) || !this.layout.mayHold(uri)) return;
    this.changed.add(document);
    this.followCalendar();
    this.listener.changed();
  }

  /** Follows a document that has been closed: what the host has counts again. */
  documentClosed(document: OpenDocument): void {
    const { uri } = document;
    this.changed.delete(document);
    if (isProjectFile(uri)) void this.reconfigure(uri);
    else if (this.files.has(uri)) this.read([uri]);
    else this.place(uri);
    this.dropLooseRoots();
    this.listener.changed();
  }

  /** Follows a document that has been saved: the host has it now. */
  documentSaved({ uri }: OpenDocument): void {
    if (isRecords(uri)) this.files.add(uri);
  }

  /** Follows changes on the host. */
  filesChanged(changes: readonly FileChange[]): void {
    const deleted = new Set(changes.filter((c) => c.type === 'deleted').map((c) => c.uri));
    if (deleted.size) this.forgetDeleted(deleted);
    const reread: string[] = [];
    for (const { uri, type } of changes) {
      if (isProjectFile(uri)) void this.reconfigure(uri);
      else if (isRecords(uri) && type !== 'deleted' && this.layout.owner(uri)) reread.push(uri);
      this.evidence.changed(uri);
    }
    for (const uri of reread) {
      this.files.add(uri);
      this.place(uri);
    }
    this.read(reread);
    this.listener.changed();
  }

  /** Looks through a folder that has come into an open one, with whatever is in it. */
  async folderAppeared(uri: string): Promise<void> {
    const root = [...this.layout.roots()].find((r) => r.depth === 'all' && isWithin(uri, r.folder));
    if (root) await this.list(uri, 'all');
  }

  /** Reads everything anew, and looks anew at what evidence there is. */
  async rereadAll(): Promise<void> {
    const before = new Set(this.files);
    for (const root of [...this.layout.roots()]) {
      for (const uri of await this.list(root.folder, root.depth)) before.delete(uri);
    }
    this.forgetDeleted(before);
    this.read(this.files);
    this.evidence.lookAgain();
    await this.whenAllReady();
  }

  /** Judges every project by the settings and the calendar as they are now. */
  applySettings(): void {
    this.day = today();
    let changed = false;
    for (const project of this.layout.projects()) changed = this.judgeBySettings(project) || changed;
    if (this.nowhere) this.judgeBySettings(this.nowhere);
    if (changed) this.listener.changed();
  }

  /** An editor may stay open for days: what is judged as of today moves with them. */
  private followCalendar(): void {
    if (today() !== this.day) this.applySettings();
  }

  private libraryAlone(): ProjectFolder {
    if (!this.nowhere) {
      this.nowhere = new ProjectFolder('nowhere:', 'own');
      this.judgeBySettings(this.nowhere);
    }
    return this.nowhere;
  }

  /** Tells the projects what open documents say now. */
  private update(): void {
    if (this.changed.size === 0) return;
    const documents = [...this.changed];
    this.changed.clear();
    for (const document of documents) {
      const project = this.placed.get(document.uri);
      if (project) this.put(project, document.records);
    }
  }

  private put(project: ProjectFolder, records: FileRecords): void {
    project.unread.delete(records.uri);
    project.engine.putRecords(records);
    this.evidence.follow(project, records.uri);
  }

  /** Takes a file that was read from the host, unless the editor has it open. */
  private take(uri: string, text: string | undefined): void {
    const project = this.placed.get(uri);
    if (text === undefined) this.files.delete(uri);
    if (project && !this.documents.has(uri)) {
      if (text === undefined) this.place(uri);
      else this.put(project, readText(uri, text).records);
    }
    this.progressed();
  }

  /** Puts a file into the project it belongs to now, and takes it out of the one it was in. */
  private place(uri: string): void {
    const target = this.targetOf(uri);
    const current = this.placed.get(uri);
    if (target === current) return;
    const records = this.documents.get(uri)?.records ?? current?.engine.file(uri);
    if (current) this.takeOut(uri, current);
    if (!target) {
      this.reader.drop(uri);
      this.listener.gone(uri);
      this.progressed();
      return;
    }
    this.placed.set(uri, target);
    target.fileCount++;
    if (records) this.put(target, records);
    else {
      target.unread.add(uri);
      this.read([uri]);
    }
  }

  private takeOut(uri: string, project: ProjectFolder): void {
    this.placed.delete(uri);
    project.fileCount--;
    project.unread.delete(uri);
    project.engine.remove(uri);
    this.evidence.follow(project, uri);
  }

  private targetOf(uri: string): ProjectFolder | undefined {
    if (!this.files.has(uri) && !this.documents.has(uri)) return undefined;
    const owner = this.layout.owner(uri);
    return owner && (!isRecords(uri) || owner.includes(uri)) ? owner : undefined;
  }

  private placeAll(folder: string): void {
    for (const uri of this.files) if (isWithin(uri, folder)) this.place(uri);
    for (const { uri } of this.documents.all()) if (!isProjectFile(uri) && this.layout.mayHold(uri)) this.place(uri);
    this.listener.changed();
  }

  private async addRoot(folder: string, depth: Depth, loose: boolean): Promise<void> {
    this.layout.addRoot({ folder, depth, loose });
    this.judgeBySettings(this.layout.project(folder));
    await this.list(folder, depth);
  }

  /** Lists a folder, and takes in what is in it. Gives back the record files. */
  private async list(folder: string, depth: Depth): Promise<readonly string[]> {
    const { found, manifests, texts } = await this.searches.during(folder, async () => {
      const found = (await this.host.findFiles(folder, depth)).map(canonical);
      const manifests = found.filter(isProjectFile);
      return { found, manifests, texts: await this.host.readFiles(manifests) };
    });
    for (const [i, uri] of manifests.entries()) {
      // The folder may have been closed meanwhile.
      if (!this.layout.owner(uri)) continue;
      const project = this.layout.configure(folderOf(uri), this.documents.get(uri)?.text ?? texts[i]);
      this.judgeBySettings(project);
    }
    const records = found.filter((uri) => isRecords(uri) && this.layout.owner(uri));
    for (const uri of records) this.files.add(uri);
    this.placeAll(folder);
    this.progressed();
    return records;
  }

  private removeRoot(folder: string): void {
    const gone = this.layout.removeRoot(folder);
    for (const uri of this.files) if (isWithin(uri, folder) && !this.layout.owner(uri)) this.files.delete(uri);
    for (const [uri, project] of [...this.placed]) if (gone.includes(project)) this.place(uri);
    for (const project of gone) this.listener.gone(project.fileUri);
    for (const document of this.documents.all()) if (!this.placed.has(document.uri)) this.documentOpened(document);
    this.listener.changed();
  }

  /** Finds a project for a document outside of all open folders: the nearest folder above that has a project file, or its own folder. */
  private async adopt(uri: string): Promise<void> {
    const candidates = projectFilesAbove(uri);
    const texts = await this.searches.during(uri, () => this.host.readFiles(candidates));
    const nearest = candidates[texts.findIndex((text) => text !== undefined)];
    const isOpen = this.documents.has(uri);
    if (this.layout.owner(uri)) this.place(uri);
    else if (!isOpen) this.listener.gone(uri);
    else if (nearest) await this.addRoot(folderOf(nearest), 'all', true);
    else await this.addRoot(folderOf(uri), 'own', true);
    this.progressed();
  }

  private dropLooseRoots(): void {
    const open = [...this.documents.all()];
    for (const root of [...this.layout.roots()]) {
      if (root.loose && !open.some(({ uri }) => isWithin(uri, root.folder))) this.removeRoot(root.folder);
    }
  }

  private async reconfigure(uri: string): Promise<void> {
    const [text] = await this.searches.during(uri, () => this.host.readFiles([uri]));
    this.configure(uri, this.documents.get(uri)?.text ?? text);
    this.progressed();
  }

  /** Takes the text of a project file: a project may come, go, or take in other files. */
  private configure(uri: string, text: string | undefined): void {
    const folder = folderOf(uri);
    if (!this.layout.owner(uri)) return;
    if (this.layout.project(folder)?.fileText === text) return;
    this.judgeBySettings(this.layout.configure(folder, text));
    if (text === undefined) this.listener.gone(uri);
    this.placeAll(folder);
  }

  private judgeBySettings(project: ProjectFolder | undefined): boolean {
    return project?.judgeBy(this.settings.of(project.folder)) ?? false;
  }

  private forgetDeleted(deleted: ReadonlySet<string>): void {
    for (const uri of [...this.files]) {
      if (!deleted.has(uri) && !isBelowAny(uri, deleted)) continue;
      this.files.delete(uri);
      this.place(uri);
    }
    for (const project of [...this.layout.projects()]) {
      const { fileUri } = project;
      if (project.fileText !== undefined && isBelowAny(fileUri, deleted)) void this.reconfigure(fileUri);
    }
  }

  private read(uris: Iterable<string>): void {
    this.reader.add([...uris].filter((uri) => this.placed.has(uri) && !this.documents.has(uri)));
    void this.reader.read();
  }

  private progressed(): void {
    if (this.reader.left > 0 && this.reader.left % 64 !== 0) return;
    this.listener.changed();
    this.waiters.check();
  }
}
