import { isoDay } from '../language/dates/index.ts';
import type { Board } from './findings/board.ts';
import type { ProjectState, ProjectsParams } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import type { Workspace } from './workspace/workspace.ts';

/** How every project stands. */
export function projectStates(workspace: Workspace, settings: SettingsStore, board: Board): ProjectsParams {
  const projects = workspace.projects().map((project): ProjectState => {
    const { folder, name, fileUri, fileText, engine } = project;
    return {
      folder,
      name,
      ...(fileText !== undefined && { settings: fileUri }),
      asOf: isoDay(engine.standard.asOf),
      asOfFrom: project.asOfSource(settings.of(folder)),
      files: project.fileCount,
      findings: board.tally(project),
    };
  });
  return { projects };
}
