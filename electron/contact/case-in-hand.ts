/** The one case that an interviewer has in hand, as they see it. */
import { fieldsFor, messageOf } from '../../shared/contact/message.ts';
import { refuse } from '../../shared/problem.ts';
import { callDayFrom, callingOf } from '../../shared/schedule/call-days.ts';
import { inboundStep } from '../../shared/study/attempt.ts';
import type { Bureau } from '../../shared/study/bureau.ts';
import type { CallAgainOutcome } from '../../shared/study/calling.ts';
import { type ContactData, fullName } from '../../shared/study/contact-data.ts';
import type { StepText } from '../../shared/study/protocol.ts';
import type { CaseInHand, NextContact } from '../../shared/views.ts';
import { openContacts, openHistory, openLoginCodes, openNotes } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';

/** Endings that a protocol may wait for longer or shorter than for nobody at home. */
const endedOtherwise = ['voicemail', 'busy', 'says-answered', 'refused-soft'] as const satisfies CallAgainOutcome[];

/** Whoever is rung may ask who rings. Refuses `contact.texts-incomplete`. */
export async function bureauOf({ settings }: Pick<Desk, 'settings'>): Promise<Bureau> {
  return (await settings.find('bureau')) ?? refuse('contact.texts-incomplete', { missing: ['bureau'] });
}

/** `opened`: the contact data, when they were opened already to give the case out. */
export async function inHand(one: StoredCase, desk: Desk, opened?: ContactData): Promise<CaseInHand> {
  const { store, settings, vault, today } = desk;
  const contact = opened ?? (await openContacts(vault, [one]))[0]!;
  const { languages } = await settings.get('questionnaire', one.group);
  const { title } = await settings.get('group', one.group);
  const protocol = await settings.get('protocol', one.group);
  const bureau = await bureauOf(desk);
  const call = store.attempts.findCallInHand(one.id);
  const text = protocol.steps.find(({ id }) => id === call?.step)?.text;
  const made = store.attempts.ofCase(one.id);
  const attempts = made.filter(({ outcome }) => outcome !== 'intended');
  const calling = callingOf(protocol);
  const nextAfter = (outcome: CallAgainOutcome): NextContact | undefined => {
    const ended = made.map((each) => (each.id === call?.id ? { ...each, on: today, outcome } : each));
    const next = dueOf(protocol, one, store, ended);
    if (next === undefined) return undefined;
    const { channel } = next.step;
    return { on: (channel === 'phone' ? callDayFrom(calling, next.on) : undefined) ?? next.on, channel };
  };
  const next = nextAfter('no-answer');
  const draft = store.drafts.findOfCase(one.id);
  const [kept] = call === undefined ? [] : await openNotes(vault, one, [call]);
  const how = howOf(call);
  return {
    caseId: one.id,
    group: one.group,
    name: fullName(contact),
    ...(contact.organisation === undefined ? {} : { organisation: contact.organisation }),
    ...representativeOf(contact),
    ...(contact.note === undefined ? {} : { clientNote: contact.note }),
    groupTitle: title,
    bureau: bureau.name,
    // Without a client the bureau studies on its own initiative.
    client: (await settings.find('agreement'))?.client ?? bureau.name,
    ...(text === undefined ? {} : { introduction: await introduction(text, one, contact, bureau, desk) }),
    phones: contact.phones,
    closesOn: protocol.closesOn,
    ...(next === undefined ? {} : { ifMissed: next }),
    ifEnded: Object.fromEntries(
      endedOtherwise.map((outcome) => {
        const after = nextAfter(outcome);
        return [outcome, after === undefined ? {} : { next: after }];
      }),
    ),
    languages,
    ...(kept?.typed === undefined ? {} : { typed: kept.typed }),
    history: await openHistory(vault, one, attempts),
    hasDraft: draft !== undefined,
    isBegunOnWeb: draft?.mode === 'web',
    contact: how,
    ...(how === 'visit' ? { address: addressOf(contact) } : {}),
    isLastTry: attempts.some(({ outcome }) => outcome === 'refused-soft'),
    softRefusal: calling.softRefusal,
    mayBeVisited: protocol.steps.some(({ channel }) => channel === 'visit'),
  };
}

function howOf(call: StoredAttempt | undefined): CaseInHand['contact'] {
  if (call?.step === inboundStep) return 'inbound';
  return call?.channel === 'visit' ? 'visit' : 'phone';
}

function representativeOf({ representative }: ContactData): Pick<CaseInHand, 'representative'> {
  if (representative === undefined) return {};
  const { kind, name } = representative;
  return { representative: { kind, ...(name === undefined ? {} : { name }) } };
}

/** As on an envelope, without the name. */
function addressOf({ street, houseNumber, postcode, town, country }: ContactData): readonly string[] {
  const lines = [[street, houseNumber], [postcode, town], [country]];
  return lines.map((line) => line.filter(Boolean).join(' ')).filter(Boolean);
}

async function introduction(
  text: StepText,
  one: StoredCase,
  contact: ContactData,
  bureau: Bureau,
  { vault }: Desk,
): Promise<readonly string[]> {
  const [code] = await openLoginCodes(vault, [one]);
  return messageOf(text, fieldsFor(contact, code!, bureau)).paragraphs;
}
