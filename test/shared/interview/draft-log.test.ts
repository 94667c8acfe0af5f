import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DraftEntry, emptyDraft, partOf, readDraftLog, withEntry } from '../../../shared/interview/draft-log.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';

const named = (item: string) => item as ItemName;
const text = (said: string) => ({ kind: 'text' as const, text: said });
const read = (entries: readonly DraftEntry[], mode: 'phone' | 'web' = 'phone') =>
  readDraftLog(
    entries.map((entry) => JSON.stringify(entry)),
    emptyDraft(mode),
  );
const item = fc.constantFrom('een', 'twee', 'drie').map(named);
const seconds = fc.nat(4000);
const entry: fc.Arbitrary<DraftEntry> = fc.oneof(
  fc.tuple(item, fc.option(fc.string().map(text)), seconds),
  fc.tuple(item, fc.option(fc.string().map(text))),
  fc.record({ note: fc.tuple(item, fc.string()) }),
  fc.constant({ conduct: { answeredBy: 'proxy', participants: 1 } } as const),
  fc.constantFrom<DraftEntry>(
    { sitting: { mode: 'phone', consent: 'spoken' } },
    { sitting: { mode: 'phone', anew: true } },
    { sitting: { mode: 'paper', pass: 1 } },
    { sitting: { mode: 'paper', pass: 2 } },
  ),
  fc.record({ settled: fc.tuple(item, fc.constantFrom('first' as const, 'second' as const)) }),
);

describe('a log of an unfinished interview', () => {
  test('as logs once were, without a sitting, is read as before: the last answer to an item stands, null takes it back', () => {
    const { parts, saved, rows } = read([
      [named('een'), text('a')],
      [named('twee'), text('b')],
      [named('een'), text('c')],
      [named('twee'), null],
    ]);
    expect([...parts.talk.answers]).toEqual([['een', text('c')]]);
    expect([saved, rows]).toEqual([4, 4]);
    expect(parts.talk).toMatchObject({ isTimed: false, begunIn: 'phone' });
  });

  test('comes to the same read at once or entry by entry, from anywhere', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.nat(), (entries, cut) => {
        const at = entries.length === 0 ? 0 : cut % entries.length;
        const first = read(entries.slice(0, at));
        const rest = entries.slice(at).map((each) => JSON.stringify(each));
        const stepwise = entries.reduce(withEntry, emptyDraft('phone'));
        expect(readDraftLog(rest, first)).toEqual(read(entries));
        expect(stepwise).toEqual(read(entries));
        expect(stepwise.rows).toBe(entries.length);
      }),
    );
  });

  test('keeps conversation and entries apart: nothing said in one part changes another', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const before = read(entries);
        const after = [{ sitting: { mode: 'email', pass: 2 } }, [named('een'), text('nieuw')]] as DraftEntry[];
        const { parts, part } = after.reduce(withEntry, before);
        expect(part).toBe(2);
        expect([parts.talk, parts[1]]).toEqual([before.parts.talk, before.parts[1]]);
        expect(parts[2].answers.get(named('een'))).toEqual(text('nieuw'));
      }),
    );
  });

  test('adds up the time of its sittings, and what was begun anew counts no more', () => {
    const sitting = { sitting: { mode: 'phone' } } as const;
    const entries: DraftEntry[] = [sitting, [named('een'), text('a'), 100], sitting, [named('twee'), text('b'), 40]];
    expect(partOf(read(entries))).toMatchObject({ secondsBefore: 100, seconds: 40, sittings: 2, isTimed: true });
    const anew = read([...entries, { sitting: { mode: 'phone', anew: true } }]);
    expect(partOf(anew)).toMatchObject({ secondsBefore: 0, seconds: 0, sittings: 1 });
    expect(anew.parts.talk.answers.size).toBe(0);
    expect(anew.saved).toBe(2);
  });

  test('tells where it was begun', () => {
    const entries: DraftEntry[] = [
      { sitting: { mode: 'web' } },
      [named('een'), text('a')],
      { sitting: { mode: 'phone' } },
    ];
    const state = read([...entries, [named('twee'), text('b')]], 'web');
    expect([state.parts.talk.begunIn, state.mode]).toEqual(['web', 'phone']);
    // Where the mode switched, for whoever merges modes; an answer that is given again does not move it.
    expect(state.parts.talk.switchedAt).toBe('twee');
    expect(read(entries, 'web').parts.talk.switchedAt).toBeUndefined();
  });
});
