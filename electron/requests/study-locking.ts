/** Locking a place and unlocking it, and how long a place may stand idle. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { defaultIdleTimes } from '../../shared/study/idle-times.ts';
import type { Handler } from '../bridge.ts';

export type StudyLockingRequests = {
  readonly [N in Extract<
    RequestOf<'study'>,
    'study.lock' | 'study.unlock' | 'study.stillHere' | 'study.idleTimes' | 'study.setIdleTimes'
  >]: Handler<N>;
};

export const studyLockingRequests: StudyLockingRequests = {
  async 'study.lock'(_, { locking, seat }) {
    locking.lock(seat, 'key');
    return null;
  },

  async 'study.unlock'({ passphrase }, { host, session, seat, studies }) {
    const { name } = session.locked.get(seat) ?? refuse('session.nobody-signed-in', {});
    const secret = host.secretOf(passphrase);
    const { roles, awaited } = await studies.unlock(seat, (vault, file, deviceSecret) =>
      vault.ask('unlock', file, deviceSecret, name, secret),
    );
    return { name, roles, awaited };
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
