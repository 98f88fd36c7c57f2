import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Context } from '../context.ts';

/** Something the server can do for an editor: one file each, listed in `index.ts`. */
export interface Feature {
  /** What the server says of itself; it may depend on what the editor can. */
  readonly capabilities: (client: ClientCapabilities) => ServerCapabilities;
  /** Answers the requests, from what the context knows. */
  readonly register: (connection: Connection, context: Context) => void;
}
