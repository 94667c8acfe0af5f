/** A visit that was made, told afterwards by the code on its card: the same outcomes as at the door of a call. */
import type { Day } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { usableChannels, withUnreachable } from '../../shared/study/contact-data.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { BackRecorded } from '../../shared/views.ts';
import { keysOfCase, openContacts, sealNote } from '../contacts.ts';
import { codeTag, type Desk, newId } from '../desk.ts';
import { handedTo } from '../hand-out.ts';
import { dueOf } from '../next-due.ts';
import type { CaseChange, StoredCase } from '../store/cases.ts';
import { finalCodeOf } from './close-call.ts';

/** Refuses a code that there is not, a case that ended or that a colleague has in hand, a group that is not visited, and a day to come. */
export async function recordVisit(visit: Asked<'contact.recordVisit'>, desk: Desk): Promise<BackRecorded> {
  const { code: typed, outcome, on, note } = visit;
  const { store, settings, study, vault, today, write } = desk;
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  const tag = codeTag(study, findLoginCode(typed) ?? refuse('contact.code-unknown', {}));
  if (store.revokedCodes.find(tag) !== undefined) refuse('contact.code-revoked', {});
  const one = store.cases.findByTag(tag) ?? refuse('contact.code-unknown', {});
  if (one.state.kind === 'restricted') refuse('contact.caller-not-opened', { why: 'restricted' });
  if (one.state.kind === 'final') refuse('contact.case-final', {});
  const { group } = one;
  const protocol =
    (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
  refuseOtherDay(on, protocol.startsOn, today);
  const due = dueOf(protocol, one, store);
  const step = due?.step.channel === 'visit' ? due.step : protocol.steps.find(({ channel }) => channel === 'visit');
  if (step === undefined) return refuse('interview.no-visits', {});
  const handed = await handedTo(desk, one);
  const id = newId() as AttemptId;
  const sealed = note === undefined || note === '' ? undefined : await sealNote(vault, handed, id, { note });
  const moved = outcome === 'moved' ? await withoutAddress(handed, desk) : {};
  const code = await finalCodeOf({ outcome }, one, protocol, desk);
  // A no waits for nobody: whoever has them in hand is told before it rings.
  if (one.heldBy !== undefined && code === undefined) refuse('contact.caller-not-opened', { why: 'in-hand' });
  write('contact.recordVisit', { group, outcome }, () => {
    store.attempts.insert({
      ...{ id, caseId: one.id, step: step.id, channel: 'visit', on, outcome, version: 1 },
      ...(sealed === undefined ? {} : { note: sealed }),
    });
    if (code === undefined) {
      store.cases.change(one, { ...moved, nextDue: dueOf(protocol, { ...one, ...moved }, store)?.on });
      return;
    }
    store.drafts.take(one.id);
    store.cases.change(one, { state: { kind: 'final', code, on: today }, nextDue: undefined });
  });
  const now = store.cases.get(one.id);
  const next = dueOf(protocol, now, store);
  return {
    group,
    ...(next === undefined ? {} : { next: { on: next.on, channel: next.step.channel } }),
    isFinal: code !== undefined,
  };
}

function refuseOtherDay(on: Day, from: Day, today: Day): void {
  if (on < from || on > today)
    refuse('request.input-invalid', { field: 'on', expected: 'a day from the start of the fieldwork until today' });
}

/** They do not live there any more: no letter and no visit goes to that address. */
async function withoutAddress(
  handed: StoredCase,
  { settings, vault }: Desk,
): Promise<Pick<CaseChange, 'contact' | 'channels'>> {
  const [contact] = await openContacts(vault, [handed]);
  const changed = withUnreachable(contact!, ['letter', 'visit']);
  const place = { ...keysOfCase(handed), table: 'cases', row: handed.id, field: 'contact' };
  const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(changed) }]);
  return { contact: sealed!, channels: usableChannels(changed, await settings.get('group', handed.group)) };
}
