/** Who is in and which study is open: the only mutable state of the office. */
import type { KeyObject } from 'node:crypto';
import type { Day } from '../shared/calendar.ts';
import type { DraftState } from '../shared/interview/draft-log.ts';
import type { AttemptId } from '../shared/study/attempt.ts';
import type { CaseId } from '../shared/study/case.ts';
import type { ContactTexts } from '../shared/study/contact-in-text.ts';
import type { KeyName, PersonId, Role } from '../shared/study/person.ts';
import type { ResponseId } from '../shared/study/response.ts';
import type { CallRoom } from './contact/call-room.ts';
import type { CallerBook } from './contact/caller-book.ts';
import { Gate } from './gate.ts';
import type { JournalWatch } from './journal-watch.ts';
import { dropMailTokens } from './post/mail-token.ts';
import type { Older } from './reconciling.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { StoredCase } from './store/cases.ts';
import type { KeptDraft } from './store/drafts.ts';
import type { Store } from './store/store.ts';
import type { OpenVault } from './vault/open-vault.ts';
import type { PinSealed } from './vault/shift-keys.ts';
import type { WatchedVault } from './watched-vault.ts';

declare const seatBrand: unique symbol;
/** One window, or the command line: the place that a question comes from. */
export type SeatId = string & { readonly [seatBrand]: true };

export interface SignedInPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly vault: WatchedVault;
  /** To which the key of a case is sealed when they get it in hand. */
  readonly publicKey: Uint8Array;
  /** Keys of these roles that nobody has passed on yet. */
  awaited: readonly KeyName[];
}

/** Someone whose place was locked: their vault has ended, their place and the case in their hand are kept. */
export type LockedPerson = Pick<SignedInPerson, 'id' | 'name' | 'roles'>;

/** A shift of the call room, which a manager opened. */
export interface Shift {
  readonly vault: OpenVault;
  /** To which the contact key is given, and a PIN is shown. */
  readonly publicKey: Uint8Array;
  readonly openedBy: Pick<SignedInPerson, 'id' | 'name'>;
  readonly ends: ShiftEnd;
  /** Of interviewers who chose a PIN: their private key, sealed under it and under what only the vault of the shift has. */
  readonly pins: Map<PersonId, PinSealed>;
}

/** Whichever comes first. */
export interface ShiftEnd {
  /** HH:MM of the day on which it was opened. */
  readonly until: string;
  /** As the clock of this machine has it: in milliseconds since 1970, and in those that passed. */
  readonly atMs: number;
  readonly atElapsedMs: number;
  /** The last day on which contact data may be used. */
  readonly lastDay: Day | undefined;
}

export interface OpenStudy {
  readonly id: string;
  readonly folder: string;
  readonly store: Store;
  /** How the journal stands to the head of it that is kept outside the study. */
  readonly journalWatch: JournalWatch;
  /** Set when the study was put back from a copy, until people have said what happened since: nobody is contacted. */
  older: Older | undefined;
  /** Closes the store and lets other offices in. */
  readonly close: () => void;
  /** Under which login codes are found; made ready once, because with bytes every tag takes five times as long. */
  readonly lookupKey: KeyObject;
  /** Settings as they were opened last, by name, with the sealed bytes they came from. */
  readonly settings: Map<string, { readonly sealed: Uint8Array; readonly value: unknown }>;
  /** Whether backups and recovery files were compared with the epoch since the study was opened: a turn may have been cut short before that. */
  areSafeguardsSeen: boolean;
}

/** How a call ended, with what it takes to take that back: rows as they stood before and after, and what went. Only sealed bytes. */
export interface Ending {
  readonly before: { readonly one: StoredCase; readonly call: StoredAttempt };
  readonly after: { readonly one: StoredCase; readonly call: StoredAttempt };
  /** The unfinished interview that went with it. */
  readonly draft?: KeptDraft;
  /** The response that came of it. */
  readonly response?: { readonly id: ResponseId; readonly link: string };
}

/** A letter or slip that came back, with what it takes to take that back. Only sealed bytes. */
export interface Back {
  /** The case as it stood before, and the version that it got. */
  readonly one: StoredCase;
  readonly version: number;
  readonly attempt?: { readonly before: StoredAttempt; readonly after: StoredAttempt };
  readonly draft?: KeptDraft;
}

/** An unfinished interview as its log was opened last; read anew from the disk before it is finished. */
export interface InHand {
  readonly draft: string;
  readonly state: DraftState;
  /** As `elapsedMs` of the clock has it: when this sitting would have begun, had it gone on without a break. */
  readonly sinceMs: number;
  /** What the questionnaire says of the person, as the case stood in this version; undefined: not looked for yet. */
  readonly contact?: { readonly version: number; readonly texts: ContactTexts };
}

export class Session {
  /** Where every request passes. */
  readonly gate = new Gate();
  /** The study folder that the host chose; nothing in it is open before someone signs in. */
  folder: string | undefined;
  study: OpenStudy | undefined;
  readonly seats = new Map<SeatId, SignedInPerson>();
  /** Seats that are locked: nobody is in, and the study stays open for them. */
  readonly locked = new Map<SeatId, LockedPerson>();
  /** E-mails that are being handed over at this moment: nobody can know yet what becomes of them. */
  readonly onTheirWay = new Set<AttemptId>();
  /** By seat: what stops the reading or taking in that goes on there. */
  readonly intakes = new Map<SeatId, Set<AbortController>>();
  /** How often someone paused the sending: a sending that began before the last time stops. */
  pauses = 0;
  /** The last ending of each interviewer, until they take the next case or leave. */
  readonly endings = new Map<PersonId, Ending>();
  /** What each person put down last of a letter or slip that came back, as long as it can be taken back. */
  readonly backs = new Map<PersonId, Back>();

  /** A vault with the contact key that gives interviewers their cases until a set hour, also while no manager is there. */
  shift: Shift | undefined;

  /** What an interviewer read of the interview in hand, so that an answer costs the same at the first item and at the last. */
  readonly inHand = new Map<PersonId, InHand>();

  /** Who may be rung, as this office knows it; made anew from the study when someone rings. */
  callRoom: CallRoom | undefined;

  /** By vault that opens everyone's contact data: whom it knows, for finding who calls. */
  readonly callerBooks = new WeakMap<OpenVault, CallerBook>();

  /** By interviewer: when they looked for a caller lately, as `elapsedMs` of the clock has it. */
  readonly searches = new Map<PersonId, number[]>();

  /** Pieces of work that are making files or messages: a study is not destroyed under them. */
  working = 0;
  /** The researcher who said at their own seat that the study may be destroyed; forgotten when they leave. */
  agreedToDestroy: SignedInPerson | undefined;
  /** As `agreedToDestroy`, that cases and responses may be unlinked. */
  agreedToUnlink: SignedInPerson | undefined;

  /** By number of the request: the researcher who agreed that all that is held on that person is opened; forgotten when they leave. */
  readonly agreedToCases = new Map<number, SignedInPerson>();

  /** By person: the file with the words of a new recovery sheet, until some of them were typed back; forgotten when they leave. */
  readonly newSheets = new Map<PersonId, string>();

  /** Told of whoever has no place in the study any more, before it may be closed. */
  onGone: ((person: PersonId) => void) | undefined;

  /** What became of this case stands: nobody takes it back any more. */
  keepEnding(of: CaseId): void {
    for (const [person, { after }] of this.endings) if (after.one.id === of) this.endings.delete(person);
    for (const [person, { one }] of this.backs) if (one.id === of) this.backs.delete(person);
  }

  /** Nothing of the calls of this person is kept any longer. */
  forget(person: PersonId): void {
    this.endings.delete(person);
    this.backs.delete(person);
    this.inHand.delete(person);
    this.newSheets.delete(person);
  }

  /** Someone with this role who is in at any seat; a request that needs their keys too is done together. */
  findColleague(role: Role): SignedInPerson | undefined {
    return [...this.seats.values()].find(({ roles }) => roles.includes(role));
  }

  /** Someone's vault is there: they are in at this seat, also when it was locked. */
  enter(seat: SeatId, person: SignedInPerson): void {
    this.seats.set(seat, person);
    this.locked.delete(seat);
  }

  /** Ends the vault of whoever is in at this seat and keeps their place. Nothing that was opened for them stays. */
  lock(seat: SeatId): LockedPerson | undefined {
    const person = this.seats.get(seat);
    if (person === undefined) return undefined;
    this.#takeBackWord(person);
    person.vault.close();
    this.inHand.delete(person.id);
    this.seats.delete(seat);
    const { id, name, roles } = person;
    this.locked.set(seat, { id, name, roles });
    return person;
  }

  /** Signs the seat out; the last one out closes the study. */
  leave(seat: SeatId): void {
    const leaving = this.seats.get(seat);
    if (leaving !== undefined) this.#takeBackWord(leaving);
    leaving?.vault.close();
    const gone = leaving ?? this.locked.get(seat);
    if (gone !== undefined) this.forget(gone.id);
    this.seats.delete(seat);
    this.locked.delete(seat);
    if (gone !== undefined && !this.#hasPlace(gone.id)) {
      this.forgetPin(gone.id);
      this.onGone?.(gone.id);
    }
    this.closeWhenEmpty();
  }

  /** A study in which nobody has a place is closed, also when a shift goes on. */
  closeWhenEmpty(): void {
    if (this.seats.size === 0 && this.locked.size === 0) this.close();
  }

  /** Ends every vault and closes the study. */
  close(): void {
    for (const { vault } of this.seats.values()) vault.close();
    this.seats.clear();
    this.locked.clear();
    this.endings.clear();
    this.backs.clear();
    this.inHand.clear();
    this.newSheets.clear();
    this.agreedToDestroy = undefined;
    this.agreedToCases.clear();
    this.agreedToUnlink = undefined;
    this.endShift();
    dropMailTokens();
    this.study?.close();
    this.study = undefined;
  }

  /** Ends the vault of the shift, and with it every PIN and what was opened for giving cases out: languages, and hours of appointments. */
  endShift(): void {
    this.callRoom = undefined;
    this.shift?.vault.close();
    this.shift?.pins.clear();
    this.shift = undefined;
  }

  /** From now on only the passphrase of this person opens anything. */
  forgetPin(person: PersonId): void {
    if (this.shift?.pins.delete(person)) this.shift.vault.ask('forgetPepper', person).catch(() => undefined);
  }

  #hasPlace(person: PersonId): boolean {
    return [...this.seats.values(), ...this.locked.values()].some(({ id }) => id === person);
  }

  /** What someone agreed to counts as long as their own vault is there to do it with. */
  #takeBackWord(person: SignedInPerson): void {
    if (this.agreedToDestroy === person) this.agreedToDestroy = undefined;
    if (this.agreedToUnlink === person) this.agreedToUnlink = undefined;
    for (const [nr, by] of this.agreedToCases) if (by === person) this.agreedToCases.delete(nr);
  }
}
