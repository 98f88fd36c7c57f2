/**
 * What the server and an editor say to each other beyond the Language Server Protocol: names and plain data, so that either end can import it.
 * Documents the server serves itself (`workspace/textDocumentContent`) have the scheme `builtin:`; see {@link LIBRARY} and {@link rulePage}.
 */

/** The scheme of the read-only documents that the server serves. */
export const BUILTIN_SCHEME = 'builtin';

/** The library's documents. */
export const LIBRARY = {
  kinds: 'builtin:///library/kinds.agreement',
  jurisdictions: 'builtin:///library/jurisdictions.agreement',
} as const;

/** The address of a rule's page, a Markdown document that the server serves. */
export const rulePage = (code: string): string => `builtin:///rules/${code}.md`;

/** Server to editor, notification: the state of every project, whenever it has changed. Params: {@link ProjectsParams}. */
export const PROJECTS = 'agreement/projects';

export interface ProjectsParams {
  readonly projects: readonly ProjectState[];
}

/** One project as it stands: what a status bar shows. */
export interface ProjectState {
  /** The folder's URI, without a slash at its end. */
  readonly folder: string;
  /** The folder's name. */
  readonly name: string;
  /** The URI of the project's `agreement.json`; missing where it has none. */
  readonly settings?: string;
  /** The day the project is judged at, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Who says so: the editor's setting, the project's file, or nobody (then it is today). */
  readonly asOfFrom: 'editor' | 'project' | 'today';
  /** The number of the project's files, the library's not counted in. */
  readonly files: number;
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
}

/** Editor to server, request (params: `{}`): read all files anew and judge them. Result: {@link ProjectsParams}. */
export const CHECK = 'agreement/check';

/** Editor to server, request (params: `{}`): the rules there are. Result: {@link RuleSummary}`[]`, in the order of their codes. */
export const RULES = 'agreement/rules';

export interface RuleSummary {
  readonly code: string;
  /** What it says, in a sentence. */
  readonly title: string;
  /** Its severity unless a project sets another; `by the kind` where the kind decides. */
  readonly severity: string;
}

/**
 * Server to editor, request: the URIs of all `.agreement` files and project files below a folder.
 * Asked where the server cannot list the folder itself: in a browser, or where the folder's scheme is not `file`.
 * Params: {@link FindFilesParams}; result: `string[]`.
 */
export const FIND_FILES = 'agreement/findFiles';

export interface FindFilesParams {
  readonly folder: string;
}

/** Server to editor, request: the texts of files. Params: {@link ReadFilesParams}; result: a text each, `null` where there is none. */
export const READ_FILES = 'agreement/readFiles';

export interface ReadFilesParams {
  readonly uris: readonly string[];
}

/** What an editor may say of itself in `capabilities.experimental`. */
export interface ExperimentalCapabilities {
  /** It colours keywords, texts, dates and comments by a grammar of its own: semantic tokens are wanted for names alone. */
  readonly agreementGrammar?: boolean;
  /** It offers templates of its own for one declaration of each sort: of the server's, those for each kind of agreement alone are wanted. */
  readonly agreementSnippets?: boolean;
}

/** What an editor may set for all its projects: the section `agreement` of `workspace/configuration`. Everything may be missing. */
export interface EditorSettings {
  /** The day to judge at, `YYYY-MM-DD`; empty or missing: as the project says, or today. */
  readonly asOf?: string;
  /** Severities by rule code (`error`, `warning`, `information`, `hint`, `off`); the project's file goes before them. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly inlayHints?: {
    /** The derived status beside an agreement's name. */
    readonly status?: boolean;
    /** The country of a LOCODE. */
    readonly places?: boolean;
    /** The date of a deadline that is counted from an event. */
    readonly deadlines?: boolean;
    /** The title of what a short name refers to; shown only where it is set. */
    readonly titles?: boolean;
  };
  readonly codeLens?: {
    /** The number of references above a declaration. */
    readonly references?: boolean;
    /** The number of open obligations above an agreement. */
    readonly obligations?: boolean;
    /** The derived status above an agreement; shown only where it is set. */
    readonly status?: boolean;
  };
}
