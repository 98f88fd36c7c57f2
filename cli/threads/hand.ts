import { on } from 'node:events';
import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { FileTexts } from '../project/texts.ts';
import { Member } from './member.ts';
import { type HasJudged, type HasRead, plain, type Task, type Work } from './messages.ts';

/** Where this code is: a thread that is started with it works as a hand. */
export const HAND = new URL(import.meta.url);

/** Works as a hand, and ends. */
async function work(task: Task, port: MessagePort): Promise<void> {
  const inbox = on(port, 'message');
  const next = async <T>(): Promise<T> => (await inbox.next()).value?.[0] as T;
  const { texts, sorted } = await next<Work>();
  const shared = new FileTexts();
  shared.take(texts);
  const member = new Member(task, shared);
  port.postMessage(await member.readOthers(sorted.others));
  member.take(await next<readonly HasRead[]>());
  for (const _ of member.readAgreements(sorted.agreements));
  port.postMessage(member.hasRead());
  member.take(await next<readonly HasRead[]>());
  const judged = [...member.judge()].map(plain);
  port.postMessage({ judged, problems: member.problems } satisfies HasJudged);
  await inbox.return?.();
}

const task = isMainThread ? undefined : (workerData as { readonly agreementHand?: Task } | null)?.agreementHand;
if (task && parentPort) await work(task, parentPort);
