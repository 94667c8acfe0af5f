/** Requests of people concerned, AVG art. 15 to 18 and 21: the register, looking one person up, and everything that is held on them. */
import { answersTo, leastTyped, mostFound } from '../../shared/contact/look-up.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { masked } from '../../shared/intake/mask.ts';
import { refuse } from '../../shared/problem.ts';
import { answerBy } from '../../shared/study/case-request.ts';
import { type ContactData, knownAs } from '../../shared/study/contact-data.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { LookedUp } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { agreedTo, caseAtHand, openDetails, requestOf, sealDetails, sealResult } from '../case-requests.ts';
import { openContacts } from '../contacts.ts';
import { codeTag, type Desk } from '../desk.ts';
import { heldOn } from '../held-on-case.ts';
import type { StoredCase } from '../store/cases.ts';

type People = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    | 'contact.recordCaseRequest'
    | 'contact.fillInCaseRequest'
    | 'contact.rejectCaseRequest'
    | 'contact.caseRequests'
    | 'contact.lookUp'
    | 'contact.case'
  >]: Handler<N>;
};

/** Contact data opened at once: some milliseconds of the vault's work. */
const openedAtOnce = 500;

export const contactPeopleRequests: People = {
  async 'contact.recordCaseRequest'({ article, receivedOn, channel }, desk) {
    const { store, write } = desk;
    const nr = store.caseRequests.nextNr();
    const details = await sealDetails(nr, { channel }, desk);
    write('contact.recordCaseRequest', { request: nr, article }, () =>
      store.caseRequests.insert({ nr, article, receivedOn, state: 'open', version: 1, details }),
    );
    return { nr };
  },

  async 'contact.fillInCaseRequest'({ nr, caseId, identityCheckedBy, forwardedOn, instruction }, desk) {
    const { store, session, write } = desk;
    const known = {
      ...(identityCheckedBy === undefined ? {} : { identityCheckedBy }),
      ...(forwardedOn === undefined ? {} : { forwardedOn }),
      ...(instruction === undefined ? {} : { instruction }),
    };
    const request = requestOf(nr, desk);
    if (request.state !== 'open') refuse('case.request-closed', { nr });
    if (caseId !== undefined && store.cases.find(caseId) === undefined) refuse('contact.code-unknown', {});
    if (instruction !== undefined && store.instructions.find(instruction) === undefined)
      refuse('export.instruction-unknown', { nr: instruction });
    const [before] = await openDetails([request], desk);
    const details = await sealDetails(nr, { ...before!, ...known }, desk);
    // What a researcher agreed to was the person who was meant then.
    if (caseId !== undefined && caseId !== request.caseId) session.agreedToCases.delete(nr);
    const filled = Object.keys(known).length + (caseId === undefined ? 0 : 1);
    write('contact.fillInCaseRequest', { request: nr, fields: filled }, () =>
      store.caseRequests.change(request, { details, ...(caseId === undefined ? {} : { caseId }) }),
    );
    return null;
  },

  async 'contact.rejectCaseRequest'({ nr, why }, desk) {
    const request = requestOf(nr, desk);
    if (request.state !== 'open') refuse('case.request-closed', { nr });
    const [details] = await openDetails([request], desk);
    const close = await sealResult({ request, details: details! }, why, desk);
    desk.write('contact.rejectCaseRequest', { request: nr, why }, close);
    return null;
  },

  async 'contact.caseRequests'(_, desk) {
    const { store, session, person } = desk;
    const rows = store.caseRequests.all();
    const opened = person.roles.includes('manager') ? await openDetails(rows, desk) : [];
    const requests = rows.map(({ nr, article, receivedOn, state, executedOn, caseId }, index) => {
      const agreedBy = session.agreedToCases.get(nr)?.name;
      const isRestricted = caseId !== undefined && store.cases.find(caseId)?.state.kind === 'restricted';
      const details = opened[index];
      return {
        nr,
        article,
        receivedOn,
        answerBy: answerBy(receivedOn),
        state,
        ...(executedOn === undefined ? {} : { executedOn }),
        ...(agreedBy === undefined ? {} : { agreedBy }),
        ...(details === undefined ? {} : { details: { ...details, hasCase: caseId !== undefined, isRestricted } }),
      };
    });
    return { requests };
  },

  async 'contact.lookUp'({ text }, desk) {
    const view = await lookedUp(text, desk);
    desk.write('contact.lookUp', { found: view.total }, () => undefined);
    return view;
  },

  async 'contact.case'({ request: nr }, desk) {
    const at = await caseAtHand(nr, ['15', '16', '17', '18', '21'], desk);
    const held = await heldOn(at, agreedTo(nr, desk), desk);
    desk.write('contact.case', { request: nr }, () => undefined);
    return held;
  },
};

async function lookedUp(typed: string, { store, study, vault, files }: Desk): Promise<LookedUp> {
  const code = findLoginCode(typed);
  // Whoever asks for their rights may have the code of a letter that was replaced since.
  const revoked = code && store.revokedCodes.find(codeTag(study, code));
  const byCode = (code && store.cases.findByTag(codeTag(study, code))) ?? (revoked && store.cases.find(revoked));
  if (byCode !== undefined) {
    const [contact] = await openContacts(vault, [byCode]);
    return { found: [lineOf(byCode, contact!)], total: 1 };
  }
  if (typed.length < leastTyped) refuse('case.look-up-too-short', { atLeast: leastTyped });
  const phone = files.readPhone(typed);
  const cases = store.cases.all();
  const found: LookedUp['found'][number][] = [];
  let total = 0;
  // Opened, compared and let go of, a part at a time: nothing is kept but the page.
  for (let from = 0; from < cases.length; from += openedAtOnce) {
    const part = cases.slice(from, from + openedAtOnce);
    for (const [index, contact] of (await openContacts(vault, part)).entries()) {
      if (!answersTo(contact, typed, phone)) continue;
      total += 1;
      if (found.length < mostFound) found.push(lineOf(part[index]!, contact));
    }
  }
  return { found, total };
}

function lineOf(one: StoredCase, contact: ContactData): LookedUp['found'][number] {
  const parts = [contact.postcode, contact.email, contact.phones[0]].filter((part) => part !== undefined);
  return { caseId: one.id, group: one.group, name: knownAs(contact), hint: parts.map(masked).join(' · ') };
}
