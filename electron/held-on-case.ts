/** Everything held on one person as two people together may see it; with the answers themselves only where access is asked. */

import { addDays } from '../shared/calendar.ts';
import type { Answer } from '../shared/study/answer.ts';
import { answerText, askedText, missingWithoutChoice } from '../shared/study/answer-text.ts';
import { settled } from '../shared/study/case.ts';
import { knownAs } from '../shared/study/contact-data.ts';
import { printedCode } from '../shared/study/login-code.ts';
import type { Item, Missing, Questionnaire, Text } from '../shared/study/questionnaire.ts';
import type { Response } from '../shared/study/response.ts';
import { walkRoute } from '../shared/study/route.ts';
import { textFiller } from '../shared/study/shown-text.ts';
import { stratumName } from '../shared/study/stratum.ts';
import type { AnsweredItem, CaseHeld } from '../shared/views.ts';
import type { CaseAtHand } from './case-requests.ts';
import { openCallbacks } from './contacts.ts';
import type { Desk } from './desk.ts';
import { questionnairesGiven } from './interview/questionnaire-of.ts';
import { openCase } from './opened-case.ts';
import type { SignedInPerson } from './session.ts';
import type { StoredCase } from './store/cases.ts';

type Said = Pick<Response, 'answers' | 'notes' | 'version'>;

/** On paper as in a letter: in Dutch where the questionnaire has it. */
const paperLanguage = 'nl';
/** For the person themselves: what the interviewer noted where the questionnaire has no words for it. */
const missingSaid: Readonly<Record<Missing, string>> = {
  'dont-know': 'Weet ik niet',
  refused: 'Wil ik niet zeggen',
  'does-not-apply': 'Niet van toepassing',
};

function saidOnPaper(
  answer: Answer | undefined,
  item: Item | undefined,
  questionnaire: Questionnaire,
  filled?: (text: Text) => string,
): string {
  const missing = missingWithoutChoice(answer);
  if (missing !== undefined) return missingSaid[missing];
  return answer === undefined ? '' : answerText(answer, item, paperLanguage, questionnaire, filled);
}

export async function heldOn({ request, one }: CaseAtHand, researcher: SignedInPerson, desk: Desk): Promise<CaseHeld> {
  const { store, settings, vault } = desk;
  const group = await settings.get('group', one.group);
  const stratum = stratumName((await settings.find('strata')) ?? [], one.stratum);
  const opened = await openCase(one, store, vault, researcher);
  const given = await questionnairesGiven(desk, one.group);
  const itemsOf = ({ answers, notes = [], version }: Said): readonly AnsweredItem[] => {
    const questionnaire = given(version);
    const noted = new Map(notes);
    // What was asked of this person: with their earlier answers in it, as they heard it.
    const filled =
      questionnaire &&
      textFiller({
        ...{ questionnaire, language: paperLanguage },
        values: walkRoute(questionnaire, new Map(answers), desk.today).values,
      });
    const noteOnly = notes.flatMap(([name]) =>
      answers.some(([of]) => of === name) ? [] : [[name, undefined] as const],
    );
    return [...answers, ...noteOnly].map(([name, answer]) => {
      const note = noted.get(name);
      const withNote = note === undefined ? {} : { note };
      if (questionnaire === undefined) return { question: name, answer: '', ...withNote };
      const item = questionnaire.items.find((each) => each.name === name);
      return {
        question: askedText(item, name, paperLanguage, questionnaire, filled),
        answer: saidOnPaper(answer, item, questionnaire, filled),
        ...withNote,
      };
    });
  };
  const isAccess = request.article === '15';
  const answersOf = (said: Said) => ({
    answers: said.answers.length,
    ...(isAccess ? { items: itemsOf(said) } : {}),
  });
  const callbacks = store.callbacks.ofCase(one.id);
  const asked = await openCallbacks(vault, one, callbacks);
  const { draft } = opened;
  const stands = settled(one.state);
  return {
    request: request.nr,
    article: request.article,
    knownAs: knownAs(opened.contact),
    study: await settings.get('title'),
    groupTitle: group.title,
    ...(stratum === undefined ? {} : { stratum }),
    contact: opened.contact,
    loginCode: printedCode(opened.code),
    consentBasis: group.consentBasisByStratum[stratum ?? ''] ?? group.consentBasis,
    takenInOn: [...new Set(store.intakes.all().flatMap((each) => (each.group === one.group ? [each.on] : [])))],
    state: {
      kind: one.state.kind,
      ...(stands.kind === 'final' ? { code: stands.code, on: stands.on } : {}),
    },
    ...(one.nextDue === undefined ? {} : { nextDue: one.nextDue }),
    attempts: opened.attempts,
    letters: lettersOf(one, desk),
    ...(draft === undefined
      ? {}
      : {
          unfinished: {
            begunOn: draft.draft.begunOn,
            mode: draft.draft.mode,
            conduct: draft.conduct,
            ...answersOf(draft),
          },
        }),
    finished: opened.responses.map((response) => {
      const { mode, language, complete, background, conduct, paradata } = response;
      return {
        ...{ mode, language, complete, background },
        ...(conduct === undefined ? {} : { conduct }),
        ...(paradata === undefined ? {} : { paradata }),
        ...answersOf(response),
      };
    }),
    callbacks: callbacks.map(({ askedOn, passedOn }, index) => {
      return { askedOn, ...(passedOn === undefined ? {} : { passedOn }), ...(isAccess ? asked[index] : {}) };
    }),
    acquainted: store.acquaintances.peopleOf(one.id).length,
    isExported: store.settings.has('exported'),
    isUnlinked: store.epochs.isUnlinked(),
    files: store.caseRequests.filesOf(store.caseRequests.ofCase(one.id).map(({ nr }) => nr)).length,
    holder: await holderOf(desk),
  };
}

function lettersOf(one: StoredCase, { store }: Desk): CaseHeld['letters'] {
  const batches = new Set(store.attempts.ofCase(one.id).map(({ batch }) => batch));
  return store.batches
    .all()
    .filter(({ id }) => batches.has(id))
    .map(({ madeOn, postedOn, letters }) => ({ madeOn, letters, ...(postedOn === undefined ? {} : { postedOn }) }));
}

async function holderOf({ settings }: Desk): Promise<CaseHeld['holder']> {
  const agreement = (await settings.find('agreement')) ?? {};
  const bureau = await settings.find('bureau');
  const { endsOn, afterEndDays } = agreement;
  return {
    bureau: bureau?.name ?? '',
    objectTo: bureau?.objectTo ?? '',
    client: agreement.client ?? bureau?.name ?? '',
    purpose: agreement.purpose ?? '',
    legalGround: agreement.legalGround ?? '',
    subProcessors: agreement.subProcessors ?? [],
    ...(endsOn === undefined ? {} : { until: addDays(endsOn, afterEndDays ?? 0) }),
  };
}
