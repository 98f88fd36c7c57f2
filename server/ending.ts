import { type ConnectionOptions, Message } from 'vscode-languageserver';

/** What stands before the method of a request that came too late. */
const LATE = 'after shutdown: ';

/** How a connection is to be made so that nothing is answered any more once the editor has asked for `shutdown`, as the protocol wants it. */
export function answeringUntilShutdown(): ConnectionOptions {
  let isOver = false;
  return {
    messageStrategy: {
      handleMessage: (message, next) => {
        if (!Message.isRequest(message)) return next(message);
        const { method } = message;
        // Under a method that nothing answers it comes to `unanswered`.
        if (isOver) return next({ ...message, method: LATE + method } as Message);
        isOver = method === 'shutdown';
        return next(message);
      },
    },
  };
}

/** The method of a request that came after `shutdown`; undefined for any other. */
export function lateMethod(method: string): string | undefined {
  return method.startsWith(LATE) ? method.slice(LATE.length) : undefined;
}
