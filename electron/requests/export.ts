/** Export: the anonymised dataset of each group with its codebook, once per study: a second one would show who came in between. */
import type { Input } from '../../shared/contract.ts';
import { anonymousRows } from '../../shared/export/anonymous-rows.ts';
import { codebook, codebookRows } from '../../shared/export/codebook.ts';
import { type CsvCell, csvText } from '../../shared/export/csv.ts';
import { refuse } from '../../shared/problem.ts';
import type { Response } from '../../shared/study/response.ts';
import type { DatasetView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import { type Desk, draw } from '../desk.ts';

export const exportRequests: Handlers<'export'> = {
  async 'export.dataset'({ instruction, leaveOut }, desk) {
    const { store, settings, study, files, vault, write } = desk;
    if (store.instructions.find(instruction) === undefined) refuse('export.instruction-unknown', { nr: instruction });
    // The journal too: without its setting alone a second export would show who came in between.
    const isDone = store.journal.read().entries.some(({ act }) => act === 'export.dataset');
    if (isDone || store.settings.find('exported') !== undefined) refuse('export.done-before', {});
    await refuseUnknownItems(leaveOut, desk);
    const opened = await vault.ask('openResponses', store.responses.all());
    const responses = opened.map((text) => JSON.parse(text) as Response).filter(({ complete }) => complete);
    if (responses.length === 0) refuse('export.nothing-to-export', {});
    const groups: DatasetView['groups'][number][] = [];
    const made: { readonly name: string; readonly rows: readonly (readonly CsvCell[])[] }[] = [];
    for (const group of store.groups.all()) {
      const questionnaire = await settings.find('questionnaire', group);
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
        { name: `dataset-${group}.csv`, rows: [columns.map(({ name }) => name), ...rows] },
        { name: `codebook-${group}.csv`, rows: codebookRows(codebook(dataset, questionnaire)) },
      );
    }
    // Where no group was large enough nothing has left the study, and there may still be a dataset later.
    if (made.length === 0) return { groups, files: [] };
    const done = await settings.seal('exported', { instruction });
    const results = files.results(study);
    // Recorded last: after a crash half-way the files are made again, and replace those that were there.
    for (const { name, rows } of made) results.write(name, new TextEncoder().encode(csvText(rows)));
    write('export.dataset', { instruction, groups: groups.length, files: made.length }, done);
    return { groups, files: made.map(({ name }) => name) };
  },
};

/** A misspelt item would silently stay in the dataset, with the answers that were to be left out. */
async function refuseUnknownItems(leaveOut: Input<'export.dataset'>['leaveOut'], { settings }: Desk): Promise<void> {
  for (const [index, { group, item }] of leaveOut.entries()) {
    const questionnaire = await settings.find('questionnaire', group);
    if (questionnaire?.items.some(({ name }) => name === item)) continue;
    refuse('request.input-invalid', {
      field: `leaveOut.${index}.item`,
      expected: "an item of the group's questionnaire",
    });
  }
}
