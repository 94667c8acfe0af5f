/** Opens the app for a test, in any of the ways in which people open it; the same test runs on all of them. */
import './morning.ts';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findElectron } from '../../scripts/electron-runtime.ts';
import { findTestBrowser } from '../../scripts/test-browser.ts';
import { openBrowserSeat } from './seat-browser.ts';
import { openElectronSeat } from './seat-electron.ts';
import { openStandInSeat, type StandIn, type StandInOptions } from './seat-stand-in.ts';

/** `electron`: the real thing; `stand-in`: the real main process and preload script on Chromium; `browser`: a seat over loopback. */
export type SeatKind = 'electron' | 'stand-in' | 'browser';

export interface SeatOptions {
  /** The home of the account, in which everything is kept; a temporary one when left out. */
  readonly home?: string;
  /** A study folder to begin with. */
  readonly study?: string;
  /** The browser shows its window; for looking along. */
  readonly isShown?: boolean;
  /** Of the window's inside, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface TestSeat {
  readonly kind: SeatKind;
  readonly page: Page;
  readonly home: string;
  /** What the next file dialog is answered with; none: it is cancelled. */
  chooseNextSources(paths: readonly string[]): void;
  /** A browser seat cannot be told a place: ask `placeOf` where it came. */
  chooseNextTarget(path: string): void;
  /** Nothing in a browser seat, which has no folder dialog. */
  chooseNextFolder(path: string): void;
  /** Where the file is for which `path` was chosen last. */
  placeOf(path: string): string;
  /** One more window on the same office, with a seat of its own. */
  openAnother(): Promise<Page>;
  /** Requests that were not answered by the app itself. */
  strayRequests(): readonly string[];
  close(): Promise<void>;
}

export type OpenSeat = (options: SeatOptions & { readonly home: string }) => Promise<Omit<TestSeat, 'home'>>;

const openers: Readonly<Record<SeatKind, OpenSeat>> = {
  electron: openElectronSeat,
  'stand-in': openStandInSeat,
  browser: openBrowserSeat,
};

export async function openSeat(kind: SeatKind, options: SeatOptions = {}): Promise<TestSeat> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'veldwerk-home-'));
  if (!existsSync(join(home, 'Documents'))) mkdirSync(join(home, 'Documents'), { recursive: true });
  const seat = await openers[kind]({ ...options, home });
  return {
    ...seat,
    home,
    async close() {
      await seat.close();
      if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As `openSeat('stand-in')`, with what the main process did with Electron. */
export async function openStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'veldwerk-home-'));
  const seat = await openStandInSeat({ ...options, home });
  return {
    ...seat,
    async close() {
      await seat.close();
      if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The kinds that can run on this machine. */
export function seatKinds(): readonly SeatKind[] {
  const withBrowser: readonly SeatKind[] = ['stand-in', 'browser'];
  return [...(findElectron() === undefined ? [] : (['electron'] as const)), ...withBrowser];
}

/** For the report: what ran, and why the rest did not. */
export function seatKindsLine(): string {
  const ran = seatKinds();
  const electron = ran.includes('electron') ? '' : '; not on Electron itself: its runtime is not on this machine';
  const browser = findTestBrowser() === undefined ? '; the browser is fetched first' : '';
  return `runs on: ${ran.join(', ')}${electron}${browser}`;
}
