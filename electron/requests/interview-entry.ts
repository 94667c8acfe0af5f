/** Entry of what came on paper or by e-mail, once or twice. */
import type { RequestOf } from '../../shared/contract.ts';
import { questionNumbers, textWithoutAnswers } from '../../shared/interview/condition-words.ts';
import type { Sitting } from '../../shared/interview/draft-log.ts';
import { type Problems, refuse } from '../../shared/problem.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import { answerText, askedText, missingWithoutChoice } from '../../shared/study/answer-text.ts';
import { mayHaveAnswers } from '../../shared/study/case.ts';
import { plainInterviewRules } from '../../shared/study/interview-rules.ts';
import { findLoginCode, printedCode } from '../../shared/study/login-code.ts';
import type { Text } from '../../shared/study/questionnaire.ts';
import type { EntryDifferences } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { caseByCode } from '../case-by-code.ts';
import { keysOfCase, keysOfDraft } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { handedTo } from '../hand-out.ts';
import { mergedEntries, putEntryAside } from '../interview/entering.ts';
import { append, entryGoingOn, type Going, goingOn, stateOf, viewOf } from '../interview/going.ts';
import { questionnaireOf } from '../interview/questionnaire-of.ts';
import { dueOf } from '../next-due.ts';
import type { StoredCase } from '../store/cases.ts';

type Entry = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    'interview.beginEntry' | 'interview.leaveEntry' | 'interview.differences' | 'interview.settleDifference'
  >]: Handler<N>;
};

export const interviewEntryRequests: Entry = {
  async 'interview.beginEntry'({ code: typed, mode, language }, desk) {
    const { store, settings, session, vault, person, today, write } = desk;
    refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
    const one = caseByCode(typed, desk);
    const why = whyNot(one, desk);
    if (why !== undefined) refuse('interview.entry-impossible', { why });
    const before = store.cases.findHeldBy(person.id);
    if (before !== undefined && before.id !== one.id) await putEntryAside(before, desk);
    const questionnaire = await questionnaireOf(desk, one.group);
    const { title } = await settings.get('group', one.group);
    const { doubleEntry } = (await settings.find('interviewRules')) ?? plainInterviewRules;
    const handed = await handedTo(desk, one);
    const begun = store.drafts.findOfCase(one.id);
    const state = begun && (await stateOf(begun, handed, desk));
    const pass = doubleEntry && (state?.entered ?? 0) > 0 ? 2 : 1;
    const isKnown = (known: string | undefined) => known !== undefined && questionnaire.languages.includes(known);
    const draft = begun ?? {
      ...{ id: newId(), caseId: one.id, begunOn: today, mode, version: 1 },
      language: isKnown(language) ? language! : questionnaire.defaultLanguage,
      draftKey: new Uint8Array(0),
    };
    const draftKey = begun?.draftKey ?? (await vault.ask('newDraftKey', draft.id, keysOfCase(handed)));
    const seq = (state?.rows ?? 0) + 1;
    const sitting: Sitting = { mode, pass, consent: 'sent-in' };
    const keys = keysOfDraft({ ...draft, draftKey }, handed);
    const sealed = await vault.ask('sealDraft', keys, `${draft.id} ${seq}`, JSON.stringify({ sitting }));
    const protocol = await settings.find('protocol', one.group);
    write('interview.beginEntry', { group: one.group, mode, pass }, () => {
      if (begun === undefined) store.drafts.insert({ ...draft, draftKey });
      else store.drafts.change(begun, { mode, ...(isKnown(language) ? { language: language! } : {}) });
      store.drafts.append(draft.id, { seq, answer: sealed });
      // Whoever began the interview is meant by other steps.
      const nextDue = protocol && dueOf(protocol, one, store)?.on;
      store.cases.change(one, { heldBy: person.id, handedKey: handed.handedKey, nextDue });
    });
    session.forget(person.id);
    const interview = viewOf(await goingOn(desk));
    return { caseId: one.id, groupTitle: title, code: printedCode(findLoginCode(typed)!), interview };
  },

  async 'interview.leaveEntry'(_, desk) {
    const { store, person } = desk;
    const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
    // Stopped meanwhile by someone else: there is nothing to put aside, and the case leaves this hand.
    const isEntering = store.drafts.isEntered(one.id) || one.state.kind !== 'open';
    if (!isEntering || store.attempts.findCallInHand(one.id) !== undefined) refuse('interview.not-an-entry', {});
    await putEntryAside(one, desk);
    return null;
  },

  'interview.differences': async (_, desk) => differencesView(await entryGoingOn(desk)),

  async 'interview.settleDifference'({ item, take }, desk) {
    const going = await entryGoingOn(desk);
    if (!mergedEntries(going).differences.some((one) => one.item === item)) refuse('interview.not-this-item', { item });
    const act = { act: 'interview.settleDifference', detail: { entry: going.state.rows + 1 } };
    return differencesView(await append(going, { settled: [item, take] }, act, desk));
  },
};

/** Why nothing can be entered of this case. */
function whyNot(one: StoredCase, { store, person }: Desk): Problems['interview.entry-impossible']['why'] | undefined {
  const held = store.cases.findHeldBy(person.id);
  // Whoever is speaking to someone enters nothing meanwhile.
  if (held !== undefined && store.attempts.findCallInHand(held.id) !== undefined) return 'in-call';
  if (store.acquaintances.peopleOf(one.id).includes(person.id)) return 'acquainted';
  if (one.state.kind === 'restricted') return 'restricted';
  if (one.state.kind === 'final') return mayHaveAnswers(one.state) ? 'answered' : 'ended';
  return one.heldBy === undefined || one.heldBy === person.id ? undefined : 'in-hand';
}

function differencesView(going: Going): EntryDifferences {
  const { questionnaire, draft } = going;
  const { language } = draft;
  const numbers = questionNumbers(questionnaire);
  // As it stands on the paper, to find it there.
  const printed = (text: Text) =>
    textWithoutAnswers(text[language] ?? text[questionnaire.defaultLanguage] ?? '', questionnaire, language);
  return {
    items: mergedEntries(going).differences.map(({ item: name, first, second, taken }) => {
      const item = questionnaire.items.find((each) => each.name === name);
      const said = (answer: typeof first) =>
        answer === undefined ? '' : answerText(answer, item, language, questionnaire, printed);
      const firstMissing = missingWithoutChoice(first);
      const secondMissing = missingWithoutChoice(second);
      return {
        item: name,
        text: `${numbers.get(name)}. ${askedText(item, name, language, questionnaire, printed)}`,
        first: said(first),
        second: said(second),
        ...(firstMissing === undefined ? {} : { firstMissing }),
        ...(secondMissing === undefined ? {} : { secondMissing }),
        ...(taken === undefined ? {} : { taken }),
      };
    }),
  };
}
