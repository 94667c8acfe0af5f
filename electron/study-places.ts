/** Where studies are: the list of recent ones, turning from one to another, and a new folder in the standard place. */
import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { StudyPlace } from '../shared/contract.ts';
import { resultFiles } from '../shared/destruction/result-files.ts';
import { refuse } from '../shared/problem.ts';
import type * as view from '../shared/views.ts';
import type { Host } from './desk.ts';
import { folderNameOf } from './folder-name.ts';
import { practicePeople } from './practice/study-set-up.ts';
import type { RecentStudies, RecentStudy } from './recent-studies.ts';
import type { OpenStudy, SeatId, Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { studyFiles } from './study-files.ts';
import { refuseSynced } from './synced-folder.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** Folders of one name that are tried before something else is wrong. */
const namesakesAtMost = 1000;

export class StudyPlaces {
  readonly #host: Host;
  readonly #session: Session;
  readonly #recent: RecentStudies;

  constructor(host: Host, session: Session, recent: RecentStudies) {
    this.#host = host;
    this.#session = session;
    this.#recent = recent;
  }

  list(): view.RecentStudies {
    return {
      studies: this.#recent.all().map(({ place, folder, title, isPractice, openedOn, endsOn }) => ({
        study: place,
        title,
        isPractice,
        openedOn,
        ...(endsOn === undefined ? {} : { endsOn }),
        state: stateOf(folder),
      })),
    };
  }

  drop(place: StudyPlace): void {
    this.#recent.drop(place);
  }

  /** Turns to a study of the list. One that was destroyed may be chosen too: its results are there. */
  choose(place: StudyPlace, seat: SeatId): view.ChosenStudy {
    const found = this.#recent.find(place);
    if (found === undefined || stateOf(found.folder) === 'missing') return refuse('study.not-found', {});
    this.turnTo(found.folder, seat);
    return chosenOf(found);
  }

  /** The study that the host or someone turned to. One that is not on the list is called by its folder until someone opened it. */
  findChosen(): view.ChosenStudy | undefined {
    const { folder } = this.#session;
    if (folder === undefined) return undefined;
    const found = this.#recent.findAt(folder);
    if (found !== undefined) return chosenOf(found);
    const isStudy = existsSync(join(folder, studyFiles.keyring));
    return isStudy ? { title: basename(folder), isPractice: false, practicePeople: [] } : undefined;
  }

  /** Signs out who sits at this seat, when it is another study. Refuses while colleagues are at work in the one that is open. */
  turnTo(folder: string, seat: SeatId): void {
    const session = this.#session;
    if (session.folder !== undefined && resolve(session.folder) === resolve(folder)) return;
    // One that was destroyed holds nothing that a copy could keep.
    if (stateOf(folder) !== 'destroyed') refuseSynced(this.#host, folder);
    this.refuseWhenInUse(seat);
    session.close();
    session.folder = folder;
  }

  refuseWhenInUse(seat: SeatId): void {
    const { seats, locked, working } = this.#session;
    if (working > 0 || [...seats.keys(), ...locked.keys()].some((other) => other !== seat)) refuse('study.in-use', {});
  }

  /** A new, empty folder in the standard place, named for the study; never one that was there. */
  makeFolder(title: string): string {
    const { studiesFolder } = this.#host;
    mkdirSync(studiesFolder, { recursive: true, mode: 0o700 });
    const name = folderNameOf(title);
    for (let nr = 1; nr <= namesakesAtMost; nr += 1) {
      const folder = join(studiesFolder, nr === 1 ? name : `${name}-${nr}`);
      if (isMade(folder)) return folder;
    }
    return refuse('study.folder-not-empty', {});
  }

  /** Takes back a folder in which no study came to be; one with anything in it is left alone. */
  takeBack(folder: string): void {
    try {
      rmdirSync(folder);
    } catch {
      // An empty folder that stays does no harm.
    }
  }

  noteMade(made: Omit<RecentStudy, 'place' | 'openedOn'>): void {
    this.#recent.put({ ...made, openedOn: this.#host.today() });
  }

  /** Notes the open study with its title and end date as they are now. `isMadeByApp`: whether that is known by now. */
  async noteOpen(study: OpenStudy, vault: OpenVault, isMadeByApp = false): Promise<void> {
    const known = this.#recent.findAt(study.folder);
    try {
      const settings = settingsOf(study, vault);
      const { isPractice } = study.store.study.get();
      const title = await settings.get('title');
      const endsOn = (await settings.find('agreement'))?.endsOn;
      this.#recent.put({
        folder: study.folder,
        title,
        isPractice,
        isMadeByApp: isPractice && (isMadeByApp || known?.isMadeByApp === true),
        openedOn: this.#host.today(),
        ...(endsOn === undefined ? {} : { endsOn }),
      });
    } catch {
      // Someone who awaits the key of the study cannot read its title, and someone may have left meanwhile: the list stays as it was.
    }
  }

  /** Everything on the list, as text: what stands in it is no trace of a person. */
  texts(): readonly string[] {
    return this.#recent.all().flatMap(({ folder, title }) => [folder, title]);
  }
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function chosenOf({ title, isPractice, isMadeByApp }: RecentStudy): view.ChosenStudy {
  return { title, isPractice, practicePeople: isPractice && isMadeByApp ? practicePeople : [] };
}

function stateOf(folder: string): view.RecentStudies['studies'][number]['state'] {
  if (existsSync(join(folder, studyFiles.keyring))) return 'alive';
  const { begun, certificate } = resultFiles;
  const isDestroyed = [begun, certificate].some((name) => existsSync(join(folder, studyFiles.results, name)));
  return isDestroyed ? 'destroyed' : 'missing';
}
