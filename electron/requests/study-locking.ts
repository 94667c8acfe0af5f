/** Locking a place and unlocking it, by passphrase or in a shift by PIN, and how long a place may stand idle. */
import type { RequestOf } from '../../shared/contract.ts';
import { type ProblemName, Refusal, refuse } from '../../shared/problem.ts';
import { defaultIdleTimes } from '../../shared/study/idle-times.ts';
import { onlyInterviews, type PersonId } from '../../shared/study/person.ts';
import { isEasyPin } from '../../shared/study/pin.ts';
import type { Handler } from '../bridge.ts';
import type { Room } from '../desk.ts';
import type { LockedPerson } from '../session.ts';
import type { Entry } from '../studies.ts';

export type StudyLockingRequests = {
  readonly [N in Extract<
    RequestOf<'study'>,
    'study.lock' | 'study.unlock' | 'study.setPin' | 'study.stillHere' | 'study.idleTimes' | 'study.setIdleTimes'
  >]: Handler<N>;
};

export const studyLockingRequests: StudyLockingRequests = {
  async 'study.lock'(_, { locking, seat }) {
    locking.lock(seat, 'key');
    return null;
  },

  async 'study.unlock'({ passphrase, pin }, room) {
    const { session, seat, studies } = room;
    const locked = session.locked.get(seat) ?? refuse('session.nobody-signed-in', {});
    const { name, roles, awaited } =
      passphrase === undefined
        ? await studies.unlock(seat, 'pin', withPin(pin ?? refuse('session.pin-gone', {}), locked, room))
        : await studies.unlock(seat, 'passphrase', withPassphrase(passphrase, locked, room));
    return { name, roles, awaited };
  },

  async 'study.setPin'({ pin }, { session, person, study, vault, write }) {
    const shift = session.shift ?? refuse('session.pin-without-shift', {});
    if (!onlyInterviews(person.roles)) refuse('session.pin-only-interviewer', {});
    if (isEasyPin(pin)) refuse('session.pin-too-easy', {});
    const shown = await vault.ask('showPin', person.id, pin, shift.publicKey);
    const kept = await vault.ask('sealForPin', await shift.vault.ask('makePepper', shown));
    // The shift may have ended meanwhile, and everyone may have left.
    if (session.shift?.pins !== shift.pins || session.study !== study) return refuse('session.pin-without-shift', {});
    shift.pins.set(person.id, kept);
    write('study.setPin', {}, () => undefined);
    return null;
  },

  // That it was asked says it all.
  'study.stillHere': async () => null,

  'study.idleTimes': async (_, { settings }) => ({ minutes: (await settings.find('idleTimes')) ?? defaultIdleTimes }),

  async 'study.setIdleTimes'({ minutes }, { settings, locking, write }) {
    const put = await settings.seal('idleTimes', minutes);
    write('study.setIdleTimes', { ...minutes }, put);
    locking.useTimes(minutes);
    return null;
  },
};

function withPassphrase(passphrase: string, { name }: LockedPerson, { host }: Room): Entry {
  return (vault, file, deviceSecret) => vault.ask('unlock', file, deviceSecret, name, host.secretOf(passphrase));
}

/** The vault of the shift says whether the PIN is right, and counts. */
function withPin(pin: string, { id }: LockedPerson, room: Room): Entry {
  return async (vault, file, deviceSecret) => {
    const { shift, study } = room.session;
    const kept = shift?.pins.get(id);
    if (shift === undefined || study === undefined || kept === undefined) return refuse('session.pin-gone', {});
    const shown = await vault.ask('showPin', id, pin, shift.publicKey, kept.salt);
    const pepper = await shift.vault.ask('givePepper', shown).catch((error: unknown) => {
      if (error instanceof Refusal) noteWrongPin(id, error.problem.problem, room);
      throw error;
    });
    return vault.ask('unlockWithPin', file, deviceSecret, { study: study.id, id, sealed: kept.sealed }, pepper);
  };
}

function noteWrongPin(person: PersonId, problem: ProblemName, { host, session }: Room): void {
  if (problem !== 'session.wrong-pin' && problem !== 'session.pin-gone') return;
  if (problem === 'session.pin-gone') session.forgetPin(person);
  const { study } = session;
  if (study === undefined) return;
  const on = study.store.study.get().practiceDay ?? host.today();
  study.store.write({ on, person, act: 'study.wrongPin', detail: {} }, () => undefined);
}
