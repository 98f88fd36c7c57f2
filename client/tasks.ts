import * as vscode from 'vscode';

/** The task that checks the records with the command line, as “Run Task” offers it. */
export function registerTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('agreement', {
    provideTasks: () => [checkTask({ type: 'agreement', command: 'check' }, vscode.TaskScope.Workspace)],
    resolveTask: ({ definition, scope }) => checkTask(definition, scope ?? vscode.TaskScope.Workspace),
  });
}

function checkTask(definition: vscode.TaskDefinition, scope: vscode.WorkspaceFolder | vscode.TaskScope): vscode.Task {
  // Of the command line's formats this is the one that has a finding in a line.
  const execution = new vscode.ShellExecution('agreement', ['check', '--format', 'github']);
  // Only TaskScope.Workspace and folders run; other scopes are of VS Code's own tasks.
  const place = scope === vscode.TaskScope.Global ? vscode.TaskScope.Workspace : scope;
  const task = new vscode.Task(definition, place, 'check', 'agreement', execution, '$agreement');
  task.group = vscode.TaskGroup.Test;
  task.detail = 'Check all records with the command line';
  return task;
}
