/** How letters look, letters again, and a list of them for a print house. */
import type { Input, RequestName } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { defaultLetterLayout } from '../../shared/study/letter-layout.ts';
import type { LoginCode } from '../../shared/study/login-code.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import type { BatchMade } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { caseOfLetter } from '../case-by-code.ts';
import { keysOfCase } from '../contacts.ts';
import { notWaiting, readyGroup } from '../deliveries.ts';
import { type Desk, newId } from '../desk.ts';
import { freeCode, tagsInUse } from '../free-code.ts';
import {
  contactHash,
  handoutAt,
  inPortions,
  listForClient,
  listForPrinter,
  peopleIn,
  printer,
  recipients,
  refuseNoTable,
} from '../letter-batch.ts';
import type { Batch, BatchId } from '../store/batches.ts';
import type { StoredCase } from '../store/cases.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    'contact.savePrintList' | 'contact.reprint' | 'study.letterLayout' | 'study.setLetterLayout'
  >]: Handler<N>;
};

export const contactLettersBackRequests: Own = {
  'contact.savePrintList': (input, desk) => desk.work(() => savePrintList(input, desk)),

  'contact.reprint': (input, desk) => desk.work(() => reprint(input, desk)),

  async 'study.letterLayout'(_, { settings }) {
    return { layout: (await settings.find('letterLayout')) ?? defaultLetterLayout };
  },

  async 'study.setLetterLayout'({ layout }, { settings, write }) {
    const put = await settings.seal('letterLayout', layout);
    write('study.setLetterLayout', {}, put);
    return { layout };
  },
};

async function savePrintList({ batch: id, target }: Input<'contact.savePrintList'>, desk: Desk) {
  const { store, settings, host, files, write } = desk;
  const batch = batchOfLetters(id, desk);
  const { bureau } = await readyGroup(batch.group, 'letter', desk);
  if ((await settings.get('group', batch.group)).postedByClient) refuse('contact.not-a-letter', {});
  const people = await peopleIn(batch, new Set(), desk);
  const open = people.map(({ one }) => one).filter(({ state }) => state.kind === 'open');
  if (open.length === 0) refuse('contact.nothing-due', {});
  const path = host.pathOf(target);
  refuseNoTable(path);
  const make = listForPrinter(await recipients(open, desk), bureau, desk);
  const handout = await handoutAt(path, { id: newId(), kind: 'print-list', pieces: open.length }, desk);
  const detail = { group: batch.group, step: batch.step, letters: open.length };
  write('contact.savePrintList', detail, () => store.handouts.insert(handout));
  try {
    await make(path);
  } catch (error) {
    write('contact.printListNotSaved', detail, () => store.handouts.remove(handout.id));
    throw error;
  }
  const sha256 = await files.fileHash(path);
  write('contact.printListSaved', detail, () => store.handouts.setHash(handout.id, sha256));
  return { rows: open.length, sha256 };
}

function batchOfLetters(id: string, { store }: Desk): Batch {
  const batch = store.batches.find(id) ?? refuse('contact.batch-unknown', {});
  return batch.kind === 'emails' ? refuse('contact.not-a-letter', {}) : batch;
}

interface Again {
  readonly group: GroupCode;
  readonly step: StepId;
  readonly cases: readonly StoredCase[];
}

/** Whose letters are made again: all of a batch that was posted, or the last one that a person got. */
async function lettersAgain({ batch: id, code }: Input<'contact.reprint'>, desk: Desk): Promise<Again> {
  const { store } = desk;
  if ((id === undefined) === (code === undefined))
    refuse('request.input-invalid', { field: 'batch', expected: 'a batch or a code' });
  if (id !== undefined) {
    const batch = batchOfLetters(id, desk);
    // What still lies here is made anew by undoing it; posted twice, it would be two letters.
    if (batch.postedOn === undefined) refuse('contact.never-sent', { channel: 'letter' });
    const people = await peopleIn(batch, new Set(), desk);
    return { group: batch.group, step: batch.step, cases: people.map(({ one }) => one) };
  }
  const one = caseOfLetter(code!, desk);
  const made = store.attempts
    .ofCase(one.id)
    .filter(({ channel, outcome }) => channel === 'letter' && outcome !== 'intended');
  const last =
    made.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? refuse('contact.never-sent', { channel: 'letter' });
  return { group: one.group, step: last.step, cases: [one] };
}

/**
 * A batch of its own, without attempts: nobody was approached once more by the protocol. With new codes the old ones end in the same write
 * in which the new ones begin, once the letters that bear them are whole.
 */
async function reprint(input: Input<'contact.reprint'>, desk: Desk): Promise<BatchMade> {
  const { store, settings, host, files, write, today } = desk;
  const { group, step: stepId, cases } = await lettersAgain(input, desk);
  const { protocol, bureau } = await readyGroup(group, 'letter', desk);
  const step = protocol.steps.find(({ id }) => id === stepId) ?? refuse('schedule.step-unknown', { step: stepId });
  if (today > protocol.closesOn) refuse('contact.nothing-due', {});
  const open = cases.filter(({ state, channels }) => state.kind === 'open' && channels.includes('letter'));
  const { now, waiting } = await notWaiting(group, open, 'letter', desk);
  if (now.length === 0) refuse('contact.nothing-due', {});
  const { postedByClient } = await settings.get('group', group);
  const path = host.pathOf(input.target);
  if (postedByClient) refuseNoTable(path);

  const tags = tagsInUse(desk);
  const fresh = input.newCode ? now.map(() => freeCode(tags, desk)) : undefined;
  const codes = fresh?.map(({ code }) => code);
  const to = await recipients(now, desk, codes);
  const make = postedByClient ? listForClient(to, bureau, desk) : await printer(to, step, group, bureau, desk);
  const sealed = codes === undefined ? [] : await sealCodes(now, codes, desk);

  const batch: Batch = {
    ...{ id: newId() as BatchId, group, step: step.id, madeOn: today, letters: now.length },
    ...{ kind: 'reprint' as const, version: 1 },
  };
  const handout = await handoutAt(path, { id: batch.id, kind: 'reprint', pieces: now.length }, desk);
  const again = now.map((one) => ({ caseId: one.id, contact: contactHash(one) }));
  const remember = await settings.seal('reprinted', {
    ...(await settings.find('reprinted')),
    [batch.id]: again,
  });
  const detail = { group, step: step.id, letters: now.length, newCodes: fresh?.length ?? 0 };
  write('contact.reprint', detail, () => {
    store.batches.insert(batch);
    store.handouts.insert(handout);
    remember();
  });
  try {
    await make(path);
  } catch (error) {
    write('contact.lettersNotMade', detail, () => {
      store.handouts.remove(batch.id);
      store.batches.remove(batch.id);
    });
    throw error;
  }
  const sha256 = await files.fileHash(path);
  if (fresh === undefined) write('contact.lettersMade', detail, () => store.handouts.setHash(batch.id, sha256));
  await inPortions(fresh ?? [], (part, from) => {
    const isLast = from + part.length === fresh!.length;
    const act = isLast ? 'contact.lettersMade' : 'contact.newCodes';
    write(act, { ...detail, newCodes: part.length }, () => {
      recode(part, from);
      if (isLast) store.handouts.setHash(batch.id, sha256);
    });
  });
  return {
    ...{ batch: batch.id, letters: now.length, waiting, sha256 },
    ...(fresh === undefined ? {} : { newCodes: fresh.length }),
  };

  /** Inside a write: the letters bear the new codes, so the case must be as it was when they were made. */
  function recode(part: readonly { readonly tag: string }[], from: number): void {
    for (const [index, { tag }] of part.entries()) {
      const before = now[from + index]!;
      const one = store.cases.get(before.id);
      if (one.codeTag !== before.codeTag) refuse('study.changed-meanwhile', {});
      store.revokedCodes.insert(one.codeTag, one.id, today);
      store.cases.recode(one, { codeTag: tag, loginCode: sealed[from + index]! });
    }
  }
}

async function sealCodes(
  cases: readonly StoredCase[],
  codes: readonly LoginCode[],
  { vault }: Desk,
): Promise<readonly Uint8Array[]> {
  const sealed: Uint8Array[] = [];
  await inPortions(cases, async (part, from) => {
    const items = part.map((one, index) => {
      return { ...keysOfCase(one), table: 'cases', row: one.id, field: 'login-code', text: codes[from + index]! };
    });
    sealed.push(...(await vault.ask('sealCase', items)));
  });
  return sealed;
}
