/** A test interview in the window: answered as the office answers a real one, and nothing asked of the office. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { afterEach, expect, it, vi } from 'vitest';
import { testTalk } from '../../renderer/screens/questionnaire/test-talk.ts';
import { day } from '../../shared/calendar.ts';
import type { Outcome } from '../../shared/contract.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { questionnaireOf } from '../shared/study/small-questionnaires.ts';

const questionnaire = questionnaireOf(
  [
    ['integer', 'children', 'Hoeveel kinderen hebt u?', '', 'yes', '', '. >= 0'],
    ['text', 'names', 'Hoe heten ze?', '${children} > 0', '', '', ''],
    ['text', 'end', 'Wat wilt u nog kwijt?', '', '', '', ''],
  ],
  ['relevant', 'required', 'calculation', 'constraint'],
);
const [children, names, end] = ['children', 'names', 'end'] as ItemName[] as [ItemName, ItemName, ItemName];
const begin = () => testTalk(questionnaire, day('2026-11-20'), 'nl');
const seen = <V>(outcome: Outcome<V>): V => {
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome.view;
};
const problemOf = (outcome: Outcome<unknown>) => (outcome.kind === 'refused' ? outcome.problem : outcome);

afterEach(() => vi.unstubAllGlobals());

it('goes along the route, there and back, and shows what falls off it', async () => {
  const talk = begin();
  expect(seen(await talk.see()).next?.item).toBe(children);
  expect(seen(await talk.answer(children, '2')).next?.item).toBe(names);
  expect(seen(await talk.answer(names, 'Ans en Bo')).next?.item).toBe(end);
  const changed = seen(await talk.answer(children, '0'));
  expect(changed.next?.item).toBe(end);
  expect(changed.offRoute.map(({ item }) => item)).toEqual([names]);
  expect(changed.items).toEqual({ done: 1, onRoute: 2 });
  const back = seen(await talk.answer(children, '1'));
  expect(back.offRoute).toEqual([]);
  expect(seen(await talk.see(names)).next?.answer).toEqual({ kind: 'text', text: 'Ans en Bo' });
});

it('refuses what the office would refuse', async () => {
  const talk = begin();
  expect(problemOf(await talk.answer(children, '-1'))).toEqual({
    problem: 'interview.answer-invalid',
    item: 'children',
    expected: 'constraint',
  });
  expect(problemOf(await talk.answer(names, 'Ans'))).toEqual({ problem: 'interview.not-this-item', item: 'names' });
  expect(problemOf(await talk.see(names))).toEqual({ problem: 'interview.not-this-item', item: 'names' });
});

it('tells what is required and open, and takes an answer back', async () => {
  const talk = begin();
  expect(talk.open()).toEqual([children]);
  await talk.answer(children, '0');
  expect(talk.open()).toEqual([]);
  await talk.answer(children, null);
  expect(talk.open()).toEqual([children]);
});

it('tells which answers do not fit another one any more', async () => {
  const rows = [
    ['integer', 'all', 'Hoeveel kamers?', ''],
    ['integer', 'used', 'Hoeveel in gebruik?', '. <= ${all}'],
  ];
  const [all, used] = ['all', 'used'] as ItemName[] as [ItemName, ItemName];
  const talk = testTalk(questionnaireOf(rows, ['constraint']), day('2026-11-20'), 'nl');
  await talk.answer(all, '4');
  await talk.answer(used, '3');
  expect(talk.clashing()).toEqual([]);
  await talk.answer(all, '2');
  expect(talk.clashing()).toEqual([used]);
  await talk.answer(used, '2');
  expect(talk.clashing()).toEqual([]);
});

it('keeps notes and lists what was answered, in the language that was chosen last', async () => {
  const talk = begin();
  await talk.answer(children, '2');
  expect(seen(await talk.note(children, 'twijfelde')).next?.note).toBe('twijfelde');
  expect(seen(await talk.answers()).items).toMatchObject([
    { item: children, answer: '2', hasNote: true, isOnRoute: true },
  ]);
  expect(seen(await talk.setLanguage('en', children)).language).toBe('en');
  expect(seen(await talk.note(children, '')).next).not.toHaveProperty('note');
});

it('asks nothing of the office, and forgets everything when it is begun anew', async () => {
  const ask = vi.fn();
  vi.stubGlobal('fetch', ask);
  vi.stubGlobal('window', { veldwerk: { ask } });
  const talk = begin();
  await talk.answer(children, '2');
  await talk.note(children, 'twijfelde');
  await talk.answers();
  await talk.setLanguage('nl');
  expect(ask).not.toHaveBeenCalled();
  expect(seen(await begin().see()).items.done).toBe(0);
});
