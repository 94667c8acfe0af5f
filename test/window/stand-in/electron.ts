/** Stands in for the module 'electron' in a main process: as much of it as ours uses. Which of the stand-ins it is stands in its address. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { type Handler, routeAll, type Setup, type Stage, StandInWindow, type WindowOptions } from './browser-window.ts';
import { type MenuItem, runtimeOf } from './runtime.ts';
import { MessageChannelMain as Channel, UtilityProcess } from './utility-process.ts';

const runtime = runtimeOf(import.meta.url);
const { seen } = runtime;
const emitter = new EventEmitter();
let isOver = false;
const setup: Setup = {
  handled: new Map(),
  onBeforeRequest: undefined,
  protocol: undefined,
  onWindow: (contents) => void emitter.emit('web-contents-created', {}, contents),
  onAllClosed: () => void emitter.emit('window-all-closed', {}),
};
const { windows } = seen;
const stage: Stage = { runtime, setup, windows };
const routed = routeAll(stage);
const paths: Record<string, string> = { home: runtime.home, documents: join(runtime.home, 'Documents') };

export class BrowserWindow extends StandInWindow {
  constructor(options: WindowOptions) {
    super(options, stage);
  }
  static fromWebContents(contents: unknown): StandInWindow | null {
    return [...windows].find(({ webContents }) => webContents === contents) ?? null;
  }
}
export const MessageChannelMain = Channel;

function quit(): void {
  if (seen.hasQuit) return;
  seen.hasQuit = true;
  emitter.emit('before-quit', {});
  for (const window of windows) window.close();
  // As Electron: the windows first.
  setTimeout(() => {
    let isPrevented = false;
    const preventDefault = () => {
      isPrevented = true;
      seen.hasQuit = false;
    };
    emitter.emit('will-quit', { preventDefault });
    if (isPrevented) return;
    isOver = true;
    emitter.emit('quit', {});
  }, 200);
}

export const app = {
  isPackaged: runtime.isPackaged,
  on(name: string, listener: (...given: unknown[]) => void) {
    emitter.on(name, listener);
    return app;
  },
  requestSingleInstanceLock: () => {
    seen.order.push('instance lock');
    return runtime.isFirst;
  },
  getVersion: () => '0.0.0-test',
  getPath: (name: string) => paths[name] ?? join(runtime.home, name),
  setPath: (name: string, path: string) => {
    paths[name] = path;
    seen.paths[name] = path;
  },
  enableSandbox: () => void seen.order.push('sandbox'),
  commandLine: {
    appendSwitch: (name: string, value?: string) => {
      seen.order.push('switch');
      seen.switches.push(value === undefined ? [name] : [name, value]);
    },
    getSwitchValue: (name: string) => (name === 'study' ? (runtime.study ?? '') : ''),
  },
  whenReady: async () => {
    await routed;
    seen.order.push('ready');
  },
  quit,
};

export const powerMonitor = {
  on(name: string, listener: () => void) {
    seen.handlers[`power ${name}`] = listener;
  },
};

export const protocol = { registerSchemesAsPrivileged: () => void seen.order.push('scheme') };

const sessionEvents = new EventEmitter();
const keep = (name: string) => (handler: (...given: never[]) => unknown) => {
  seen.order.push(name);
  seen.handlers[name] = handler;
};
export const session = {
  fromPartition(name: string, options: unknown) {
    seen.handlers.partition = () => ({ name, options });
    return {
      setSpellCheckerEnabled: (on: boolean) => void seen.order.push(`spelling ${on}`),
      setPermissionRequestHandler: keep('permissionRequest'),
      setPermissionCheckHandler: keep('permissionCheck'),
      setDevicePermissionHandler: keep('devicePermission'),
      setDisplayMediaRequestHandler: keep('displayMedia'),
      on: (name: string, listener: () => void) => sessionEvents.on(name, listener),
      webRequest: {
        onBeforeRequest(handler: NonNullable<Setup['onBeforeRequest']>) {
          setup.onBeforeRequest = handler;
          seen.handlers.onBeforeRequest = handler;
        },
      },
      protocol: {
        handle(_scheme: string, handler: NonNullable<Setup['protocol']>) {
          setup.protocol = handler;
          seen.handlers.protocol = handler;
        },
      },
    };
  },
};

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    setup.handled.set(channel, handler);
    seen.handlers[channel] = handler as (...given: never[]) => unknown;
  },
};

interface DialogOptions {
  readonly properties?: readonly string[];
}
export const dialog = {
  async showOpenDialog(_window: unknown, options: DialogOptions) {
    seen.dialogs.push(options);
    const folder = options.properties?.includes('openDirectory');
    const chosen = folder ? runtime.chosenFolders.splice(0, 1) : runtime.chosenSources.shift();
    return { canceled: chosen === undefined || chosen.length === 0, filePaths: chosen ?? [] };
  },
  async showSaveDialog(_window: unknown, options: DialogOptions) {
    seen.dialogs.push(options);
    const filePath = runtime.chosenTargets.shift();
    return { canceled: filePath === undefined, filePath };
  },
  showErrorBox: () => undefined,
  async showMessageBox(_window: unknown, options: { readonly message: string }) {
    seen.messages.push(options.message);
    return { response: 0 };
  },
};

export const clipboard = {
  readText: async () => seen.clipboard.text,
  writeText: async (text: string) => {
    seen.clipboard.text = text;
  },
  clear: () => {
    seen.clipboard.text = '';
  },
};

export const shell = {
  openExternal: async (address: string) => {
    seen.openedAddresses.push(address);
  },
  openPath: async (path: string) => {
    seen.openedPaths.push(path);
    return '';
  },
};

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (template: readonly MenuItem[]) => {
    seen.menu = template;
  },
};

export const utilityProcess = {
  fork(path: string, args: readonly string[] = [], options: ConstructorParameters<typeof UtilityProcess>[2] = {}) {
    const own = { HOME: runtime.home, VELDWERK_HOME: join(runtime.home, 'veldwerk') };
    const env = options.env ?? ({ ...process.env, ...own } as Record<string, string>);
    const started = new UtilityProcess(path, args, { ...options, env });
    seen.utilities.push({ path, env, process: started });
    return started;
  },
};

seen.handlers.quit = quit;
seen.handlers.emit = emitter.emit.bind(emitter) as (...given: never[]) => unknown;
seen.handlers.whenQuit = (listener: () => void) => {
  if (isOver) listener();
  else emitter.once('quit', listener);
};
