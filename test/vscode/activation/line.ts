/** How long the parts of an activation took, in milliseconds, in their order. */
export interface Activation {
  /** The host loads the extension's code. */
  readonly code: number;
  /** The host waits for the extension's storage, which it began to read with the code. */
  readonly storage: number;
  /** The extension's `activate`, until what it promised is there. */
  readonly activate: number;
}

const MARK = '[activation] ';

/** The line that tells it. */
export function activationLine(activation: Activation): string {
  return MARK + JSON.stringify(activation);
}

/** Reads that line; undefined where it is another line. */
export function readActivation(line: string): Activation | undefined {
  const start = line.indexOf(MARK);
  return start < 0 ? undefined : JSON.parse(line.slice(start + MARK.length));
}
