/** Which study: made, chosen from the recent ones, signed in to and left. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { LockedSeat, SignedIn } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { makePracticeStudy } from '../practice/make-practice-study.ts';
import { agreement, practicePeople, title as practiceTitle } from '../practice/study-set-up.ts';
import type { LockedPerson, Session, SignedInPerson } from '../session.ts';
import { newPersonOf, refuseShortPassphrase, refuseUnfitPassphrase } from '../staff.ts';

export type StudyPlaceRequests = {
  readonly [N in Extract<
    RequestOf<'study'>,
    | 'study.create'
    | 'study.createPractice'
    | 'study.recent'
    | 'study.choose'
    | 'study.dropFromRecent'
    | 'study.here'
    | 'study.signIn'
    | 'study.signOut'
  >]: Handler<N>;
};

export const studyPlaceRequests: StudyPlaceRequests = {
  async 'study.create'({ title, practice: isPractice, people, where }, { host, session, seat, studies, places }) {
    for (const { passphrase } of people) if (passphrase !== undefined) refuseShortPassphrase(passphrase);
    // In a real study only who makes it chooses a passphrase now; a practice study has no secrets.
    const [founder, ...others] = people;
    if (!isPractice && others.some(({ passphrase }) => passphrase !== undefined))
      refuse('study.passphrase-for-another', {});
    const mayFound = founder?.passphrase !== undefined && founder.roles.includes('manager');
    if (!mayFound) refuse('study.first-people-incomplete', { missing: ['manager'] });
    const rolesGiven = new Set(people.flatMap(({ roles }) => roles));
    const missing = (['manager', 'researcher'] as const).filter((role) => !rolesGiven.has(role));
    // Only together do a manager and a researcher hold every key; one that nobody holds could never be passed on.
    if (missing.length > 0) refuse('study.first-people-incomplete', { missing });
    const known = people.map((person) => newPersonOf(host, person));
    const invited = known.flatMap((one) => one.invited ?? []);
    const make = async (folder: string) => {
      const study = await studies.create(
        folder,
        known.map(({ person }) => person),
        { title, isPractice },
      );
      places.noteMade({ folder, title, isPractice, isMadeByApp: false });
      return { study, ...studies.secretPlace(study), invited };
    };
    if (where === 'chosen') return make(session.folder ?? refuse('study.none-open', {}));
    places.refuseWhenInUse(seat);
    const folder = places.makeFolder(title);
    try {
      const made = await make(folder);
      places.turnTo(folder, seat);
      return made;
    } catch (error) {
      places.takeBack(folder);
      throw error;
    }
  },

  async 'study.createPractice'(_, { host, seat, studies, places, openAnother }) {
    places.refuseWhenInUse(seat);
    const folder = places.makeFolder(practiceTitle);
    const progress = (done: number, total: number) => host.onProgress?.(seat, done, total);
    let study: string | undefined;
    try {
      const onMade = (id: string) => {
        study = id;
      };
      const { practiceFiles } = host;
      await makePracticeStudy({ folder, practiceFiles, openAnother, progress, onMade });
    } catch (error) {
      if (study !== undefined) {
        studies.forgetSecrets(study, folder);
        studies.removeFiles(folder);
      }
      places.takeBack(folder);
      throw error;
    }
    places.noteMade({ folder, title: practiceTitle, isPractice: true, isMadeByApp: true, endsOn: agreement.endsOn! });
    places.turnTo(folder, seat);
    return { study: study!, ...studies.secretPlace(study!), invited: [] };
  },

  'study.recent': async (_, { places }) => places.list(),

  'study.choose': async ({ study }, { places, seat }) => places.choose(study, seat),

  async 'study.dropFromRecent'({ study }, { places }) {
    places.drop(study);
    return places.list();
  },

  async 'study.here'(_, { host, session, seat, places }) {
    const person = session.seats.get(seat);
    const locked = session.locked.get(seat);
    const chosen = places.findChosen();
    return {
      ...(person === undefined ? {} : { signedIn: signedInOf(person) }),
      ...(locked === undefined ? {} : { locked: lockedOf(locked, session) }),
      ...(chosen === undefined ? {} : { chosen }),
      appVersion: host.appVersion,
      deviceSecretIn: host.deviceSecrets.kindOf(session.study?.id ?? ''),
    };
  },

  async 'study.signIn'({ name, passphrase, chosen }, { session, seat, studies, places, locking }) {
    if (session.locked.has(seat)) refuse('session.locked', {});
    if (session.seats.has(seat)) refuse('session.already-signed-in', {});
    if (chosen !== undefined) refuseUnfitPassphrase(chosen, passphrase);
    const person = await studies.signIn(seat, name, passphrase, chosen);
    const isKnown = practicePeople.some((one) => one.name === name && one.passphrase === passphrase);
    const { study } = session;
    if (study !== undefined) {
      await places.noteOpen(study, person.vault, isKnown);
      await locking.readTimes(study, person.vault);
    }
    return signedInOf(person);
  },

  async 'study.signOut'(_, { session, seat }) {
    session.leave(seat);
    return null;
  },
};

function lockedOf({ id, name, roles }: LockedPerson, { shift }: Session): LockedSeat {
  return { name, roles, hasPin: shift?.pins.has(id) ?? false };
}

function signedInOf({ name, roles, awaited }: SignedInPerson): SignedIn {
  return { name, roles, awaited };
}
