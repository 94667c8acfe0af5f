import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../../shared/calendar.ts';
import { type StudyFacts, stageStates, storyStages } from '../../../shared/study/stage-state.ts';

const group = fc.record({
  cases: fc.nat(300),
  open: fc.nat(300),
  hasQuestionnaire: fc.boolean(),
  hasProtocol: fc.boolean(),
  startsOn: fc.constantFrom<Day | undefined>(undefined, day('2026-03-02'), day('2026-04-01')),
});
const facts: fc.Arbitrary<StudyFacts> = fc.record({
  today: fc.constant(day('2026-03-16')),
  agreementMissing: fc.nat(18),
  phase: fc.constantFrom('before', 'in-force', 'contact-ended', 'answers-ended'),
  hasTooFewHolders: fc.boolean(),
  hasBureau: fc.boolean(),
  isContacted: fc.boolean(),
  instructions: fc.nat(2),
  isExported: fc.boolean(),
  isUnlinked: fc.boolean(),
  responses: fc.nat(100),
  groups: fc.array(group, { maxLength: 3 }),
});

const empty: StudyFacts = {
  today: day('2026-03-16'),
  agreementMissing: 18,
  phase: 'in-force',
  hasTooFewHolders: false,
  hasBureau: false,
  isContacted: false,
  instructions: 0,
  isExported: false,
  isUnlinked: false,
  responses: 0,
  groups: [],
};
const residents = { cases: 263, open: 263, hasQuestionnaire: true, hasProtocol: true, startsOn: day('2026-03-02') };
const underWay: StudyFacts = { ...empty, agreementMissing: 0, hasBureau: true, isContacted: true, groups: [residents] };

describe('the story of a study', () => {
  it('waits for one thing at most', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const states = Object.values(stageStates(given)).filter(({ kind }) => kind === 'now');
        expect(states.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never lets anyone be contacted of whom there are none, or without a protocol or a sender', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { contact } = stageStates(given);
        if (contact.kind === 'blocked' || contact.kind === 'done' || contact.kind === 'ended') return;
        expect(given.groups.some(({ cases, hasProtocol }) => cases > 0 && hasProtocol)).toBe(true);
        expect(given.hasBureau).toBe(true);
      }),
    );
  });

  it('says of everything that is blocked by what', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const state of Object.values(stageStates(given)))
          if (state.kind === 'blocked') expect(state.by).toBeTruthy();
      }),
    );
  });

  it('begins with the study itself, and everything behind it is blocked', () => {
    const states = stageStates(empty);
    expect(states.study.kind).toBe('now');
    for (const stage of storyStages.slice(1)) expect(states[stage].kind).toBe('blocked');
    expect(states.intake).toEqual({ kind: 'blocked', by: 'agreement' });
    expect(stageStates({ ...empty, agreementMissing: 0 }).intake).toEqual({ kind: 'blocked', by: 'groups' });
  });

  it('waits for contact once everyone is taken in, and says from which day', () => {
    expect(stageStates(underWay).contact).toEqual({ kind: 'now' });
    const early = { ...underWay, isContacted: false, today: day('2026-02-23') };
    expect(stageStates(early).contact).toEqual({ kind: 'now', from: '2026-03-02' });
    expect(stageStates(early).reporting).toEqual({ kind: 'blocked', by: 'not-started' });
  });

  it('ends with the dataset and then the destruction', () => {
    const closed = { ...underWay, responses: 123, groups: [{ ...residents, open: 0 }] };
    expect(stageStates(closed).export).toEqual({ kind: 'blocked', by: 'instruction' });
    expect(stageStates({ ...closed, instructions: 1 }).export.kind).toBe('now');
    const exported = stageStates({ ...closed, instructions: 1, isExported: true });
    expect(exported.destruction.kind).toBe('now');
    expect(exported.contact.kind).toBe('done');
  });

  it('waits for the dataset once contact data may not be used any more, and for the destruction once answers may not be kept', () => {
    const half = { ...underWay, responses: 40, instructions: 1, groups: [{ ...residents, hasQuestionnaire: false }] };
    const ended = stageStates({ ...half, phase: 'contact-ended' });
    expect(ended.intake.kind).toBe('done');
    expect([ended.contact, ended.interview]).toEqual([{ kind: 'ended' }, { kind: 'ended' }]);
    expect([ended.study.kind, ended.export.kind, ended.destruction.kind]).toEqual(['done', 'now', 'next']);
    const last = stageStates({ ...half, phase: 'answers-ended' });
    expect([last.contact.kind, last.export.kind, last.destruction.kind]).toEqual(['ended', 'ended', 'now']);
    expect(stageStates({ ...half, phase: 'in-force' }).contact.kind).not.toBe('ended');
  });
});
