/** What a request is given to work with. The host (Electron, a seat, the command line, a test) supplies what reaches outside. */
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Day } from '../shared/calendar.ts';
import type { SourceFile, TargetFile } from '../shared/contract.ts';
import type { SyncedBy } from '../shared/problem.ts';
import type { News } from '../shared/shell.ts';
import type { LoginCode } from '../shared/study/login-code.ts';
import type { Clock } from './clock.ts';
import type { DeviceSecrets } from './device-secrets.ts';
import type { EpochStep } from './epoch.ts';
import type { fileHash, findFileHash } from './files/file-hash.ts';
import type { filesBelow, findTraces, findTracesInBytes } from './files/find-traces.ts';
import type { readPhone } from './files/phone-number.ts';
import type { readExtract, readMessages, readTable, readWorkbook } from './files/read-file.ts';
import type { Results } from './files/results.ts';
import type { isInside, removeFile, writeFileSafely } from './files/write-file.ts';
import type { Installation } from './installation.ts';
import type { Locking } from './locking.ts';
import type { OpenOffice } from './office.ts';
import type { caseFile } from './post/case-file.ts';
import type { writeCertificate } from './post/certificate.ts';
import type { checkMailHost, openMailHost, practiceMailHost, stepsUntil } from './post/email.ts';
import type { emailFiles } from './post/email-files.ts';
import type { writeLetters } from './post/letters.ts';
import type { openMailbox } from './post/mailbox.ts';
import type { writePaper } from './post/paper.ts';
import type { codesOnPages } from './post/read-back.ts';
import type { writeRecoverySheet } from './post/recovery-sheet.ts';
import type { OpenStudy, SeatId, Session, SignedInPerson } from './session.ts';
import type { Settings } from './settings.ts';
import type { JournalDetail } from './store/journal.ts';
import type { Store, WriteStep } from './store/store.ts';
import type { Studies } from './studies.ts';
import type { StudyPlaces } from './study-places.ts';
import type { writeTable } from './table-file.ts';
import type { Secret } from './vault/derive-key.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** Everything outside the office that it may reach. */
export interface Host {
  readonly today: () => Day;
  readonly clock: Clock;
  readonly deviceSecrets: DeviceSecrets;
  /** Signs what this installation saw. */
  readonly installation: Installation;
  readonly openVault: () => OpenVault;
  /** Turns what someone typed into what a vault takes; tests give a derived key instead. */
  readonly secretOf: (passphrase: string) => Secret;
  /** The path behind a file that the host offered; refuses `file.not-found` when it offered none. */
  readonly pathOf: (file: SourceFile | TargetFile) => string;
  /** The bytes of a file that the host offered, at most 20 MB, or as large as a backup may be: read now, or given by a seat and nowhere on disk. */
  readonly readSource: (file: SourceFile, as?: 'backup') => Promise<Uint8Array>;
  readonly appVersion: string;
  /** Lets other programs see the windows for so long; absent where that cannot be kept from them anyway. */
  readonly showScreen?: (minutes: number) => void;
  readonly onProgress?: (seat: SeatId, done: number, total: number) => void;
  /** Tells a window what happened at its seat; absent where there are no windows. */
  readonly onNews?: (seat: SeatId, news: News) => void;
  readonly onWriteStep?: (step: WriteStep) => void;
  /** Told at each moment of a turn to another epoch; tests cut the power there. */
  readonly onEpochStep?: (step: EpochStep) => void;
  /** By what a folder is kept in step with other machines; undefined for a plain folder. */
  readonly findSync: (folder: string) => SyncedBy | undefined;
  /** Files outside the study folder that hold something of a study: searched for traces when one is destroyed. */
  readonly ownFolder: string;
  /** Where a study is made when nobody chooses a folder. */
  readonly studiesFolder: string;
  /** The files that the client of the practice study delivers. */
  readonly practiceFiles: string;
}

/** What requests may do with files of the user. */
export interface Files {
  readonly readExtract: typeof readExtract;
  readonly readWorkbook: typeof readWorkbook;
  readonly readTable: typeof readTable;
  readonly readMessages: typeof readMessages;
  readonly readPhone: typeof readPhone;
  readonly fileHash: typeof fileHash;
  readonly findFileHash: typeof findFileHash;
  readonly removeFile: typeof removeFile;
  readonly writeFileSafely: typeof writeFileSafely;
  readonly writeTable: typeof writeTable;
  readonly isInside: typeof isInside;
  readonly filesBelow: typeof filesBelow;
  readonly findTraces: typeof findTraces;
  readonly findTracesInBytes: typeof findTracesInBytes;
  readonly results: (study: OpenStudy) => Results;
}

/** What requests may send or print. */
export interface Post {
  readonly openMailHost: typeof openMailHost;
  readonly openMailbox: typeof openMailbox;
  readonly practiceMailHost: typeof practiceMailHost;
  readonly checkMailHost: typeof checkMailHost;
  readonly stepsUntil: typeof stepsUntil;
  readonly emailFiles: typeof emailFiles;
  readonly writeLetters: typeof writeLetters;
  readonly codesOnPages: typeof codesOnPages;
  readonly writePaper: typeof writePaper;
  readonly writeCertificate: typeof writeCertificate;
  readonly writeRecoverySheet: typeof writeRecoverySheet;
  readonly caseFile: typeof caseFile;
}

/** Before anyone has signed in. */
export interface Room {
  readonly host: Host;
  readonly session: Session;
  readonly seat: SeatId;
  readonly studies: Studies;
  readonly places: StudyPlaces;
  readonly locking: Locking;
  /** Another office on this host, beside the one with the open study; whoever opens it closes it. */
  readonly openAnother: (changed: Partial<Host>) => OpenOffice;
}

/** The place of someone who has signed in. */
export interface Desk extends Room {
  readonly person: SignedInPerson;
  readonly vault: OpenVault;
  readonly study: OpenStudy;
  readonly store: Store;
  readonly settings: Settings;
  readonly files: Files;
  readonly post: Post;
  readonly today: Day;
  /** Tells how far long work is. */
  readonly progress: (done: number, total: number) => void;
  /** Long work that makes files or messages: as long as it goes on, the study is not destroyed. */
  readonly work: <T>(work: () => Promise<T>) => Promise<T>;
  /** One transaction with its journal entry. */
  readonly write: <T>(act: string, detail: JournalDetail, work: () => T) => T;
}

/** A random id without meaning, 22 characters. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** A uniform random integer from 0 up to and not including `below`. */
export function draw(below: number): number {
  return randomInt(below);
}

/** The keyed hash under which a login code is found, hex. */
export function codeTag(study: OpenStudy, code: LoginCode): string {
  return createHmac('sha256', study.lookupKey).update(code).digest('hex');
}
