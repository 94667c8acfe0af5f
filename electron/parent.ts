/**
 * The line of a vault or a reader to the office that started it: Node's own, plain pipes where the office does not trust what comes, or in
 * Electron one that the main process laid between them.
 */
import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { type MessagePortLike, parentPort } from './child.ts';
import { frameOf, onFrames } from './framed-line.ts';

export interface Parent {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The office is gone. */
  onGone(listener: () => void): void;
}

export function parentOfThis(): Parent {
  const port = parentPort();
  if (port === undefined && process.send === undefined) return onPipes;
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

/** Read from the input, written to the fourth file. */
const answerFile = 3;

const onPipes: Parent = {
  post(message) {
    for (const part of frameOf(message)) {
      for (let written = 0; written < part.length; ) written += writeSync(answerFile, part, written);
    }
  },
  onMessage: (listener) => onFrames(process.stdin, Number.POSITIVE_INFINITY, listener),
  onGone: (listener) => void process.stdin.on('close', listener),
};
