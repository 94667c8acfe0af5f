/** The study itself: made, signed in to, its agreement, people, groups, questionnaires, clock and journal. */

import type { Input } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { type AgreementDraft, missingProperties } from '../../shared/study/agreement.ts';
import type { PersonId } from '../../shared/study/person.ts';
import { isAsked } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import type { StudyStatus } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import type { Desk } from '../desk.ts';

/** Shortest passphrase that is accepted, in characters. */
const passphraseAtLeast = 12;

export const studyRequests: Handlers<'study'> = {
  async 'study.create'(input, { host, session, studies }) {
    checkPassphrases(input.people);
    const rolesGiven = new Set(input.people.flatMap(({ roles }) => roles));
    const missing = (['manager', 'researcher'] as const).filter((role) => !rolesGiven.has(role));
    // Only together do a manager and a researcher hold every key; one that nobody holds could never be passed on.
    if (missing.length > 0) refuse('study.first-people-incomplete', { missing });
    const made = await studies.create(input.people, { isPractice: input.practice, title: input.title });
    session.folder = made.folder;
    return { study: made.study, deviceSecretIn: host.deviceSecrets.kindOf(made.study) };
  },

  async 'study.signIn'({ name, passphrase }, { session, seat, studies }) {
    if (session.seats.has(seat)) refuse('session.already-signed-in', {});
    const { person, awaited } = await studies.signIn(seat, name, passphrase);
    return { name: person.name, roles: person.roles, awaited };
  },

  async 'study.signOut'(_, { session, seat }) {
    session.leave(seat);
    return null;
  },

  'study.status': async (_, desk) => statusOf(desk),

  async 'study.agreement'(_, { settings }) {
    const agreement = (await settings.find('agreement')) ?? {};
    return { agreement, missing: missingProperties(agreement) };
  },

  async 'study.recordAgreement'(input, { settings, store, write }) {
    if (store.intakes.all().length > 0) refuse('study.agreement-in-force', {});
    const agreement: AgreementDraft = { ...(await settings.find('agreement')), ...input.agreement };
    const { startsOn, endsOn } = agreement;
    if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
      refuse('study.agreement-dates-reversed', {});
    const put = await settings.seal('agreement', agreement);
    const missing = missingProperties(agreement);
    write('study.recordAgreement', { fields: Object.keys(input.agreement).length, missing: missing.length }, put);
    return { agreement, missing };
  },

  async 'study.recordInstruction'({ on, by, text }, { store, vault, write }) {
    const nr = store.instructions.nextNr();
    const place = { table: 'instructions', row: String(nr), field: 'text' };
    const [sealed] = await vault.ask('sealSettings', [{ ...place, text: JSON.stringify({ by, text }) }]);
    write('study.recordInstruction', { nr }, () => store.instructions.insert({ nr, on, text: sealed! }));
    return { nr };
  },

  async 'study.addPerson'(input, desk) {
    checkPassphrases([input]);
    const people = await desk.studies.addPerson(desk, input);
    desk.write('study.addPerson', { roles: input.roles.join(' ') }, () => undefined);
    return { people };
  },

  async 'study.passKeysOn'({ to }, desk) {
    const people = await desk.studies.passKeysOn(desk, to);
    const person = people.find(({ name }) => name === to);
    desk.write('study.passKeysOn', { to: person?.id ?? '' }, () => undefined);
    return null;
  },

  'study.people': async (_, desk) => ({ people: await desk.studies.people(desk) }),

  async 'study.recordBureau'(input, { settings, write }) {
    const put = await settings.seal('bureau', input);
    write('study.recordBureau', {}, put);
    return null;
  },

  async 'study.setMailHost'(input, { settings, write }) {
    const put = await settings.seal('mailHost', input);
    write('study.setMailHost', { secure: input.secure }, put);
    return null;
  },

  async 'study.addGroup'(group, desk) {
    const { store, settings, write } = desk;
    const codes = store.groups.all();
    if (codes.includes(group.code)) refuse('study.group-exists', { group: group.code });
    const put = await settings.seal('group', group, group.code);
    write('study.addGroup', { group: group.code, basis: group.consentBasis }, () => {
      store.groups.insert(group.code, codes.length + 1);
      put();
    });
    return statusOf(desk);
  },

  async 'study.loadQuestionnaire'({ group, file }, { host, store, files, settings, write }) {
    if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const workbook = await files.readWorkbook(await host.readSource(file));
    const read = readXlsform(workbook);
    if (read.kind === 'faulty') return refuse('questionnaire.faulty', { faults: read.faults });
    const { questionnaire } = read;
    const items = questionnaire.items.filter(isAsked).length;
    const put = await settings.seal('questionnaire', questionnaire, group);
    write('study.loadQuestionnaire', { group, items }, put);
    return { title: questionnaire.title, version: questionnaire.version, languages: questionnaire.languages, items };
  },

  async 'study.moveClock'({ today }, { store, write }) {
    const study = store.study.get();
    if (!study.isPractice) refuse('study.clock-is-real', {});
    const stands = study.practiceDay;
    // The first move may go anywhere: until then the clock of this machine was used.
    if (stands !== undefined && today < stands) refuse('study.clock-backwards', { stands });
    if (today === stands) return { today };
    write('study.moveClock', { to: today }, () => store.study.movePracticeDay(study, today));
    return { today };
  },

  async 'study.journal'({ from, entries }, desk) {
    const journal = desk.store.journal.read();
    const names = new Map((await desk.studies.people(desk)).map(({ id, name }): [PersonId, string] => [id, name]));
    return {
      entries: journal.entries.slice(from, from + entries).map(({ seq, on, person, act, detail }) => {
        return { seq, on, by: names.get(person) ?? '?', act, detail };
      }),
      total: journal.entries.length,
      isWhole: journal.isWhole,
    };
  },
};

function checkPassphrases(people: readonly Pick<Input<'study.addPerson'>, 'passphrase'>[]): void {
  const isShort = people.some(({ passphrase }) => [...passphrase].length < passphraseAtLeast);
  if (isShort) refuse('study.passphrase-too-short', { atLeast: passphraseAtLeast });
}

async function statusOf({ store, settings, today }: Desk): Promise<StudyStatus> {
  const agreement = (await settings.find('agreement')) ?? {};
  const groups = await Promise.all(
    store.groups.all().map(async (code) => ({
      group: await settings.get('group', code),
      cases: store.cases.inGroup(code).length,
      hasQuestionnaire: (await settings.find('questionnaire', code)) !== undefined,
      hasProtocol: (await settings.find('protocol', code)) !== undefined,
    })),
  );
  return {
    title: await settings.get('title'),
    isPractice: store.study.get().isPractice,
    today,
    agreementMissing: missingProperties(agreement),
    groups,
  };
}
