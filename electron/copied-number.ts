/** A telephone number on the clipboard of the machine, for a telephone that is rung with elsewhere: there for a minute, and no longer than it has to be. */
import { isRingable } from '../shared/shell.ts';

/** As much of Electron's clipboard as this needs. */
export interface Clipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  clear(): void;
}

export const copiedForMs = 60_000;

export class CopiedNumber {
  readonly #clipboard: Clipboard;
  #number: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(clipboard: Clipboard) {
    this.#clipboard = clipboard;
  }

  get isThere(): boolean {
    return this.#number !== undefined;
  }

  /** False for what is no number. Another one takes its place and has a minute of its own. */
  async copy(number: unknown): Promise<boolean> {
    if (!isRingable(number)) return false;
    clearTimeout(this.#timer);
    this.#number = number;
    await this.#clipboard.writeText(number);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.forget(), copiedForMs);
    this.#timer.unref?.();
    return true;
  }

  /** Takes it off the clipboard at once, unless someone copied another thing since. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    const number = this.#number;
    this.#number = undefined;
    if (number !== undefined && (await this.#clipboard.readText()) === number) this.#clipboard.clear();
  }
}
