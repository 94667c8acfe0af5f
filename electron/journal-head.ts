/**
 * The head of a study's journal, kept outside the study: a small file per study in the app's own folder, signed by this installation, so that a journal that was
 * cut short, rewritten or put back from a copy is found. It is written after every committed entry and not synced then: a head that a
 * power cut took back is an older one, and a journal that goes on from it is whole. It can lag behind the database, and never be before it.
 *
 * The file has two places that are written in turn, each in one sector of the disk, so that a write that was cut off leaves the other. A new
 * file renamed over the old one would, unsynced, leave an empty one on some file systems.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { findDay } from '../shared/calendar.ts';
import type { JournalHead } from '../shared/study/journal.ts';
import { syncFolder } from './files/write-file.ts';
import type { Installation } from './installation.ts';

const placeBytes = 512;
/** On sectors of their own, also where a disk has large ones. */
const placesAt: readonly number[] = [0, 4096];

/** A head file of one study, open for as long as the study is. */
export interface HeadFile {
  /** The newest head in it that this installation signed. */
  readonly found: JournalHead | undefined;
  /** Puts down a newer head. */
  put(head: JournalHead): void;
  /** Puts down a head whatever stood there: of a journal that people looked into and go on with. Synced. */
  replace(head: JournalHead): void;
  /** Syncs and closes. */
  close(): void;
}

export function openHeadFile(ownFolder: string, study: string, installation: Installation): HeadFile {
  const folder = join(ownFolder, 'heads');
  const path = join(folder, study);
  const heads = readHeads(path, study, installation);
  const found = heads.reduce<JournalHead | undefined>(
    (best, head) => (head !== undefined && head.seq > (best?.seq ?? 0) ? head : best),
    undefined,
  );
  /** The place of the newest head: the other one is written next. */
  let newest = Math.max(0, heads.indexOf(found));
  let file: number | undefined;
  const write = (nr: number, head: JournalHead) => {
    file ??= openedFile(folder, path);
    writeSync(file, placeOf(head, installation), 0, placeBytes, placesAt[nr]);
    newest = nr;
  };
  const sync = () => {
    if (file !== undefined) fsyncSync(file);
  };
  return {
    found,
    put: (head) => write(1 - newest, head),
    replace(head) {
      write(1 - newest, head);
      sync();
      write(1 - newest, head);
      sync();
    },
    close() {
      if (file === undefined) return;
      sync();
      closeSync(file);
      file = undefined;
    },
  };
}

/** Forgets the head of a study that is destroyed. */
export function forgetHead(ownFolder: string, study: string): void {
  rmSync(join(ownFolder, 'heads', study), { force: true });
}

const wordsOf = ({ study, seq, on, mac }: JournalHead) =>
  Buffer.from(JSON.stringify(['veldwerk journal head', study, seq, on, mac]));

function placeOf(head: JournalHead, installation: Installation): Uint8Array {
  const signature = installation.sign(wordsOf(head));
  return Buffer.from(JSON.stringify({ ...head, signature }).padEnd(placeBytes));
}

/** Made once per study, and there to stay from then on. */
function openedFile(folder: string, path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(path, 'wx+', 0o600);
  writeSync(file, Buffer.alloc(placesAt[1]! + placeBytes, ' '), 0);
  fsyncSync(file);
  syncFolder(folder);
  return file;
}

/** Per place its head, when this installation signed it for this study. */
function readHeads(path: string, study: string, installation: Installation): readonly (JournalHead | undefined)[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return [];
  }
  return placesAt.map((at) => {
    try {
      const text = new TextDecoder().decode(bytes.subarray(at, at + placeBytes));
      const { seq, on, mac, signature } = JSON.parse(text) as Record<string, unknown>;
      const day = findDay(String(on));
      if (typeof seq !== 'number' || day === undefined) return undefined;
      const head = { study, seq, on: day, mac: String(mac) };
      return installation.isSigned(wordsOf(head), String(signature)) ? head : undefined;
    } catch {
      return undefined;
    }
  });
}
