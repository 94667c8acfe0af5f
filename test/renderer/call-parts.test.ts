import { describe, expect, it } from 'vitest';
import { languageName } from '../../renderer/screens/interview/language-name.ts';
import { endingsNow, outcomeKeys, type Situation } from '../../renderer/screens/interview/outcomes.ts';
import { readableNumber } from '../../renderer/screens/interview/phone-number.ts';
import { dayOfAppointment, timeTyped, writtenDay } from '../../renderer/screens/interview/typed-time.ts';
import { languagesFound, spokenLanguages } from '../../renderer/spoken-languages.ts';
import { grammarOf } from '../../renderer/wording/grammar.ts';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { words } from '../../renderer/wording/wording.ts';
import { type Day, day } from '../../shared/calendar.ts';
import { callOutcomes, finalOutcomes } from '../../shared/study/disposition.ts';

describe('a telephone number', () => {
  it.each([
    ['+31612345678', '06 12 34 56 78'],
    ['+31201234567', '020 123 45 67'],
    ['+31182123456', '0182 12 34 56'],
    ['+31881234567', '088 123 45 67'],
    ['+4915123456789', '+49 15 12 34 56 78 9'],
    ['112', '112'],
  ])('%s is read as %s, with every digit', (number, read) => {
    expect(readableNumber(number)).toBe(read);
    expect(number.replace('+31', '0')).toBe(read.replaceAll(' ', ''));
  });
});

describe('an appointment as it is typed', () => {
  const today = day('2026-03-18');
  it.each([
    ['19:30', '19:30'],
    ['1930', '19:30'],
    ['19.30', '19:30'],
    ['9u05', '09:05'],
    ['19', '19:00'],
    ['24:00', undefined],
    ['19:60', undefined],
    ['193', undefined],
    ['', undefined],
  ])('has a time: %s', (text, time) => {
    expect(timeTyped(text)).toBe(time);
  });

  it.each([
    ['25-3-2026', '2026-03-25'],
    ['25-3', '2026-03-25'],
    ['25/3', '2026-03-25'],
    ['18', '2026-03-18'],
    ['17', '2026-04-17'],
    ['1-2', '2027-02-01'],
    ['31-2', undefined],
    ['31-2-2026', undefined],
    ['morgen', undefined],
  ])('has a day: %s', (text, on) => {
    expect(dayOfAppointment(text, today)).toBe(on);
    if (on !== undefined) expect(dayOfAppointment(writtenDay(on as Day), today)).toBe(on);
  });
});

describe('the endings of a call', () => {
  const on = day('2026-03-21');
  const say = callEndingWords.nl;
  const situation = { say, grammar: grammarOf('nl'), channels: words.nl.channels };
  type One = Situation['one'];
  const one: One = {
    contact: 'phone',
    hasDraft: false,
    ifEnded: { 'refused-soft': { next: { on, channel: 'phone' } } },
    isLastTry: false,
    phones: ['+31689000001'],
    softRefusal: 'once-more',
  };
  const now = (more: Partial<One>, isTalking = false) =>
    endingsNow({ ...situation, one: { ...one, ...more }, isTalking });
  const outcomes = (more: Partial<One>, isTalking = false) => now(more, isTalking).map(({ outcome }) => outcome);
  const contacts = ['phone', 'inbound', 'visit'] as const;
  const ways = contacts.flatMap((contact) => [false, true].map((isTalking) => ({ contact, isTalking })));

  it('have a key each, the same whatever else is possible, and none of another line of the list', () => {
    const taken = ['a', 's', 'e', 'm', 'k'];
    const keys = Object.entries(outcomeKeys);
    expect(new Set([...keys.map(([, key]) => key), ...taken]).size).toBe(keys.length + taken.length);
    for (const { contact, isTalking } of ways)
      for (const { outcome, key } of now({ contact }, isTalking))
        expect(key).toBe(outcomeKeys[outcome as keyof typeof outcomeKeys]);
  });

  it('can all be reached somewhere, and are no others than the office takes', () => {
    const reached = new Set(ways.flatMap(({ contact, isTalking }) => outcomes({ contact }, isTalking)));
    expect([...reached, 'appointment'].toSorted()).toEqual([...callOutcomes].toSorted());
  });

  it('contain only what is possible now', () => {
    expect(outcomes({})).not.toContain('moved');
    expect(outcomes({})).toHaveLength(13);
    for (const outcome of ['busy', 'voicemail', 'wrong-number', 'disconnected'])
      for (const contact of ['inbound', 'visit'] as const) expect(outcomes({ contact })).not.toContain(outcome);
    expect(now({ contact: 'visit' })[0]).toMatchObject({ outcome: 'no-answer', title: 'niet thuis' });
    expect(outcomes({}, true)).toEqual(['no-answer', 'other-language', 'language', 'withdrew']);
  });

  it('take a second key exactly where nobody rings again', () => {
    const ofNumber: readonly string[] = ['wrong-number', 'disconnected'];
    for (const { outcome, hurts } of now({}))
      expect(hurts).toBe(outcome in finalOutcomes || ofNumber.includes(outcome));
    const two = now({ phones: ['+31689000001', '+31689000002'] }).filter(({ outcome }) => ofNumber.includes(outcome));
    for (const { hurts, follows } of two) expect([hurts, follows]).toEqual([false, say.otherNumber]);
    expect(two).toHaveLength(2);
    const soft = (more: Partial<One>) => now(more).find(({ outcome }) => outcome === 'refused-soft')!;
    expect(soft({})).toMatchObject({ hurts: false, follows: say.onceMore('za 21 mrt') });
    expect(soft({ ifEnded: {} })).toMatchObject({ hurts: false, follows: say.onceMoreNot });
    expect(soft({ isLastTry: true })).toMatchObject({ hurts: true, follows: say.softIsFinal });
    expect(soft({ softRefusal: 'final' })).toMatchObject({ hurts: true, follows: say.softIsFinal });
  });

  it('tell a soft refusal from a hard one', () => {
    const [soft, hard] = ['refused-soft', 'refused'].map((each) => now({}).find(({ outcome }) => outcome === each)!);
    expect(soft?.title).toMatch(/nu liever niet/);
    expect(hard?.title).toMatch(/zeker niet/);
    expect(hard?.follows).toBe(say.final);
  });

  it('say what the protocol does next', () => {
    const missed = (more: Partial<One>) => now(more)[0]!.follows;
    expect(missed({ ifMissed: { on, channel: 'phone' } })).toBe(say.again.phone('za 21 mrt'));
    expect(missed({ ifMissed: { on, channel: 'letter' } })).toBe(say.otherChannel.phone('brief', 'za 21 mrt'));
    expect(missed({ contact: 'visit', ifMissed: { on, channel: 'visit' } })).toBe(say.again.visit('za 21 mrt'));
    expect(missed({ contact: 'visit', ifMissed: { on, channel: 'phone' } })).toBe(
      say.otherChannel.visit('telefoon', 'za 21 mrt'),
    );
    expect(missed({})).toBe(say.lastAttempt);
    const tomorrow = day('2026-03-03');
    const told = (outcome: string) =>
      now({
        ifMissed: { on, channel: 'phone' },
        ifEnded: { busy: { next: { on: tomorrow, channel: 'phone' } }, voicemail: {}, 'says-answered': {} },
      }).find((each) => each.outcome === outcome)!.follows;
    expect(told('busy')).toBe(say.again.phone('di 3 mrt'));
    expect(told('voicemail')).toBe(say.lastAttempt);
    expect(told('says-answered')).toBe(say.waitsNoMore);
    expect(missed({ contact: 'inbound', ifMissed: { on, channel: 'phone' } })).toBe(say.asBefore);
  });

  it('say what happens to answers that were given', () => {
    const lapses = (more: Partial<One>, isTalking: boolean) =>
      now(more, isTalking)
        .filter(({ follows }) => follows.includes(say.answersLapse))
        .map(({ outcome }) => outcome);
    expect(lapses({}, false)).toEqual([]);
    expect(lapses({}, true)).toEqual(['language', 'withdrew']);
    expect(lapses({ hasDraft: true }, false)).toEqual(['refused', 'unable', 'language', 'withdrew', 'deceased']);
  });
});

describe('a language that someone speaks', () => {
  it('is found by the beginning of a word of its name, in either language', () => {
    expect(languagesFound('')).toEqual(spokenLanguages);
    expect(languagesFound('tur')).toEqual(['tr']);
    expect(languagesFound('Pools')).toEqual(['pl']);
    expect(languagesFound('polish')).toEqual(['pl']);
    expect(languagesFound('xyz')).toEqual([]);
  });

  it('has a name of its own for each code', () => {
    for (const language of ['nl', 'en'] as const)
      for (const code of spokenLanguages) expect(languageName(code, language)).not.toBe(code);
    expect(new Set(spokenLanguages.map((code) => languageName(code, 'nl'))).size).toBe(spokenLanguages.length);
  });
});
