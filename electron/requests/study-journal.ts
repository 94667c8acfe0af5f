/** The journal for the data protection officer: seen, checked against the head that is kept outside the study, and saved as a file. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { nobody, type PersonId } from '../../shared/study/person.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { fingerprint, journalFile } from '../journal-file.ts';
import { peopleOf } from '../staff.ts';

export type StudyJournalRequests = {
  readonly [N in Extract<
    RequestOf<'study'>,
    'study.journal' | 'study.checkJournal' | 'study.exportJournal'
  >]: Handler<N>;
};

export const studyJournalRequests: StudyJournalRequests = {
  async 'study.journal'({ from, entries }, desk) {
    const journal = desk.store.journal.read();
    const names = new Map((await peopleOf(desk)).map(({ id, name }): [PersonId, string] => [id, name]));
    return {
      entries: journal.entries.slice(from, from + entries).map(({ seq, on, person, act, detail }) => {
        return { seq, on, by: names.get(person) ?? (person === nobody ? '' : '?'), act, detail };
      }),
      ...foundIn(desk, journal),
    };
  },

  async 'study.checkJournal'(_, desk) {
    const found = foundIn(desk, desk.store.journal.read());
    const { total, isWhole, state } = found;
    desk.write('study.checkJournal', { entries: total, isWhole, state }, () => undefined);
    return { ...found, on: desk.today };
  },

  async 'study.exportJournal'({ target }, desk) {
    const { host, files, study, store, today, write } = desk;
    const path = host.pathOf(target);
    if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
    // Looked at before and after: an entry of one's own must not hide what was found.
    const { head } = study.journalWatch;
    const { state } = foundIn(desk, store.journal.read());
    write('study.exportJournal', { entries: (store.journal.last()?.seq ?? 0) + 1 }, () => undefined);
    const { entries, brokenAt } = store.journal.read();
    const seal = {
      study: study.id,
      on: today,
      appVersion: host.appVersion,
      ...(brokenAt === undefined ? {} : { brokenAt }),
      state,
      ...(head === undefined ? {} : { head }),
    };
    files.writeFileSafely(path, new TextEncoder().encode(journalFile(entries, seal, host.installation)));
    return { entries: entries.length, signedBy: fingerprint(host.installation.publicKey()) };
  },
};

function foundIn({ host, study }: Desk, { entries, brokenAt }: ReturnType<Desk['store']['journal']['read']>) {
  const { state, head } = study.journalWatch;
  return {
    total: entries.length,
    isWhole: brokenAt === undefined,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    state,
    ...(head === undefined ? {} : { head: { seq: head.seq, on: head.on } }),
    signedBy: fingerprint(host.installation.publicKey()),
  };
}
