/** Export: the anonymised dataset of each group with its codebook, once per study: a second one would show who came in between. */
import type { Input } from '../../shared/contract.ts';
import { anonymousRows, fewestPeople } from '../../shared/export/anonymous-rows.ts';
import { codebook, codebookRows } from '../../shared/export/codebook.ts';
import { type CsvCell, csvText } from '../../shared/export/csv.ts';
import { datasetFiles, plannedItems } from '../../shared/export/export-plan.ts';
import { refuse } from '../../shared/problem.ts';
import { mayHaveAnswers } from '../../shared/study/case.ts';
import { withdrawnCode } from '../../shared/study/disposition.ts';
import type { Response } from '../../shared/study/response.ts';
import type { DatasetView, ExportPlan } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import { type Desk, draw } from '../desk.ts';
import { turnEpoch } from '../epoch.ts';
import { findQuestionnaire } from '../interview/questionnaire-of.ts';
import { responsesOf, secondsOf } from '../opened-case.ts';
import { isCounted, refuseWhileAnswersWait, restrictedAnswers } from '../stopping.ts';

export const exportRequests: Handlers<'export'> = {
  async 'export.agreeToCaseRequest'({ nr }, { store, session, person, write }) {
    const request = store.caseRequests.find(nr) ?? refuse('case.request-unknown', { nr });
    if (request.state !== 'open') refuse('case.request-closed', { nr });
    write('export.agreeToCaseRequest', { request: nr }, () => undefined);
    session.agreedToCases.set(nr, person);
    return null;
  },

  async 'export.removals'(_, desk) {
    const colleague = desk.session.findColleague('manager')?.name;
    return {
      waiting: desk.store.removals.all().map(({ askedOn }) => ({ askedOn })),
      restricted: restrictedAnswers(desk),
      isExported: isExported(desk),
      ...(colleague === undefined ? {} : { colleague }),
    };
  },

  async 'export.removeAnswers'(_, desk) {
    const { store, session, vault, today } = desk;
    const manager = session.findColleague('manager') ?? refuse('session.colleague-needed', { role: 'manager' });
    if (store.epochs.isUnlinked()) refuse('study.unlinked', {});
    const waiting = store.removals.all().map(({ caseId }) => caseId);
    const linked = await responsesOf(waiting, store, manager.vault);
    const seconds = await secondsOf(waiting, store, manager.vault);
    // An older copy of the folder must not open them either.
    await turnEpoch(desk, {
      why: 'answers-removed',
      change: { renewLink: true },
      contactBy: manager.vault,
      answersBy: vault,
      act: 'export.removeAnswers',
      detail: { responses: linked.length + seconds.length },
      within() {
        for (const { id, link } of linked) store.responses.remove({ id, link });
        for (const { second } of seconds) store.seconds.remove(second.id);
        for (const caseId of waiting) {
          session.keepEnding(caseId);
          store.removals.remove(caseId);
          const one = store.cases.get(caseId);
          // Counted as a refusal, as every withdrawal is.
          const state = { kind: 'final', code: withdrawnCode, on: today } as const;
          if (mayHaveAnswers(one.state)) store.cases.change(one, { state });
        }
      },
    });
    return { removed: linked.length, isExported: isExported(desk) };
  },

  async 'export.plan'(_, desk) {
    const { store, settings, study, files } = desk;
    const groups: ExportPlan['groups'][number][] = [];
    const planned: string[] = [];
    for (const group of store.groups.all()) {
      const questionnaire = await findQuestionnaire(desk, group);
      if (questionnaire === undefined) continue;
      const { title } = await settings.get('group', group);
      const responses = store.cases.inGroup(group).filter(isCounted).length;
      groups.push({ group, title, responses, items: plannedItems(questionnaire) });
      if (responses >= fewestPeople) planned.push(...Object.values(datasetFiles(group)));
    }
    if (!isExported(desk)) return { isExported: false, files: planned, groups };
    const ours = new Set(groups.flatMap(({ group }) => Object.values(datasetFiles(group))));
    const made = files.results(study).list();
    return { isExported: true, files: made.map(({ name }) => name).filter((name) => ours.has(name)), groups };
  },

  async 'export.dataset'({ instruction, leaveOut }, desk) {
    const { store, settings, session, study, files, vault, write } = desk;
    if (store.instructions.find(instruction) === undefined) refuse('export.instruction-unknown', { nr: instruction });
    if (isExported(desk)) refuse('export.done-before', {});
    await refuseUnknownItems(leaveOut, desk);
    refuseWhileAnswersWait(desk);
    const opened = await vault.ask('openResponses', store.responses.all());
    const all = opened.map((text) => JSON.parse(text) as Response);
    const responses = all.filter(({ complete, isPartial }) => complete || isPartial);
    if (responses.length === 0) refuse('export.nothing-to-export', {});
    const groups: DatasetView['groups'][number][] = [];
    const made: { readonly name: string; readonly rows: readonly (readonly CsvCell[])[] }[] = [];
    for (const group of store.groups.all()) {
      const questionnaire = await findQuestionnaire(desk, group);
      const ofGroup = responses.filter((response) => response.group === group);
      if (questionnaire === undefined) continue;
      const chosen = new Set(leaveOut.filter((one) => one.group === group).map(({ item }) => item));
      const dataset = anonymousRows(ofGroup, questionnaire, { draw, leaveOut: chosen });
      if (dataset.kind === 'group-too-small') {
        groups.push({ group, rows: 0, k: dataset.k, smallestClass: null, suppressed: dataset.people, leftOut: [] });
        continue;
      }
      const { rows, k, smallestClass, suppressed, leftOut, columns } = dataset;
      groups.push({ group, rows: rows.length, k, smallestClass, suppressed: suppressed.keys, leftOut });
      made.push(
        { name: datasetFiles(group).rows, rows: [columns.map(({ name }) => name), ...rows] },
        { name: datasetFiles(group).codebook, rows: codebookRows(codebook(dataset, questionnaire)) },
      );
    }
    // Where no group was large enough nothing has left the study, and there may still be a dataset later.
    if (made.length === 0) return { groups, files: [] };
    const done = await settings.seal('exported', { instruction });
    // Someone may have withdrawn while the rows were made.
    refuseWhileAnswersWait(desk);
    const results = files.results(study);
    // Recorded last: after a crash half-way the files are made again, and replace those that were there.
    for (const { name, rows } of made) results.write(name, new TextEncoder().encode(csvText(rows)));
    write('export.dataset', { instruction, groups: groups.length, files: made.length }, done);
    // What is in the dataset is not taken back any more.
    session.endings.clear();
    session.backs.clear();
    return { groups, files: made.map(({ name }) => name) };
  },
};

/** The journal too: without its setting alone a second export would show who came in between. */
function isExported({ store }: Desk): boolean {
  const isInJournal = store.journal.read().entries.some(({ act }) => act === 'export.dataset');
  return isInJournal || store.settings.find('exported') !== undefined;
}

/** A misspelt item would silently stay in the dataset, with the answers that were to be left out. */
async function refuseUnknownItems(leaveOut: Input<'export.dataset'>['leaveOut'], desk: Desk): Promise<void> {
  for (const [index, { group, item }] of leaveOut.entries()) {
    const questionnaire = await findQuestionnaire(desk, group);
    if (questionnaire?.items.some(({ name }) => name === item)) continue;
    refuse('request.input-invalid', {
      field: `leaveOut.${index}.item`,
      expected: "an item of the group's questionnaire",
    });
  }
}
