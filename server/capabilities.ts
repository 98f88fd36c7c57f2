import {
  type ClientCapabilities,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Feature } from './features/feature.ts';
import { asksForFindings } from './findings/teller.ts';
import { BUILTIN_SCHEME } from './protocol.ts';
import { FILE_OPERATIONS } from './workspace/watching.ts';

/** The server's answer to an editor's first message: who it is, and what it can do for this editor. */
export function greeting(client: ClientCapabilities, features: readonly Feature[]): InitializeResult {
  const capabilities = features.reduce(
    (all, feature) => merge(all, feature.capabilities(client)),
    ownCapabilities(client),
  );
  return { serverInfo: { name: 'Agreement Records' }, capabilities };
}

function ownCapabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(asksForFindings(client) && {
      diagnosticProvider: { identifier: 'agreement', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: FILE_OPERATIONS, didRename: FILE_OPERATIONS, didDelete: FILE_OPERATIONS },
      ...(client.workspace?.textDocumentContent && { textDocumentContent: { schemes: [BUILTIN_SCHEME] } }),
    },
  };
}

/** Two features may each say something of `workspace`; nothing else is said twice. */
function merge(a: ServerCapabilities, b: ServerCapabilities): ServerCapabilities {
  if (!b.workspace) return { ...a, ...b };
  const fileOperations = { ...a.workspace?.fileOperations, ...b.workspace.fileOperations };
  return { ...a, ...b, workspace: { ...a.workspace, ...b.workspace, fileOperations } };
}
