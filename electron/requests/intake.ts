/** Intake: the rows of an extract become cases, or are refused with a reason. Nothing of a refused row is kept but its number. */
import { refuse } from '../../shared/problem.ts';
import { dueContact } from '../../shared/schedule/due-contact.ts';
import { withStrata } from '../../shared/study/stratum.ts';
import type { Handlers } from '../bridge.ts';
import { newId } from '../desk.ts';
import { viewOf } from '../intake-view.ts';
import { readAndJudge } from '../judged-delivery.ts';
import { sealedCases } from '../sealed-cases.ts';
import { refuseTooFewHolders } from '../staff.ts';
import type { StoredCase } from '../store/cases.ts';

export const intakeRequests: Handlers<'intake'> = {
  'intake.preview': async (input, desk) => viewOf(await readAndJudge(input, desk)),

  async 'intake.accept'(input, desk) {
    await refuseTooFewHolders(desk);
    const { store, settings, session, vault, write, today } = desk;
    const intakesBefore = store.intakes.all().length;
    const judged = await readAndJudge(input, desk);
    const taken = new Set(store.intakes.all().map(({ sha256 }) => sha256));
    const again = judged.files.findIndex(({ sha256 }) => taken.size === taken.add(sha256).size);
    if (again >= 0) refuse('intake.file-taken-before', { file: again + 1 });
    const protocol = await settings.find('protocol', input.group);
    const { accepted } = judged.result;
    const strata = withStrata(
      judged.strata,
      accepted.map(({ stratum }) => stratum),
    );
    const putStrata = await settings.seal('strata', strata);
    const cases = await sealedCases(accepted, input.group, strata, desk);
    const due = (one: StoredCase): StoredCase => {
      const next = protocol && dueContact(protocol, one, []);
      return next === undefined ? one : { ...one, nextDue: next.on };
    };
    const intakes = judged.files.map(({ sha256 }, index) => {
      const report = judged.result.reports[index]!;
      return { id: newId(), group: input.group, on: today, sha256, rows: report.read, report };
    });
    const reports = await vault.ask(
      'sealSettings',
      intakes.map(({ id, report }) => ({ table: 'intakes', row: id, field: 'report', text: JSON.stringify(report) })),
    );
    const read = intakes.reduce((sum, { rows }) => sum + rows, 0);
    write(
      'intake.accept',
      { group: input.group, files: intakes.length, read, accepted: cases.length, ended: judged.ended.size },
      () => {
        // Another delivery taken in since: who is known already was judged without it.
        if (store.intakes.all().length !== intakesBefore) refuse('study.changed-meanwhile', {});
        for (const [index, { report: _, ...intake }] of intakes.entries())
          store.intakes.insert({ ...intake, report: reports[index]! });
        putStrata();
        for (const one of cases) store.cases.insert(due(one));
        for (const [one, reason] of judged.ended) {
          // 2.31 and 2.11: they were in the sample when they died or objected.
          const state = { kind: 'final', code: reason === 'deceased' ? '2.31' : '2.11', on: today } as const;
          const draft = store.drafts.findOfCase(one.id);
          if (draft !== undefined) store.drafts.remove(draft.id);
          store.cases.change(one, { state, nextDue: undefined });
        }
      },
    );
    // Someone whose case was just closed may be among those who object: what stands now is not taken back.
    session.endings.clear();
    return viewOf(judged);
  },

  'intake.cancel': async () => refuse('intake.cancelled', {}),
  'intake.deliveries': async () => ({ deliveries: [] }),
  'intake.undo': async () => refuse('intake.delivery-unknown', {}),
  'intake.saveRefused': async () => refuse('intake.delivery-unknown', {}),
  'intake.saveRefusedOf': async () => refuse('intake.delivery-unknown', {}),
};
