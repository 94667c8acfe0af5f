/** The staff of a study: added, renewed, removed, given keys; and who holds which key. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { PeopleView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { turnEpoch } from '../epoch.ts';
import { addPerson, changePassphrase, holdersView, passKeysOn, peopleOf, renewPerson } from '../staff.ts';

type StudyPeopleRequests = {
  readonly [N in Extract<
    RequestOf<'study'>,
    | 'study.addPerson'
    | 'study.renewPerson'
    | 'study.removePerson'
    | 'study.changePassphrase'
    | 'study.passKeysOn'
    | 'study.people'
    | 'study.holders'
    | 'study.acceptFewHolders'
  >]: Handler<N>;
};

export const studyPeopleRequests: StudyPeopleRequests = {
  async 'study.addPerson'(input, desk) {
    const { isPractice } = desk.store.study.get();
    if (input.passphrase !== undefined && !isPractice) refuse('study.passphrase-for-another', {});
    const invited = await addPerson(desk, input);
    desk.write('study.addPerson', { roles: input.roles.join(' ') }, () => undefined);
    return { ...(await peopleView(desk)), ...(invited === undefined ? {} : { invited }) };
  },

  async 'study.renewPerson'({ name }, desk) {
    const invited = await renewPerson(desk, name);
    desk.write('study.renewPerson', { whom: await idOf(name, desk) }, () => undefined);
    return invited;
  },

  async 'study.removePerson'({ name }, desk) {
    const { person, store } = desk;
    if (name === person.name) refuse('study.not-yourself', {});
    const whom = await idOf(name, desk);
    // A case in their hand would stay there: it is put down as a call that was not made.
    if (store.cases.all().some(({ heldBy }) => heldBy === whom)) refuse('study.case-in-hand', {});
    const turn = { why: 'person-removed', change: { remove: name } } as const;
    await turnEpoch(desk, { ...turn, act: 'study.removePerson', detail: { whom } });
    return peopleView(desk);
  },

  async 'study.changePassphrase'({ passphrase, chosen }, desk) {
    await changePassphrase(desk, passphrase, chosen);
    desk.write('study.changePassphrase', {}, () => undefined);
    return null;
  },

  async 'study.passKeysOn'({ to }, desk) {
    await passKeysOn(desk, to);
    desk.write('study.passKeysOn', { to: await idOf(to, desk) }, () => undefined);
    return null;
  },

  'study.people': async (_, desk) => peopleView(desk),

  'study.holders': async (_, desk) => holdersView(desk),

  async 'study.acceptFewHolders'({ by }, desk) {
    const { few } = await holdersView(desk);
    const put = await desk.settings.seal('fewHolders', { by, on: desk.today });
    desk.write('study.acceptFewHolders', { keys: few.join(' ') }, put);
    return holdersView(desk);
  },
};

const peopleView = async (desk: Desk): Promise<PeopleView> => ({ people: await peopleOf(desk) });

async function idOf(name: string, desk: Desk): Promise<string> {
  const person = (await peopleOf(desk)).find((one) => one.name === name);
  return person?.id ?? refuse('study.person-unknown', {});
}
