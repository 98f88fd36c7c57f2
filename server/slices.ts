/** How long work may go on before others get their turn, in milliseconds. */
const SLICE_MS = 12;

/** Lets the messages that have come in be handled. */
export const pause: () => Promise<void> =
  typeof setImmediate === 'function' ? () => new Promise((resolve) => setImmediate(resolve)) : pauseByMessage;

/** Where there is no `setImmediate` (a worker in a browser) a message to oneself comes behind those that wait already. */
function pauseByMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    Object.assign(port1, {
      onmessage: () => {
        port1.close();
        resolve();
      },
    });
    port2.postMessage(undefined);
  });
}

/** Long work in slices: `rest` waits for others whenever a slice is used up. */
export class Slices {
  private end = performance.now() + SLICE_MS;

  /** Pauses where the slice is used up, and begins the next one. */
  async rest(): Promise<void> {
    if (performance.now() < this.end) return;
    await pause();
    this.end = performance.now() + SLICE_MS;
  }
}
