/** The line of a vault or a reader to the office that started it: Node's own, or in Electron one that the main process laid between them. */
import { setFlagsFromString } from 'node:v8';
import { type MessagePortLike, parentPort } from './child.ts';

export interface Parent {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The office is gone. */
  onGone(listener: () => void): void;
}

export function parentOfThis(): Parent {
  const port = parentPort();
  if (port === undefined) {
    return {
      post: (message) => void process.send?.(message as object),
      onMessage: (listener) => void process.on('message', listener),
      onGone: (listener) => void process.on('disconnect', listener),
    };
  }
  const [heapMegabytes] = process.argv.slice(2);
  if (heapMegabytes !== undefined) setFlagsFromString(`--max-old-space-size=${Number(heapMegabytes)}`);
  const line = new Promise<MessagePortLike>((resolve) => {
    port.on('message', ({ ports: [office] }) => office !== undefined && resolve(office));
  });
  return {
    post: (message) => void line.then((office) => office.postMessage(message)),
    onMessage: (listener) =>
      void line.then((office) => {
        office.on('message', ({ data }) => listener(data));
        office.start();
      }),
    onGone: (listener) => void line.then((office) => office.on('close', listener)),
  };
}
