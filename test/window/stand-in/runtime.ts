/** What one stand-in for Electron is given and what it remembers: the module 'electron' of a main process finds it by number. */
import type { BrowserContext } from 'playwright-core';
import type { StandInWindow } from './browser-window.ts';
import type { UtilityProcess } from './utility-process.ts';

/** In place of app://veldwerk: a secure address that does not exist, so that whatever is not answered here fails. */
export const standInOrigin = 'https://veldwerk.invalid';

export interface Runtime {
  readonly context: BrowserContext;
  readonly home: string;
  readonly study: string | undefined;
  readonly isPackaged: boolean;
  /** How long the engine takes before there is a window. */
  readonly windowAfterMs: number;
  /** Whether no other Veldwerk of this account is running. */
  readonly isFirst: boolean;
  readonly chosenSources: (readonly string[])[];
  readonly chosenTargets: string[];
  readonly chosenFolders: string[];
  /** Everything that the main process did with Electron, to be looked at by a test. */
  readonly seen: Seen;
  readonly begin: { readonly whenWindow: ((window: unknown) => void)[] };
}

export interface Seen {
  readonly strayRequests: string[];
  readonly switches: (readonly [string, string?])[];
  readonly dialogs: unknown[];
  readonly messages: string[];
  readonly openedPaths: string[];
  /** Given to the system to open with another program. */
  readonly openedAddresses: string[];
  readonly clipboard: { text: string };
  readonly titles: string[];
  readonly refusedQuestions: string[];
  readonly contentProtection: boolean[];
  readonly windowOptions: { readonly webPreferences: Readonly<Record<string, unknown>> }[];
  readonly paths: Record<string, string>;
  /** In which order what had to come before the window came. */
  readonly order: string[];
  readonly utilities: {
    readonly path: string;
    readonly env: Readonly<Record<string, string>>;
    readonly process: UtilityProcess;
  }[];
  /** The windows that are open now. */
  readonly windows: Set<StandInWindow>;
  handlers: Record<string, (...given: never[]) => unknown>;
  menu: readonly MenuItem[];
  hasQuit: boolean;
}

export interface MenuItem {
  readonly id?: string;
  readonly role?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

const key = Symbol.for('veldwerk.stand-in');
type Registry = Map<number, Runtime>;

/** Shared by the test runner's copy of this file and the one that Node loads for the main process. */
export function runtimes(): Registry {
  const place = globalThis as { [key]?: Registry };
  place[key] ??= new Map();
  return place[key];
}

export function runtimeOf(address: string): Runtime {
  const nr = Number(new URL(address).searchParams.get('seat'));
  const runtime = runtimes().get(nr);
  if (runtime === undefined) throw new Error('no such stand-in');
  return runtime;
}
