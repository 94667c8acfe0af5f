/**
 * What an attempt came to and what a case counts as is called the same on every screen (complaint 12: "contacted" on the screen was not what the codes meant by
 * it): one table, and whoever chooses an outcome chooses it by the words under which it is told afterwards.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { codeWords } from '../../renderer/wording/screens/codes.ts';
import { scheduleCallingWords } from '../../renderer/wording/screens/schedule-calling.ts';
import { visitWords } from '../../renderer/wording/screens/visits.ts';
import { channels } from '../../shared/study/contact-data.ts';
import {
  type AttemptOutcome,
  attemptOutcomes,
  codesByStrength,
  finalCodes,
  finalGroups,
} from '../../shared/study/disposition.ts';
import { interimCode } from '../../shared/study/final-code.ts';

const languages = ['nl', 'en'] as const;

/** Outcomes whose choice does not begin with the word of the table. */
function strangers(choices: Readonly<Record<string, string>>, language: (typeof languages)[number]): readonly string[] {
  const { outcomes } = codeWords[language];
  return Object.entries(choices)
    .filter(([outcome, words]) => !words.startsWith(outcomes[outcome as AttemptOutcome]))
    .map(([outcome]) => outcome);
}

describe.each(languages)('in %s', (language) => {
  const { codes, groups, outcomes } = codeWords[language];

  test('every code has a sentence of its own, and every outcome words', () => {
    expect(Object.keys(codes).toSorted()).toEqual([...codesByStrength].toSorted());
    expect(new Set(Object.values(codes)).size).toBe(codesByStrength.length);
    for (const sentence of Object.values(codes)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(new Set(Object.values(outcomes)).size).toBe(attemptOutcomes.length);
  });

  test('whoever chooses an outcome reads the words under which it is told afterwards', () => {
    expect(strangers({ refused: 'iets anders' }, language)).toEqual(['refused']);
    expect(strangers(callEndingWords[language].outcomes, language)).toEqual([]);
    const delays = Object.entries(scheduleCallingWords[language].outcomes).map(
      ([outcome, words]) => [outcome, words.charAt(0).toLowerCase() + words.slice(1)] as const,
    );
    expect(strangers(Object.fromEntries(delays), language)).toEqual([]);
    // Nobody at home is what no answer means at a door.
    expect(strangers(visitWords[language].outcomes, language)).toEqual(['no-answer']);
  });

  test('“reached” and “spoken” are said of nobody whom the codes count as not reached or unknown', () => {
    const said = language === 'nl' ? /(?<!niet )bereikt|gesproken/ : /(?<!not )reached|spoken with/;
    const reached = (words: Readonly<Record<AttemptOutcome, string>>) =>
      attemptOutcomes.filter((outcome) => {
        const groups = channels.map((channel) => finalCodes[interimCode(channel, outcome)]);
        return groups.some((group) => ['NC', 'UH', 'UR', 'UO'].includes(group)) && said.test(words[outcome]);
      });
    const reachedWords = language === 'nl' ? 'iemand bereikt' : 'somebody reached';
    const broken = { ...outcomes, 'no-answer': reachedWords, sent: reachedWords, refused: reachedWords };
    expect(reached(broken).toSorted()).toEqual(['no-answer', 'sent']);
    expect(reached(outcomes)).toEqual([]);
  });

  test('the three letters of what is unknown are one word, and every other letter has its own', () => {
    expect(new Set([groups.UH, groups.UR, groups.UO]).size).toBe(1);
    expect(new Set(Object.values(groups)).size).toBe(finalGroups.length - 2);
  });
});

test('no other file of words has a table of outcomes of its own', () => {
  const folder = join(import.meta.dirname, '../../renderer/wording/screens');
  const tables = readdirSync(folder).filter((name) =>
    /^\s+'no-answer': '/m.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(tables.toSorted()).toEqual(['call-endings.ts', 'codes.ts', 'schedule-calling.ts', 'visits.ts']);
});
