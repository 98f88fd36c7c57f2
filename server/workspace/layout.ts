import { fileIn, isBuiltin, isWithin, PROJECT_FILE, schemeOf } from '../uris.ts';
import { type Depth, ProjectFolder } from './project-folder.ts';

/** Schemes of documents that can be edited, whether or not a folder with that scheme is open. */
const HELD_SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** A folder that was opened, or (`loose`) that a document outside of all open folders lies in. */
export interface Root {
  readonly folder: string;
  readonly depth: Depth;
  readonly loose: boolean;
}

/** Which folders are projects, and which project a file belongs to: that of the nearest folder with a project. */
export class Layout {
  private readonly byFolder = new Map<string, Root>();
  private readonly projectsByFolder = new Map<string, ProjectFolder>();

  roots(): Iterable<Root> {
    return this.byFolder.values();
  }

  root(folder: string): Root | undefined {
    return this.byFolder.get(folder);
  }

  projects(): Iterable<ProjectFolder> {
    return this.projectsByFolder.values();
  }

  project(folder: string): ProjectFolder | undefined {
    return this.projectsByFolder.get(folder);
  }

  /** The only project, where there is just one; documents that are in no folder do not count. */
  get only(): ProjectFolder | undefined {
    const [first, second] = [...this.projectsByFolder.values()].filter(({ folder }) => schemeOf(folder) !== 'untitled');
    return second ? undefined : first;
  }

  /** Whether a document can be one of a project. What the server serves itself cannot, nor can views of the past, such as `git:`. */
  mayHold(uri: string): boolean {
    const scheme = schemeOf(uri);
    return HELD_SCHEMES.includes(scheme) || [...this.byFolder.keys()].some((folder) => schemeOf(folder) === scheme);
  }

  /** Adds a root; its folder is a project from now on. */
  addRoot(root: Root): void {
    this.byFolder.set(root.folder, root);
    if (!this.projectsByFolder.has(root.folder)) this.addProject(root.folder, root.depth);
  }

  /** Takes a root away, and gives back the projects that lay in it and in no other. */
  removeRoot(folder: string): readonly ProjectFolder[] {
    this.byFolder.delete(folder);
    const gone = [...this.projectsByFolder.values()].filter((p) => isWithin(p.folder, folder) && !this.isCovered(p));
    for (const project of gone) this.projectsByFolder.delete(project.folder);
    return gone;
  }

  /** Takes the text of a folder's project file (undefined: there is none). Gives back the folder's project, where it has one. */
  configure(folder: string, text: string | undefined): ProjectFolder | undefined {
    const project = this.projectsByFolder.get(folder);
    if (text === undefined && project && !this.byFolder.has(folder)) {
      this.projectsByFolder.delete(folder);
      return undefined;
    }
    const configured = project ?? (text === undefined ? undefined : this.addProject(folder, 'all'));
    configured?.configure(text);
    return configured;
  }

  /** The project that a file lies in, whether or not the project takes it in; undefined outside of all roots. */
  owner(uri: string): ProjectFolder | undefined {
    if (isBuiltin(uri)) return undefined;
    if (schemeOf(uri) === 'untitled') return this.projectsByFolder.get(uri) ?? this.only;
    const own = folderOf(uri);
    for (const folder of ancestors(uri)) {
      const project = this.projectsByFolder.get(folder);
      if (project && (project.depth === 'all' || folder === own)) return project;
    }
    return undefined;
  }

  private addProject(folder: string, depth: Depth): ProjectFolder {
    const project = new ProjectFolder(folder, depth);
    this.projectsByFolder.set(folder, project);
    return project;
  }

  private isCovered(project: ProjectFolder): boolean {
    for (const root of this.byFolder.values()) {
      if (root.folder === project.folder || (root.depth === 'all' && isWithin(project.folder, root.folder)))
        return true;
    }
    return false;
  }
}

/** The folders a file lies in, nearest first. */
function* ancestors(uri: string): Iterable<string> {
  const authority = uri.indexOf('//');
  const top = uri.indexOf('/', authority < 0 ? 0 : authority + 2);
  if (top < 0) return;
  for (let end = uri.lastIndexOf('/'); end > top; end = uri.lastIndexOf('/', end - 1)) yield uri.slice(0, end);
  yield uri.slice(0, top + 1);
}

/** The folder a file lies in; the URI itself where there are no folders. */
export function folderOf(uri: string): string {
  for (const folder of ancestors(uri)) return folder;
  return uri;
}

/** The project files that may govern a file, nearest first. */
export function projectFilesAbove(uri: string): readonly string[] {
  return [...ancestors(uri)].map((folder) => fileIn(folder, PROJECT_FILE));
}
