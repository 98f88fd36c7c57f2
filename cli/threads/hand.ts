import { once } from 'node:events';
import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Member } from './member.ts';
import type { AllRead, HasJudged, Task } from './messages.ts';
import { plain } from './messages.ts';

/** Where this code is: a thread that is started with it works as a hand. */
export const HAND = new URL(import.meta.url);

/** Works as a hand: reads what nobody else reads, tells, learns what the others have read, judges what nobody else judges, tells, and ends. */
async function work(task: Task, port: MessagePort): Promise<void> {
  const member = new Member(task);
  for (const _ of member.read());
  port.postMessage(await member.hasRead());
  const [read] = (await once(port, 'message')) as [AllRead];
  const judged = [...member.judge(read)].map(plain);
  port.postMessage({ is: 'judged', judged, problems: member.problems } satisfies HasJudged);
}

const task = isMainThread ? undefined : (workerData as { readonly agreementHand?: Task } | null)?.agreementHand;
if (task && parentPort) await work(task, parentPort);
