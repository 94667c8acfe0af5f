/**
 * Processes that the office starts: a vault per signed-in person, a reader per untrusted file. Plain Node forks them itself. In Electron
 * the main process makes them, because a utility process cannot, and hands the office a line to each: what is said on it never passes
 * through the main process.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { frameOf, onFrames } from './framed-line.ts';
import { locksOf, memoryFlags, type Program, programPath } from './program.ts';

/** One end of a conversation between two processes. */
export interface Child {
  /** Does nothing when the other side has ended: that is told by `onEnd`. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once: it has ended, could not be started, or was ended from outside. */
  onEnd(listener: () => void): void;
  end(): void;
}

export interface ChildLimits {
  readonly heapMegabytes?: number;
}

/** What the office asks the main process about its children. */
export type ChildRequest =
  | { readonly kind: 'startChild'; readonly nr: number; readonly program: Program; readonly heapMegabytes?: number }
  | { readonly kind: 'endChild'; readonly nr: number };

/** What the main process tells: `childStarted` carries the line to it. */
export type ChildReport = { readonly kind: 'childStarted' | 'childEnded'; readonly nr: number };

/** As Electron has it in a utility process. */
export interface MessagePortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}
export interface ParentPortLike {
  postMessage(message: unknown): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly MessagePortLike[] }) => void,
  ): unknown;
}

/** The line to whoever started this process, when it is one of Electron's utility processes. */
export function parentPort(): ParentPortLike | undefined {
  return (process as { readonly parentPort?: ParentPortLike | null }).parentPort ?? undefined;
}

/** A child inherits nothing but what a program needs to start on Windows. */
export function childEnvironment(): Record<string, string> {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

/** Starts a process of the office. */
export function startChild(program: Program, limits: ChildLimits = {}): Child {
  const port = parentPort();
  return port === undefined ? forkChild(program, limits) : children(port).start(program, limits);
}

function forkChild(program: Program, { heapMegabytes }: ChildLimits): Child {
  const execArgv = [...memoryFlags(program, heapMegabytes), ...locksOf(program)];
  const path = programPath(program);
  const env = childEnvironment();
  // Its output could quote what it was given. What the reader says is not trusted, not even to be a message.
  if (program === 'reader') {
    const stdio = ['pipe', 'ignore', 'ignore', 'pipe'] as const;
    return childOnPipes(spawn(process.execPath, [...execArgv, path], { env, stdio: [...stdio], windowsHide: true }));
  }
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
  return childOfFork(fork(path, [], { execArgv, env, serialization: 'advanced', stdio: [...stdio] }));
}

/** An answer of a reader with a hundred thousand rows has some 15 MB; larger than this is none. */
const answerBytesAtMost = 200_000_000;

/** The conversation with a process that reads from its input, and writes to its fourth file. */
export function childOnPipes(child: ChildProcess): Child {
  const onEnd = endOf(child);
  child.stdin?.on('error', () => undefined);
  return {
    post(message) {
      for (const part of frameOf(message)) if (child.stdin?.writable) child.stdin.write(part);
    },
    onMessage: (listener) => onFrames(child.stdio[3] as Readable, answerBytesAtMost, listener),
    onEnd,
    end: () => void child.kill('SIGKILL'),
  };
}

/** The conversation with a forked process. */
export function childOfFork(child: ChildProcess): Child {
  const onEnd = endOf(child);
  return {
    post(message) {
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onEnd,
    end: () => void child.kill('SIGKILL'),
  };
}

function endOf(child: ChildProcess): Child['onEnd'] {
  let hasEnded = false;
  const listeners: (() => void)[] = [];
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    for (const listener of listeners) listener();
  };
  // 'close' comes after the last message. An 'error' that nobody hears would end this process.
  child.on('close', end);
  child.on('error', end);
  return (listener) => (hasEnded ? queueMicrotask(listener) : void listeners.push(listener));
}

interface Waiting {
  port: MessagePortLike | undefined;
  hasEnded: boolean;
  /** Said before the line was there. */
  readonly toSay: unknown[];
  readonly onMessage: ((message: unknown) => void)[];
  readonly onEnd: (() => void)[];
}

interface Children {
  start(program: Program, limits: ChildLimits): Child;
}

let ofThisProcess: Children | undefined;

function children(port: ParentPortLike): Children {
  ofThisProcess ??= childrenThrough(port);
  return ofThisProcess;
}

/** Children that the main process makes when it is asked to. */
function childrenThrough(main: ParentPortLike): Children {
  const known = new Map<number, Waiting>();
  let last = 0;
  const ask = (request: ChildRequest) => main.postMessage(request);
  main.on('message', ({ data, ports }) => {
    const { kind, nr } = data as ChildReport;
    const child = known.get(nr);
    if (child === undefined) return;
    if (kind === 'childStarted') begin(child, ports[0]);
    if (kind !== 'childEnded' || child.hasEnded) return;
    child.hasEnded = true;
    known.delete(nr);
    // What it said last is still on the line.
    setImmediate(() => {
      child.port?.close();
      for (const listener of child.onEnd) listener();
    });
  });
  return {
    start(program, limits) {
      last += 1;
      const nr = last;
      const child: Waiting = { port: undefined, hasEnded: false, toSay: [], onMessage: [], onEnd: [] };
      known.set(nr, child);
      ask({ kind: 'startChild', nr, program, ...limits });
      return {
        post(message) {
          if (child.port === undefined) child.toSay.push(message);
          else if (!child.hasEnded) child.port.postMessage(message);
        },
        onMessage: (listener) => void child.onMessage.push(listener),
        onEnd: (listener) => (child.hasEnded ? queueMicrotask(listener) : void child.onEnd.push(listener)),
        end: () => ask({ kind: 'endChild', nr }),
      };
    },
  };
}

function begin(child: Waiting, port: MessagePortLike | undefined): void {
  if (port === undefined) return;
  child.port = port;
  port.on('message', ({ data }) => {
    for (const listener of child.onMessage) listener(data);
  });
  port.start();
  for (const message of child.toSay.splice(0)) port.postMessage(message);
}
