/**
 * The call room as this office knows it: who may be given to whoever asks, the hours of today's appointments, what people speak, and where
 * somebody was sent to today. All of it is in memory only, is made anew from the study, and follows every change of a case.
 */
import { type Day, day } from '../../shared/calendar.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { PersonId } from '../../shared/study/person.ts';
import { keysOfCase, openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { giverOf } from '../hand-out.ts';
import { dueOf } from '../next-due.ts';
import { letOthersGo } from '../pause.ts';
import type { DuePlace } from '../store/cases.ts';
import type { CaseWatch, Store } from '../store/store.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { CallQueue } from './call-queue.ts';
import { type CallChannel, candidateOf, isCall, type Protocols } from './candidates.ts';
import { TriedToday } from './tried-today.ts';

/** Of an appointment: as it was sealed. */
export interface AppointmentHour {
  readonly version: number;
  /** HH:MM */
  readonly at?: string;
  /** Who agreed on it with the person. */
  readonly by?: PersonId;
}

/** Cases read at once: some milliseconds. */
const pageSize = 100;
const first: DuePlace = { on: '', id: '' };
const lastDay = day('9999-12-31');

export class CallRoom {
  readonly queue = new CallQueue();
  /** Of whoever was looked at: what they speak. */
  readonly languages = new Map<CaseId, string>();
  readonly hours = new Map<AttemptId, AppointmentHour>();
  /** Someone at the same address was sent to today: not before tomorrow. */
  readonly passedOver = new Set<CaseId>();
  tried = new TriedToday();
  readonly #store: Store;
  readonly #watch: CaseWatch;
  readonly #untagged = new Set<CaseId>();
  readonly #answered = new Map<GroupCode, ReadonlyMap<string, number>>();
  readonly #nextDays = new Map<CallChannel, Day | undefined>();
  #today: Day | undefined;
  #protocols: Protocols = new Map();
  #place = first;
  #isWhole = false;
  #isReading = false;
  #keepingUp: Promise<void> = Promise.resolve();

  constructor(store: Store) {
    this.#store = store;
    this.#watch = store.watchCases();
  }

  /** Whether everyone who is due was read. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Brings everything up to today, to these protocols and to what changed. Refuses `contact.no-shift` when something has to be opened for it and nobody can. */
  keepUp(protocols: Protocols, desk: Desk): Promise<void> {
    this.#keepingUp = this.#keepingUp.catch(() => undefined).then(() => this.#follow(protocols, desk));
    return this.#keepingUp;
  }

  /** Reads some more of those who are due. */
  readOn(): void {
    const today = this.#today;
    if (this.#isWhole || today === undefined) return;
    const page = this.#store.cases.dueAfter(today, this.#place, pageSize);
    for (const one of page) this.queue.put(one.id, candidateOf(one, this.#protocols, { store: this.#store, today }));
    const end = page.at(-1);
    if (end === undefined || page.length < pageSize) this.#isWhole = true;
    else this.#place = { on: end.nextDue!, id: end.id };
  }

  /** Looks at one case again. */
  look(id: CaseId): void {
    const one = this.#store.cases.find(id);
    const today = this.#today!;
    this.queue.put(id, one && candidateOf(one, this.#protocols, { store: this.#store, today }));
    if (one !== undefined && one.state.kind !== 'open') this.#answered.delete(one.group);
  }

  /** Responses per stratum code. */
  answeredIn(group: GroupCode): ReadonlyMap<string, number> {
    const answered = this.#answered.get(group) ?? this.#store.cases.answeredIn(group);
    this.#answered.set(group, answered);
    return answered;
  }

  /** The first day after today on which someone comes due in this channel, as things stand. */
  async nextDay(channel: CallChannel): Promise<Day | undefined> {
    if (this.#nextDays.has(channel)) return this.#nextDays.get(channel);
    const found = await this.#findNextDay(channel);
    this.#nextDays.set(channel, found);
    return found;
  }

  async #findNextDay(channel: CallChannel): Promise<Day | undefined> {
    for (let place: DuePlace = { on: this.#today!, id: '~' }; ; ) {
      const page = this.#store.cases.dueAfter(lastDay, place, pageSize);
      for (const one of page) {
        const protocol = this.#protocols.get(one.group);
        const due = protocol && one.channels.includes(channel) ? dueOf(protocol, one, this.#store) : undefined;
        if (due?.step.channel === channel) return due.on;
      }
      const end = page.at(-1);
      if (end === undefined || page.length < pageSize) return undefined;
      place = { on: end.nextDue!, id: end.id };
      await letOthersGo(0, 0);
    }
  }

  async #follow(protocols: Protocols, desk: Desk): Promise<void> {
    const changed = this.#watch.changed();
    if (desk.today !== this.#today || !areSame(protocols, this.#protocols)) this.#begin(protocols, desk.today);
    else {
      for (const [nr, id] of changed.entries()) {
        this.look(id);
        // They may speak another language by now, or live elsewhere: looked at again when it is their turn.
        this.languages.delete(id);
        this.passedOver.delete(id);
        this.#lookWhetherTried(id);
        if (nr % pageSize === pageSize - 1) await letOthersGo(0, 0);
      }
    }
    if (changed.length > 0) this.#nextDays.clear();
    await this.#openHours(desk);
    await this.#openTags(desk);
    if (!this.#isWhole && !this.#isReading) this.#readRest();
  }

  #begin(protocols: Protocols, today: Day): void {
    this.queue.clear();
    this.#answered.clear();
    this.#nextDays.clear();
    this.#place = first;
    this.#isWhole = false;
    if (today !== this.#today) {
      this.tried = new TriedToday();
      this.passedOver.clear();
      this.#untagged.clear();
      for (const { caseId } of this.#store.attempts.callsOn(today)) this.#untagged.add(caseId);
    }
    this.#today = today;
    this.#protocols = protocols;
    // Whoever has an appointment comes first, however many others are due.
    for (const { id } of this.#store.cases.atAppointment(today)) this.look(id);
  }

  #lookWhetherTried(id: CaseId): void {
    const isTried = this.#store.attempts.ofCase(id).some((made) => isCall(made) && made.on === this.#today);
    if (isTried && !this.tried.has(id)) this.#untagged.add(id);
    if (isTried) return;
    this.#untagged.delete(id);
    // Nobody rang after all: whoever lives there may be rung.
    if (this.tried.remove(id)) this.passedOver.clear();
  }

  async #openHours(desk: Desk): Promise<void> {
    const asked = [...this.queue.appointments].flatMap(({ id, appointment }) => {
      const isKnown = appointment === undefined || this.hours.get(appointment.id)?.version === appointment.version;
      return isKnown ? [] : [{ one: this.#store.cases.get(id), appointment }];
    });
    if (asked.length === 0) return;
    const sealed = asked.filter(({ appointment: { note } }) => note !== undefined);
    const texts = await openerOf(desk).ask(
      'openCase',
      sealed.map(({ one, appointment: { id, note } }) => {
        return { ...keysOfCase(one), table: 'attempts', row: id, field: 'note', sealed: note! };
      }),
    );
    for (const { appointment } of asked) this.hours.set(appointment.id, { version: appointment.version });
    for (const [nr, { appointment }] of sealed.entries()) {
      const { at, by } = JSON.parse(texts[nr]!) as Partial<AppointmentHour>;
      const { id, version } = appointment;
      this.hours.set(id, { version, ...(at === undefined ? {} : { at }), ...(by === undefined ? {} : { by }) });
    }
  }

  async #openTags(desk: Desk): Promise<void> {
    const cases = [...this.#untagged].flatMap((id) => this.#store.cases.find(id) ?? []);
    this.#untagged.clear();
    if (cases.length === 0) return;
    try {
      const contacts = await openContacts(openerOf(desk), cases);
      for (const [nr, { id }] of cases.entries()) this.tried.add(id, this.tried.tagsOf(contacts[nr]!));
    } catch (error) {
      for (const { id } of cases) this.#untagged.add(id);
      throw error;
    }
  }

  /** In turns with whatever is asked; whoever asks meanwhile gets the first of those who were read. */
  async #readRest(): Promise<void> {
    this.#isReading = true;
    try {
      while (!this.#isWhole) {
        await letOthersGo(0, 0);
        this.readOn();
      }
    } catch {
      // The study was closed, or a row was changed outside: whoever asks next reads on, and is told.
    } finally {
      this.#isReading = false;
    }
  }
}

/** What opens everyone: the keys of whoever gives cases out, or a manager's own. Refuses `contact.no-shift`. */
export function openerOf(desk: Desk): OpenVault {
  return desk.person.roles.includes('manager') ? desk.vault : giverOf(desk);
}

export function callRoomOf({ session, store }: Desk): CallRoom {
  session.callRoom ??= new CallRoom(store);
  return session.callRoom;
}

const areSame = (a: Protocols, b: Protocols): boolean =>
  a.size === b.size && [...a].every(([group, protocol]) => b.get(group) === protocol);
