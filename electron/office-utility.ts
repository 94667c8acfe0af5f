/** The office and its children as Electron's utility processes: the main process makes them and lays a line between them, and hears nothing on it. */
import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Child, ChildReport, ChildRequest } from './child.ts';
import { childEnvironment } from './child.ts';
import type { OfficeStart } from './office-messages.ts';
import { locksOf, memoryFlags, programPath } from './program.ts';

const childPrograms: readonly string[] = ['vault', 'reader'];

export function startOffice(start: OfficeStart): Child {
  const office = utilityProcess.fork(programPath('office'), [JSON.stringify(start)], {
    serviceName: 'Veldwerk',
    stdio: 'ignore',
  });
  const children = new Map<number, UtilityProcess>();
  const onMessage: ((message: unknown) => void)[] = [];
  const onEnd: (() => void)[] = [];
  let hasEnded = false;
  const report = (about: ChildReport, ports: Electron.MessagePortMain[] = []) => {
    if (!hasEnded) office.postMessage(about, ports);
  };
  office.on('message', (message: { readonly kind?: unknown }) => {
    if (message.kind === 'startChild') begin(message as ChildRequest & { kind: 'startChild' });
    else if (message.kind === 'endChild') children.get((message as ChildRequest).nr)?.kill();
    else for (const listener of onMessage) listener(message);
  });
  office.on('exit', () => {
    hasEnded = true;
    for (const child of children.values()) child.kill();
    for (const listener of onEnd) listener();
  });

  function begin({ nr, program, heapMegabytes }: ChildRequest & { readonly kind: 'startChild' }): void {
    if (!childPrograms.includes(program) || children.has(nr)) return;
    const heap = heapMegabytes === undefined ? undefined : Math.floor(heapMegabytes);
    const flags = memoryFlags(program, heapMegabytes).join(' ');
    const child = utilityProcess.fork(programPath(program), heap === undefined ? [] : [String(heap)], {
      serviceName: `Veldwerk ${program}`,
      env: childEnvironment(),
      // Node's locks are kept for a runtime that knows them in utility processes; see docs/packaging.md.
      execArgv: [...locksOf(program), ...(flags === '' ? [] : [`--js-flags=${flags}`])],
      stdio: 'ignore',
    });
    children.set(nr, child);
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage(null, [port2]);
    child.on('exit', () => {
      children.delete(nr);
      report({ kind: 'childEnded', nr });
    });
    report({ kind: 'childStarted', nr }, [port1]);
  }

  return {
    post: (message) => void (hasEnded || office.postMessage(message)),
    onMessage: (listener) => void onMessage.push(listener),
    onEnd: (listener) => (hasEnded ? queueMicrotask(listener) : void onEnd.push(listener)),
    end: () => void office.kill(),
  };
}
