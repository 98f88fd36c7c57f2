import type { FileOperationRegistrationOptions } from 'vscode-languageserver';
import { editsForRenames } from '../actions/evidence-paths.ts';
import { answering } from '../answer.ts';
import type { Feature } from './feature.ts';

/** Evidence may be any file, and a folder takes what is in it along. */
const ALL: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: '**/*' } }] };

/** Where evidence, or the records that name it, are about to get another name the paths to it follow. */
export const fileRenames: Feature = {
  capabilities: () => ({ workspace: { fileOperations: { willRename: ALL } } }),
  register: (connection, context) => {
    connection.workspace.onWillRenameFiles(
      answering('follow the renamed files', (params) => {
        const edits = editsForRenames(context, params.files);
        return edits.length ? context.workspaceEdit(edits) : null;
      }),
    );
  },
};
