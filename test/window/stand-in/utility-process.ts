/** Electron's utility processes and the lines between them, by plain Node processes: what is said on a line is passed on here. */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

const shim = new URL('./parent-port.ts', import.meta.url).href;

interface Wire {
  readonly port?: number;
  readonly data?: unknown;
}

let lastPort = 0;
const peerOf = new Map<number, number>();
const ownerOf = new Map<number, ChildProcess>();

export class MessagePort {
  readonly nr: number;
  constructor(nr: number) {
    this.nr = nr;
  }
}

export class MessageChannelMain {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
  constructor() {
    this.port1 = new MessagePort(++lastPort);
    this.port2 = new MessagePort(++lastPort);
    peerOf.set(this.port1.nr, this.port2.nr);
    peerOf.set(this.port2.nr, this.port1.nr);
  }
}

interface ForkOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

export class UtilityProcess extends EventEmitter {
  readonly #process: ChildProcess;
  /** Said on a line before it had reached the process at its other end. */
  static readonly #early = new Map<number, unknown[]>();

  constructor(path: string, args: readonly string[], { env, execArgv = [] }: ForkOptions) {
    super();
    // Memory is named in another way there.
    const own = execArgv.flatMap((argument) =>
      argument.startsWith('--js-flags=') ? argument.slice('--js-flags='.length).split(' ') : [argument],
    );
    this.#process = fork(path, args, {
      execArgv: ['--import', shim, ...own],
      env: { ...env },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', process.env.VELDWERK_TEST_STDERR ? 'inherit' : 'ignore', 'ipc'],
    });
    this.#process.on('message', (message) => this.#hear(message as Wire));
    this.#process.on('error', () => undefined);
    this.#process.on('close', (code) => {
      for (const [port, owner] of ownerOf) if (owner === this.#process) closeLine(port);
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  postMessage(data: unknown, ports: readonly MessagePort[] = []): void {
    for (const { nr } of ports) ownerOf.set(nr, this.#process);
    say(this.#process, { data, ports: ports.map(({ nr }) => nr) });
    for (const { nr } of ports)
      for (const early of UtilityProcess.#early.get(nr) ?? []) say(this.#process, { port: nr, data: early });
  }

  kill(): boolean {
    return this.#process.kill('SIGKILL');
  }

  #hear({ port, data }: Wire): void {
    if (port === undefined) {
      this.emit('message', data);
      return;
    }
    const peer = peerOf.get(port);
    const owner = peer === undefined ? undefined : ownerOf.get(peer);
    if (owner !== undefined && peer !== undefined) say(owner, { port: peer, data });
    else if (peer !== undefined) {
      UtilityProcess.#early.set(peer, [...(UtilityProcess.#early.get(peer) ?? []), data]);
    }
  }
}

function say(to: ChildProcess, message: object): void {
  if (to.connected) to.send(message, () => undefined);
}

function closeLine(port: number): void {
  const peer = peerOf.get(port);
  ownerOf.delete(port);
  peerOf.delete(port);
  if (peer === undefined) return;
  const owner = ownerOf.get(peer);
  peerOf.delete(peer);
  ownerOf.delete(peer);
  if (owner !== undefined) say(owner, { closed: peer });
}
