/** The scripts of a study, and what it sets itself about interviews. */
import { unknownScriptFields } from '../../shared/contact/spoken-script.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { type InterviewRules, plainInterviewRules } from '../../shared/study/interview-rules.ts';
import type { Text } from '../../shared/study/questionnaire.ts';
import type { Script } from '../../shared/study/script.ts';
import type { ScriptsView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { scriptsOf } from '../interview/scripts-of.ts';

type Scripts = {
  readonly [N in Extract<
    RequestOf<'study'>,
    'study.scripts' | 'study.setScripts' | 'study.interviewRules' | 'study.setInterviewRules'
  >]: Handler<N>;
};

export const studyScriptRequests: Scripts = {
  'study.scripts': (_, desk) => viewOf(desk),

  async 'study.setScripts'({ scripts }, desk) {
    const { settings, write } = desk;
    const given = scripts.map(
      ({ kind, title, text }): Script => ({ kind, title: filledIn(title), text: filledIn(text) }),
    );
    for (const [index, { kind, title, text }] of given.entries()) {
      const [field] = unknownScriptFields({ text });
      if (field !== undefined) refuse('study.script-field-unknown', { field });
      const isTwice = kind !== 'own' && given.findIndex((other) => other.kind === kind) !== index;
      if (isTwice) refuse('request.input-invalid', { field: `scripts.${index}.kind`, expected: 'each kind once' });
      for (const [part, written] of Object.entries({ title, text }))
        if (Object.keys(written).length === 0)
          refuse('request.input-invalid', { field: `scripts.${index}.${part}`, expected: 'a text in a language' });
    }
    const put = await settings.seal('scripts', given);
    write('study.setScripts', { scripts: given.length }, put);
    return viewOf(desk);
  },

  async 'study.interviewRules'(_, { settings }) {
    return { rules: (await settings.find('interviewRules')) ?? plainInterviewRules };
  },

  async 'study.setInterviewRules'({ rules }, { settings, write }) {
    const { partialFromPercent, doubleEntry, returnsWithinDays } = rules;
    const set: InterviewRules = {
      ...(partialFromPercent === undefined ? {} : { partialFromPercent }),
      doubleEntry,
      ...(returnsWithinDays === undefined ? {} : { returnsWithinDays }),
    };
    const put = await settings.seal('interviewRules', set);
    const detail = {
      ...(partialFromPercent === undefined ? {} : { partialFrom: partialFromPercent }),
      double: doubleEntry,
      ...(returnsWithinDays === undefined ? {} : { returnsWithin: returnsWithinDays }),
    };
    write('study.setInterviewRules', detail, put);
    return { rules: set };
  },
};

/** Without the languages in which nothing is written. */
function filledIn(text: Text): Text {
  return Object.fromEntries(Object.entries(text).filter(([, written]) => written !== ''));
}

async function viewOf(desk: Desk): Promise<ScriptsView> {
  const { store, settings } = desk;
  const languages = new Set<string>();
  for (const group of store.groups.all())
    for (const language of (await settings.find('questionnaire', group))?.languages ?? []) languages.add(language);
  return { scripts: await scriptsOf(desk), languages: [...languages], isOwn: store.settings.has('scripts') };
}
