/**
 * A line between two processes on plain pipes: each message with its length before it. Node's own line takes a message of any size, and throws
 * where nobody can catch it when the bytes are none of its own; so a process that is not trusted gets this one.
 */
import type { Readable } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

const headBytes = 4;

export function frameOf(message: unknown): readonly [head: Buffer, body: Buffer] {
  const body = serialize(message);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(body.length);
  return [head, body];
}

/**
 * Tells every message that comes in. What is longer than `bytesAtMost`, or no message, is told as undefined, and is the last: after it nobody
 * knows where the next one begins.
 */
export function onFrames(from: Readable, bytesAtMost: number, tell: (message: unknown) => void): void {
  let parts: Buffer[] = [];
  let held = 0;
  let isOver = false;
  const take = (length: number): Buffer => {
    const all = Buffer.concat(parts, held);
    parts = [all.subarray(length)];
    held -= length;
    return all.subarray(0, length);
  };
  let expected: number | undefined;
  from.on('data', (part: Buffer) => {
    if (isOver) return;
    parts.push(part);
    held += part.length;
    for (;;) {
      if (expected === undefined) {
        if (held < headBytes) return;
        expected = take(headBytes).readUInt32LE();
      }
      if (expected > bytesAtMost) break;
      if (held < expected) return;
      const read = messageOf(take(expected));
      expected = undefined;
      if (read === undefined) break;
      tell(read.message);
    }
    isOver = true;
    parts = [];
    tell(undefined);
  });
  // The end is told by the process itself.
  from.on('error', () => undefined);
}

/** Undefined when the bytes are none. */
function messageOf(body: Buffer): { readonly message: unknown } | undefined {
  try {
    return { message: deserialize(body) };
  } catch {
    return undefined;
  }
}
