/**
 * A no is a no in every channel (complaints 1 and 26 of docs/complaints.md): whoever withdraws, refuses or objects, by whatever way it comes in, is contacted
 * no more in any channel from that moment on. The same person without a no is the proof that each channel would have reached them.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { csvText } from '../../shared/export/csv.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Channel } from '../../shared/study/contact-data.ts';
import {
  deliveryOf,
  firstDay,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
} from './prepared.ts';
import { cameBack, readIn } from './replies.ts';

/** Reached by everything. */
const who = { surname: 'Zonnemaar', by: ['email', 'letter', 'phone'] } as const;
const clientNumber = 'C-1026';
let prepared: PreparedStudy;
let study: StudyInUse;
let victim: CaseId;
let code: string;
beforeAll(async () => {
  prepared = await prepareStudy(async (made) => {
    const file = made.offer('more.csv', deliveryOf([who]));
    await made.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  const found = (await study.cases()).get(who.surname)!;
  victim = found.id;
  code = found.code;
});

const only = (channel: Channel) =>
  study.ask('manager', 'schedule.setProtocol', {
    group: residents,
    protocol: {
      ...phoneFirst,
      steps: [step(`only-${channel}`, channel, 0), step('later', 'visit', 30)],
      callsMaximum: 5,
    },
  });
const next = (seat = 'interviewer') => study.ask(seat, 'contact.nextCase', {});
const close = (outcome: 'no-answer' | 'withdrew', seat = 'interviewer') =>
  study.ask(seat, 'contact.closeCall', { outcome });
/** Rings until the person is in hand; false when nobody is left who may be rung. */
async function takeVictim(seat = 'interviewer'): Promise<boolean> {
  for (;;) {
    const found = await next(seat);
    if (found.kind === 'none') return false;
    if (found.case.caseId === victim) return true;
    await close('no-answer', seat);
  }
}
const list = (kind: 'updates' | 'stops', rows: readonly (readonly string[])[]) => {
  const at = rows[0]!.indexOf('Mutatie');
  const columns = at < 0 ? {} : { C: 'news' as const };
  const file = study.offer(`${kind}.csv`, csvText(rows));
  return study.ask('manager', 'intake.accept', { group: residents, kind, files: [{ file, columns }] });
};

interface WayIn {
  readonly by: string;
  readonly comesIn: () => Promise<unknown>;
  /** It is the interviewer who has the person in hand that hears it. */
  readonly inHand?: true;
  /** Whoever has them in hand is the one to hear it: a colleague connects them. */
  readonly notWhileInHand?: true;
}
const waysIn: readonly WayIn[] = [
  {
    by: 'to the interviewer in the call',
    inHand: true,
    comesIn: () => close('withdrew'),
  },
  {
    by: 'by telephone to the bureau: refuses',
    comesIn: () => study.ask('manager', 'contact.stopCase', { caseId: victim, why: 'refused' }),
  },
  {
    by: 'by telephone to the bureau: withdraws',
    comesIn: () => study.ask('manager', 'contact.stopCase', { caseId: victim, why: 'withdrew' }),
  },
  {
    by: 'by telephone to another interviewer',
    comesIn: async () => {
      const { caseId } = await study.ask('second', 'contact.findCase', { code });
      await study.ask('second', 'contact.stopCase', { caseId, why: 'withdrew' });
    },
  },
  {
    by: 'as an objection under art. 21, by e-mail',
    comesIn: async () => {
      const asked = { article: '21' as const, receivedOn: firstDay, channel: 'email' as const };
      const { nr } = await study.ask('manager', 'contact.recordCaseRequest', asked);
      await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId: victim });
      await study.ask('manager', 'contact.stopCase', { why: 'objected', request: nr });
    },
  },
  {
    by: 'from the municipality, on an update list',
    comesIn: () =>
      list('updates', [
        ['Clientnummer', 'Achternaam', 'Mutatie'],
        [clientNumber, who.surname, 'maakt alsnog bezwaar'],
      ]),
  },
  {
    by: 'from the municipality, on a stop list',
    comesIn: () => list('stops', [['Clientnummer'], [clientNumber]]),
  },
  {
    by: 'on the answer slip of a letter',
    comesIn: () => study.ask('manager', 'contact.recordSlip', { code, declines: true }),
  },
  {
    by: 'at the door, told after the visit',
    comesIn: () => study.ask('manager', 'contact.recordVisit', { code, outcome: 'withdrew', on: firstDay }),
  },
  {
    by: 'from themselves, ringing an interviewer back',
    notWhileInHand: true,
    comesIn: async () => {
      await study.ask('second', 'contact.takeCaller', { caseId: victim });
      await close('withdrew', 'second');
    },
  },
];

const made = () =>
  study.rows<{ channel: string; outcome: string }>(
    `SELECT channel, outcome FROM attempts WHERE case_id = '${victim}' AND outcome <> 'withdrew'`,
  );
const row = () =>
  study.rows<{ state: string; final_code: string; next_due: string | null }>(
    `SELECT state, final_code, next_due FROM cases WHERE id = '${victim}'`,
  )[0]!;

/** Whether this channel reaches the person now, by doing what is done there. */
const reaches: Readonly<Record<Exclude<Channel, 'visit'>, () => Promise<boolean>>> = {
  email: async () => {
    await only('email');
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    return study.mailbox.messages.some(({ to }) => to.join().startsWith('zonnemaar'));
  },
  letter: async () => {
    await only('letter');
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    return made().some(({ channel }) => channel === 'letter');
  },
  phone: async () => {
    await only('phone');
    return takeVictim('third');
  },
};
const channels = Object.keys(reaches) as (keyof typeof reaches)[];

test.each(channels)('without a no, %s reaches them', async (channel) => {
  expect(await reaches[channel]()).toBe(true);
});

describe.each(waysIn)('a no that comes in $by', ({ comesIn, inHand, notWhileInHand }) => {
  // What is heard in a call is heard in a study that rings; the steps that are in use stay.
  test.each(inHand ? (['phone'] as const) : channels)(
    'ends it the same day: nothing is due, and no %s reaches them',
    async (channel) => {
      await only(channel);
      if (inHand) expect(await takeVictim()).toBe(true);
      await comesIn();
      expect(row()).toEqual({ state: 'final', final_code: '2.11', next_due: null });
      expect(await reaches[channel]()).toBe(false);
      expect(made()).toEqual([]);
      expect(row().next_due).toBeNull();
    },
  );

  test.skipIf(inHand || notWhileInHand)(
    'is told to who has them in hand: no interview begins, and closing the call brings nothing back',
    async () => {
      await only('phone');
      expect(await takeVictim()).toBe(true);
      await comesIn();
      expect(await study.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'stop', why: 'stopped' });
      expect((await refusalOf(study.ask('interviewer', 'interview.begin', { consent: 'spoken' }))).problem).toBe(
        'contact.ended-meanwhile',
      );
      const stands = row();
      // An ending of its own, which would be written over what they said.
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'unable' });
      expect(row()).toEqual(stands);
      expect(await takeVictim()).toBe(false);
    },
  );

  test.skipIf(inHand)('names the letter that lies ready: without it taken out nothing counts as posted', async () => {
    await only('letter');
    const target = study.host.offerTarget(join(study.folder, 'ready.pdf'));
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await comesIn();
    const { batches } = await study.ask('manager', 'contact.batches', {});
    expect(batches[0]!.takeOut).toHaveLength(1);
    expect(batches[0]!.takeOut[0]!.replaceAll(/[^0-9A-Z]/g, '')).toBe(code);
    expect((await refusalOf(study.ask('manager', 'contact.markPosted', { batch }))).problem).toBe(
      'contact.letters-to-take-out',
    );
    await study.ask('manager', 'contact.markPosted', { batch, takenOut: [...batches[0]!.takeOut] });
    expect(made()).toEqual([]);
  });
});

test('a no that comes in by e-mail, as an answer to a message, ends it the same day: who has them in hand is told, and no channel follows', async () => {
  const steps = [step('email', 'email', 0), step('phone', 'phone', 1), step('letter', 'letter', 2)];
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: { ...phoneFirst, steps } });
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  await study.moveTo(addDays(firstDay, 1));
  expect(await takeVictim()).toBe(true);
  expect(await readIn(study, cameBack(study, who.surname, 'opted-out/subject-only'))).toMatchObject({ optedOut: 1 });
  expect(row()).toEqual({ state: 'final', final_code: '2.11', next_due: null });
  expect(await study.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'stop', why: 'stopped' });
  expect(await takeVictim()).toBe(false);
  await study.moveTo(addDays(firstDay, 2));
  const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
  await study.ask('manager', 'contact.makeLetters', { group: residents, target });
  expect(made()).toEqual([{ channel: 'email', outcome: 'sent' }]);
});

describe('what counts when a second ending comes in', () => {
  test('whoever was written off and then objects did object', async () => {
    await only('phone');
    await takeVictim();
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'language' });
    expect(row().final_code).toBe('2.33');
    await study.ask('manager', 'contact.stopCase', { caseId: victim, why: 'objected' });
    expect(row().final_code).toBe('2.11');
  });

  test('a death that is told later does not undo a refusal', async () => {
    await study.ask('manager', 'contact.stopCase', { caseId: victim, why: 'refused' });
    await list('updates', [
      ['Clientnummer', 'Achternaam', 'Mutatie'],
      [clientNumber, who.surname, 'overleden'],
    ]);
    expect(row().final_code).toBe('2.11');
  });

  test('an interview stays one when its person objects; when they withdraw it goes, and they count as a refusal', async () => {
    await only('phone');
    await takeVictim();
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    for (const [item, answer] of [
      ['hulp', 'nee'],
      ['terug', 'ja'],
    ])
      await study.ask('interviewer', 'interview.answer', { item: item as never, answer: answer! });
    await study.ask('interviewer', 'interview.finish', {});
    await study.ask('manager', 'contact.stopCase', { caseId: victim, why: 'objected' });
    expect(row().final_code).toBe('1.1');
    await study.ask('manager', 'contact.stopCase', { caseId: victim, why: 'withdrew' });
    await study.ask('researcher', 'export.removeAnswers', {});
    expect(row().final_code).toBe('2.11');
    expect(await study.responses()).toEqual([]);
  });
});
