/** Loaded before a program that runs as a utility process of the stand-in: gives it `process.parentPort` as Electron does. */
import { EventEmitter } from 'node:events';

interface Wire {
  readonly port?: number;
  readonly closed?: number;
  readonly data?: unknown;
  readonly ports?: readonly number[];
}

const tell = (message: object) => process.send?.(message, () => undefined);

class Port extends EventEmitter {
  readonly #nr: number;
  #waiting: unknown[] | undefined = [];
  constructor(nr: number) {
    super();
    this.#nr = nr;
  }
  start(): void {
    for (const data of this.#waiting ?? []) this.emit('message', { data, ports: [] });
    this.#waiting = undefined;
  }
  hear(data: unknown): void {
    if (this.#waiting === undefined) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
  postMessage(data: unknown): void {
    tell({ port: this.#nr, data });
  }
  close(): void {
    ports.delete(this.#nr);
  }
}

const ports = new Map<number, Port>();
const parent = Object.assign(new EventEmitter(), { postMessage: (data: unknown) => tell({ data }) });
Object.defineProperty(process, 'parentPort', { value: parent });
/** Heard before the program listened: Electron keeps it too, and in its order, so what comes before it is passed on stands behind it. */
let early: unknown[] | undefined = [];
parent.on('newListener', (name) => {
  if (name !== 'message') return;
  setImmediate(() => {
    for (const message of early ?? []) hear(message);
    early = undefined;
  });
});
process.on('message', (message) => {
  if (early === undefined) hear(message);
  else early.push(message);
});

function hear(message: unknown): void {
  const { port, closed, data, ports: given = [] } = message as Wire;
  if (closed !== undefined) {
    ports.get(closed)?.emit('close');
    ports.delete(closed);
  } else if (port !== undefined) ports.get(port)?.hear(data);
  else {
    const opened = given.map((nr) => {
      const one = new Port(nr);
      ports.set(nr, one);
      return one;
    });
    parent.emit('message', { data, ports: opened });
  }
}
// Electron ends its utility processes with itself.
process.on('disconnect', () => process.exit(0));
