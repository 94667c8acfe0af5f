/**
 * The studies that were open on this machine last: a small file in the app's own folder with titles and folders, no people. It is a
 * convenience: when it cannot be read the list is empty, and when it cannot be written the work goes on.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Day, findDay } from '../shared/calendar.ts';
import type { StudyPlace } from '../shared/contract.ts';
import { newId } from './desk.ts';
import { writeFileSafely } from './files/write-file.ts';

export interface RecentStudy {
  /** A word without meaning: all that a window knows of the folder. */
  readonly place: StudyPlace;
  readonly folder: string;
  readonly title: string;
  readonly isPractice: boolean;
  /** A practice study whose people have the passphrases that everyone may know. */
  readonly isMadeByApp: boolean;
  readonly openedOn: Day;
  readonly endsOn?: Day;
}

export interface RecentStudies {
  /** The last opened first. */
  all(): readonly RecentStudy[];
  find(place: StudyPlace): RecentStudy | undefined;
  findAt(folder: string): RecentStudy | undefined;
  /** Puts a study on top of the list; the one in the same folder gives way and hands on its word. */
  put(study: Omit<RecentStudy, 'place'>): void;
  drop(place: StudyPlace): void;
}

export const recentStudiesFile = 'recent-studies.json';
const atMost = 30;

export function recentStudiesIn(ownFolder: string): RecentStudies {
  const path = join(ownFolder, recentStudiesFile);
  const all = () => readList(path);
  const findAt = (folder: string) => all().find((study) => study.folder === resolve(folder));
  const write = (studies: readonly RecentStudy[]) => {
    try {
      writeFileSafely(path, new TextEncoder().encode(`${JSON.stringify({ studies }, null, 2)}\n`));
    } catch {
      // A full disk must not keep anyone from their study.
    }
  };
  return {
    all,
    find: (place) => all().find((study) => study.place === place),
    findAt,
    put(study) {
      const folder = resolve(study.folder);
      const place = findAt(folder)?.place ?? (newId() as StudyPlace);
      const others = all().filter((other) => other.folder !== folder);
      write([{ ...study, folder, place }, ...others].slice(0, atMost));
    },
    drop(place) {
      const studies = all();
      const left = studies.filter((study) => study.place !== place);
      if (left.length < studies.length) write(left);
    },
  };
}

/** For an office that leaves no mark on the list: one that makes a study which nobody has opened yet. */
export const noRecentStudies: RecentStudies = {
  all: () => [],
  find: () => undefined,
  findAt: () => undefined,
  put: () => undefined,
  drop: () => undefined,
};

function readList(path: string): readonly RecentStudy[] {
  try {
    const { studies } = JSON.parse(readFileSync(path, 'utf8')) as { studies: unknown };
    return Array.isArray(studies) ? studies.flatMap((study) => recentStudyOf(study) ?? []) : [];
  } catch {
    return [];
  }
}

/** Undefined for what this application did not write. */
function recentStudyOf(found: unknown): RecentStudy | undefined {
  const { place, folder, title, isPractice, isMadeByApp, openedOn, endsOn } = (found ?? {}) as Record<string, unknown>;
  if (typeof place !== 'string' || typeof folder !== 'string' || typeof title !== 'string') return undefined;
  const opened = typeof openedOn === 'string' ? findDay(openedOn) : undefined;
  if (opened === undefined) return undefined;
  const ends = typeof endsOn === 'string' ? findDay(endsOn) : undefined;
  return {
    place: place as StudyPlace,
    folder,
    title,
    isPractice: isPractice === true,
    isMadeByApp: isMadeByApp === true,
    openedOn: opened,
    ...(ends === undefined ? {} : { endsOn: ends }),
  };
}
