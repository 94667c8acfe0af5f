import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, day } from '../../../shared/calendar.ts';
import { keyOf } from '../../../shared/export/key-variables.ts';
import { backgroundOf } from '../../../shared/interview/background.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';

const today = day('2026-11-02');
const nobody: ContactData = { phones: [], channels: [] };
const backgroundWith = (contact: Partial<ContactData>) => backgroundOf({ ...nobody, ...contact }, undefined, today);
const bandOf = (contact: Partial<ContactData>) => keyOf(backgroundWith(contact))[1] as number | null;

describe('what a response takes over of a birth', () => {
  it('is the age of whom the day is known, else a band, else nothing', () => {
    expect(backgroundWith({ birthDate: day('1957-12-12') })).toEqual({ age: 68 });
    expect(backgroundWith({ birthYear: 1957 })).toEqual({ ageBand: '60-69' });
    expect(backgroundWith({ ageBand: '60-69' })).toEqual({ ageBand: '60-69' });
    expect(backgroundWith({})).toEqual({});
  });

  it('comes into one band of the dataset, or into none', () => {
    expect(bandOf({ birthDate: day('1957-12-12') })).toBe(7);
    expect(bandOf({ birthYear: 1957 })).toBe(7);
    expect(bandOf({ ageBand: '60-69' })).toBe(7);
    expect(bandOf({ ageBand: '90+' })).toBe(10);
    // A band that the list had itself, over two of ours: nothing is invented.
    expect(bandOf({ ageBand: '65-74' })).toBeNull();
    expect(bandOf({ ageBand: '65+' })).toBeNull();
    expect(bandOf({ ageBand: 'ouder' })).toBeNull();
  });

  it('is for a year the band of the birthday in this year, so at most one band from the exact one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 365 }), (before) => {
        const birthDate = addDays(today, -before);
        const birthYear = Number(birthDate.slice(0, 4));
        const [exact, byYear] = [bandOf({ birthDate })!, bandOf({ birthYear })!];
        expect(byYear - exact).toBe(
          ageOn(birthDate, day('2026-12-31')) % 10 === 0 && ageOn(birthDate, today) % 10 === 9 && exact < 10 ? 1 : 0,
        );
      }),
    );
  });
});
