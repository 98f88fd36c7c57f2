import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type Day, readDate } from '../language/dates/index.ts';
import { SEVERITIES, type Severity } from '../language/findings.ts';
import type { EditorSettings } from './protocol.ts';
import { quietly } from './quietly.ts';
import { isWithin } from './uris.ts';

/** The section under which an editor keeps the settings. */
const SECTION = 'agreement';

/** What the editor sets for a folder. */
export interface Settings {
  /** The day to judge at, before all else. */
  readonly asOf: Day | undefined;
  /** Severities by rule; a project's file goes before them. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly inlayHints: Readonly<Record<'status' | 'places' | 'deadlines' | 'titles', boolean>>;
  readonly codeLens: Readonly<Record<'references' | 'obligations' | 'status', boolean>>;
}

/** The settings of an editor that sets nothing, and says nothing. */
export const DEFAULTS: Settings = readSettings({});

/** The editor's settings: those that hold everywhere, and those of folders. */
export class SettingsStore {
  private readonly byFolder = new Map<string, Settings>();
  private common = DEFAULTS;

  /** What is set for a folder: by what is set for the nearest open folder that holds it, or else everywhere. */
  of(folder?: string): Settings {
    const holders = [...this.byFolder.keys()].filter((open) => folder !== undefined && isWithin(folder, open));
    const nearest = holders.reduce((a, b) => (b.length > a.length ? b : a), '');
    return this.byFolder.get(nearest) ?? this.common;
  }

  /** Takes settings as they came along with a notification, from editors that cannot be asked. */
  take(sent: unknown): void {
    const section = isObject(sent) ? sent[SECTION] : undefined;
    if (section === undefined) return;
    this.common = readSettings(section);
    this.byFolder.clear();
  }

  /** Asks the editor anew. Where it gives no answer everything stays as it is. */
  async fetch(connection: Connection, folders: readonly string[]): Promise<void> {
    const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ section: SECTION, scopeUri }))];
    const answers: unknown = await quietly(() => connection.workspace.getConfiguration(items));
    if (!Array.isArray(answers)) return;
    this.common = readSettings(answers[0]);
    for (const [i, folder] of folders.entries()) this.byFolder.set(folder, readSettings(answers[i + 1]));
  }

  /** Has the editor tell of changes. */
  static subscribe(connection: Connection): void {
    void quietly(() => connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
  }
}

/** Takes over what is well-formed; an editor shows its own warnings about the rest. */
function readSettings(value: unknown): Settings {
  const sent: Partial<Record<keyof EditorSettings, unknown>> = isObject(value) ? value : {};
  const hints = isObject(sent.inlayHints) ? sent.inlayHints : {};
  const lens = isObject(sent.codeLens) ? sent.codeLens : {};
  return {
    asOf: typeof sent.asOf === 'string' ? dayOf(sent.asOf) : undefined,
    rules: isObject(sent.rules) ? severities(sent.rules) : {},
    inlayHints: {
      status: hints['status'] !== false,
      places: hints['places'] !== false,
      deadlines: hints['deadlines'] !== false,
      titles: hints['titles'] === true,
    },
    codeLens: {
      references: lens['references'] !== false,
      obligations: lens['obligations'] !== false,
      // The hint beside the title says it already.
      status: lens['status'] === true,
    },
  };
}

function dayOf(text: string): Day | undefined {
  const reading = readDate(text.trim());
  return reading.ok && reading.date.min === reading.date.max ? reading.date.min : undefined;
}

function severities(sent: Record<string, unknown>): Record<string, Severity | 'off'> {
  const known: readonly unknown[] = [...SEVERITIES, 'off'];
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => known.includes(value))) as Record<
    string,
    Severity | 'off'
  >;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
