import { startWorker } from './browser.ts';

startWorker(globalThis as never);
