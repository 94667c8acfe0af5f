/** The questionnaire for the survey platform: what it asks, and nothing of anyone. */
import type { RequestOf } from '../../shared/contract.ts';
import { platformStructure, structureText } from '../../shared/interview/platform-structure.ts';
import { refuse } from '../../shared/problem.ts';
import type { Handler } from '../bridge.ts';
import { questionnaireOf } from '../interview/questionnaire-of.ts';

type Structure = {
  readonly [N in Extract<RequestOf<'study'>, 'study.saveStructure'>]: Handler<N>;
};

export const studyStructureRequests: Structure = {
  async 'study.saveStructure'({ group, target }, desk) {
    const { store, host, files, study, write } = desk;
    if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const made = platformStructure(await questionnaireOf(desk, group));
    if (made.kind === 'impossible') return refuse('study.structure-impossible', { item: made.item, why: made.why });
    const path = host.pathOf(target);
    if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
    try {
      files.writeFileSafely(path, new TextEncoder().encode(structureText(made.rows)));
    } catch {
      return refuse('file.not-written', {});
    }
    write('study.saveStructure', { group, items: made.items }, () => undefined);
    return { items: made.items, adapted: made.adapted };
  },
};
