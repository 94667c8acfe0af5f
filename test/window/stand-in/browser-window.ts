/** Electron's windows, by pages of Chromium: preload, protocol, navigation and pop-ups are led past what the main process set up. */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Frame, Page, Request, Route } from 'playwright-core';
import { type Runtime, standInOrigin } from './runtime.ts';

export type Handler = (event: unknown, ...given: unknown[]) => unknown;

/** What the session and the main process set up that a window is led past. */
export interface Setup {
  readonly handled: Map<string, Handler>;
  onBeforeRequest: ((details: { url: string }, answer: (said: { cancel?: boolean }) => void) => void) | undefined;
  protocol: ((request: { url: string; method: string }) => Promise<globalThis.Response>) | undefined;
  onWindow: (contents: WebContents) => void;
  onAllClosed: () => void;
}

const ownAddress = (address: string) =>
  address.startsWith(`${standInOrigin}/`) ? `app://veldwerk${address.slice(standInOrigin.length)}` : address;
const pageAddress = (address: string) => address.replace(/^app:\/\/veldwerk/, standInOrigin);

export class WebContents extends EventEmitter {
  readonly mainFrame: { readonly url: string };
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  readonly #send: (channel: string, data: unknown) => void;

  constructor(addressOf: () => string, send: (channel: string, data: unknown) => void) {
    super();
    this.mainFrame = {
      get url() {
        return addressOf();
      },
    };
    this.#send = send;
  }
  setWindowOpenHandler(handler: WebContents['openHandler']): void {
    this.openHandler = handler;
  }
  send(channel: string, data: unknown): void {
    this.#send(channel, data);
  }
}

export interface WindowOptions {
  readonly title?: string;
  readonly webPreferences: { readonly preload?: string; readonly [name: string]: unknown };
}

/** One stand-in: what its main process set up, and its windows. */
export interface Stage {
  readonly runtime: Runtime;
  readonly setup: Setup;
  readonly windows: Set<StandInWindow>;
}

export class StandInWindow extends EventEmitter {
  readonly webContents: WebContents;
  page: Page | undefined;
  /** The navigation that the main process asked for itself: no page's doing. */
  goesTo: string | undefined;
  readonly #stage: Stage;
  readonly #preload: string;
  #loading = Promise.resolve();
  readonly #deliver = `deliver-${randomBytes(16).toString('hex')}`;

  constructor(options: WindowOptions, stage: Stage) {
    super();
    this.#stage = stage;
    const { seen } = stage.runtime;
    seen.order.push('window');
    seen.windowOptions.push(options);
    seen.titles.push(options.title ?? '');
    this.#preload = options.webPreferences.preload ?? '';
    this.webContents = new WebContents(
      () => ownAddress(this.page?.url() ?? ''),
      (channel, data) => this.#send(channel, data),
    );
    stage.windows.add(this);
    stage.setup.onWindow(this.webContents);
  }

  /** A program that ends before its window is there has shown it all the same: whoever waits for the window is told. */
  loadURL(address: string): Promise<void> {
    this.#loading = this.#load(address);
    return this.#loading;
  }

  async #load(address: string): Promise<void> {
    const { context, begin, windowAfterMs } = this.#stage.runtime;
    if (windowAfterMs > 0) await setTimeout(windowAfterMs);
    const page = await pageInWindow(context);
    this.page = page;
    if (this.#stage.windows.has(this)) await this.#show(page, address);
    else await page.close();
    for (const listener of begin.whenWindow.splice(0)) listener(this);
  }

  async #show(page: Page, address: string): Promise<void> {
    const { seen } = this.#stage.runtime;
    await page.exposeBinding('standInInvoke', ({ frame }, channel: string, given: unknown[]) =>
      this.#invoke(frame, channel, given),
    );
    await page.addInitScript({ content: preloadScript(readFileSync(this.#preload, 'utf8'), this.#deliver) });
    page.on('popup', (popup) => void popup.close().catch(() => undefined));
    page.on('close', () => this.#closed());
    page.on('domcontentloaded', async () => {
      const event = preventable();
      const title = await page.title().catch(() => '');
      this.emit('page-title-updated', event, title);
      if (!event.isPrevented) seen.titles.push(title);
    });
    this.goesTo = pageAddress(address);
    await page.goto(this.goesTo);
    this.emit('ready-to-show');
  }

  reload(): void {
    const { page } = this;
    if (page === undefined) return;
    this.goesTo = page.url();
    page.reload().catch(() => undefined);
  }
  setContentProtection(on: boolean): void {
    this.#stage.runtime.seen.contentProtection.push(on);
  }
  close(): void {
    if (this.page === undefined) this.#closed();
    // A page that is closed while it is being opened is lost to the library that drives it, and to whoever waits for it.
    else this.#loading.then(() => this.page?.close()).catch(() => undefined);
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }

  async #invoke(frame: Frame, channel: string, given: readonly unknown[]): Promise<unknown> {
    const isMain = frame === this.page?.mainFrame();
    const senderFrame = isMain ? this.webContents.mainFrame : { url: ownAddress(frame.url()) };
    const handler = this.#stage.setup.handled.get(channel);
    try {
      if (handler === undefined) throw new Error('no handler');
      return await handler({ sender: this.webContents, senderFrame }, ...given);
    } catch (error) {
      this.#stage.runtime.seen.refusedQuestions.push(channel);
      throw error;
    }
  }

  #send(channel: string, data: unknown): void {
    const told = [this.#deliver, { channel, data }] as const;
    this.page
      ?.evaluate(
        ([name, detail]) => (globalThis as unknown as EventTarget).dispatchEvent(new CustomEvent(name, { detail })),
        told,
      )
      .catch(() => undefined);
  }

  #closed(): void {
    const { windows, setup } = this.#stage;
    if (!windows.delete(this)) return;
    this.emit('closed');
    if (windows.size === 0) setImmediate(setup.onAllClosed);
  }
}

/**
 * A page in a window of its own. Of pages that share a window Chromium draws the one in front, and a second passes between two pictures of
 * any other: whatever is pressed there has to stand still for two of them first.
 */
async function pageInWindow(context: BrowserContext): Promise<Page> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { browserContextIds } = await session.send('Target.getBrowserContexts');
  const browserContextId = browserContextIds[0]!;
  const target = session.send('Target.createTarget', { url: 'about:blank', browserContextId, newWindow: true });
  const predicate = async (page: Page) => (await targetOf(page)) === (await target).targetId;
  const [page] = await Promise.all([context.waitForEvent('page', { predicate, timeout: 0 }), target]);
  await session.detach();
  return page;
}

/** Which of the browser's targets it is; none when it is gone again, as a pop-up is. */
async function targetOf(page: Page): Promise<string | undefined> {
  try {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    return targetInfo.targetId;
  } catch {
    return undefined;
  }
}

/** Leads every request of every window past the main process; what it does not answer is a request to the outside. */
export function routeAll(stage: Stage): Promise<unknown> {
  return stage.runtime.context.route('**/*', (route, request) => answer(stage, route, request).catch(() => undefined));
}

async function answer(stage: Stage, route: Route, request: Request): Promise<void> {
  const { runtime, setup, windows } = stage;
  const window = windowOf(stage, request);
  // A pop-up: Electron asks before it makes one.
  if (window === undefined) {
    const said = [...windows][0]?.webContents.openHandler({ url: ownAddress(request.url()) });
    if (said?.action !== 'deny') runtime.seen.strayRequests.push(request.url());
    return route.abort('aborted');
  }
  if (request.isNavigationRequest() && !mayNavigate(window, request)) return route.abort('aborted');
  const url = ownAddress(request.url());
  let isCancelled = false;
  setup.onBeforeRequest?.({ url }, ({ cancel = false }) => {
    isCancelled = cancel;
  });
  if (isCancelled || !url.startsWith('app:') || setup.protocol === undefined) {
    runtime.seen.strayRequests.push(request.url());
    return route.abort('blockedbyclient');
  }
  const given = await setup.protocol({ url, method: request.method() });
  await route.fulfill({
    status: given.status,
    headers: Object.fromEntries(given.headers),
    body: Buffer.from(await given.arrayBuffer()),
  });
}

function windowOf({ windows }: Stage, request: Request): StandInWindow | undefined {
  try {
    const page = request.frame().page();
    return [...windows].find((window) => window.page === page);
  } catch {
    // No frame yet: a page that nobody made.
    return undefined;
  }
}

function mayNavigate(window: StandInWindow, request: Request): boolean {
  const isMain = request.frame() === window.page?.mainFrame();
  if (isMain && window.goesTo === request.url()) {
    window.goesTo = undefined;
    return true;
  }
  const event = preventable(ownAddress(request.url()));
  if (isMain) window.webContents.emit('will-navigate', event, event.url);
  window.webContents.emit('will-frame-navigate', event);
  return !event.isPrevented;
}

function preventable(url = '') {
  return {
    url,
    isPrevented: false,
    preventDefault() {
      this.isPrevented = true;
    },
  };
}

/** The real preload script in the page, with its three parts of Electron; what it was given is taken away before the page can see it. */
function preloadScript(preload: string, deliver: string): string {
  return `(() => {
  if (window !== window.top) return;
  const invoke = window.standInInvoke;
  delete window.standInInvoke;
  const listeners = new Map();
  window.addEventListener(${JSON.stringify(deliver)}, ({ detail: { channel, data } }) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, data);
  });
  const freeze = (value) => {
    if (value !== null && (typeof value === 'object' || typeof value === 'function')) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: freeze(api), enumerable: true }),
    },
    ipcRenderer: {
      invoke: (channel, ...given) => invoke(channel, given),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      off: (channel, listener) => listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)),
    },
  };
  ((require) => { ${preload} })((name) => { if (name !== 'electron') throw new Error('a sandboxed preload has only electron'); return electron; });
})();`;
}
