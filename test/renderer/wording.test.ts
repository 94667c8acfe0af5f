import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitNames } from '../../electron/files/file-limits.ts';
import { readExpectedInput } from '../../renderer/wording/expected-input.ts';
import { readFileLimit } from '../../renderer/wording/file-limit.ts';
import { grammarOf } from '../../renderer/wording/grammar.ts';
import { type ProblemText, problemText, type WordingLanguage, words } from '../../renderer/wording/wording.ts';
import { day } from '../../shared/calendar.ts';
import { contract, type RequestName, requestNames } from '../../shared/contract.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import type { Problem, QuestionnaireFault } from '../../shared/problem.ts';
import { keyNames } from '../../shared/study/person.ts';
import { agreementProperties, anyProblem, problemNames, questionnaireFaults } from './any-problem.ts';

const languages: readonly WordingLanguage[] = ['nl', 'en'];
/** Words that the other language has and this one has not. */
const foreign: Readonly<Record<WordingLanguage, RegExp>> = {
  nl: /\b(?:the|and|or|not|file|files|sheet|row|column|please|invalid|missing|must|your|you|has|have|study|answer|with|this|nothing|choose|day|at least)\b/i,
  en: /\b(?:de|het|een|en|niet|u|uw|van|wordt|bestand|blad|rij|kolom|kies|onderzoek|er|met|dit|vraag|geen)\b/i,
};
const mostWords = 26;
const longest = { happened: 220, safe: 120, todo: 220 } as const;

/** The text without what somebody else named, nor the words that are typed as they stand. */
const ownWords = (text: string) => text.replaceAll(/“[^”]*”+/g, '“”').replaceAll(/\{\{\w+\}\}|true of false/g, '“”');

/** Everything that is wrong with a text, in words; none when it is as it should be. */
function faultsOf(text: ProblemText, language: WordingLanguage): readonly string[] {
  return (['happened', 'safe', 'todo'] as const).flatMap((part) => {
    const said = text[part];
    if (said === undefined) return part === 'safe' ? [] : [`no ${part}`];
    return said.split('\n').flatMap((line) => {
      const own = ownWords(line);
      return [
        ...(/^(?:\p{Lu}|\d|“)/u.test(line) ? [] : ['does not begin as a sentence']),
        ...(line.endsWith('.') ? [] : ['does not end with a full stop']),
        ...(/undefined|null|NaN|\[object|\{n\}|=>/.test(own) ? ['shows what the code made of it'] : []),
        ...(/ {2}| [,:?]| \.(?!\w)|[.,:?]{2}|^ | $/.test(own) ? ['spaces or signs stand wrong'] : []),
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        ...(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(line) ? ['has characters unseen'] : []),
        ...(foreign[language].test(own) ? [`a foreign word: ${foreign[language].exec(own)?.[0]}`] : []),
      ];
    });
  });
}

/** What is too long, apart from the names in it; for texts without long lists. */
function lengthFaultsOf(text: ProblemText): readonly string[] {
  return (['happened', 'safe', 'todo'] as const).flatMap((part) => {
    const lines = ownWords(text[part] ?? '').split('\n');
    const sentences = lines.flatMap((line) => line.split(/(?<=[.?:]) /));
    return [
      ...lines.filter((line) => line.length > longest[part]).map((line) => `${part}: ${line.length} characters`),
      ...sentences.filter((one) => one.split(' ').length > mostWords).map((one) => `${part}: ${one}`),
    ];
  });
}

const whole = ({ happened, safe, todo }: ProblemText) => [happened, safe, todo].filter(Boolean).join('\n');
const quotedIn = (text: string) => (text.match(/“[^”]*”+/g) ?? []).map((name) => name.replace('“anders”', '“other”'));

/** Whether every list in the problem has at most three members. */
const isShort = (problem: Problem) =>
  Object.values(problem).every((value) => !Array.isArray(value) || value.length <= 3);

describe('the check of texts', () => {
  const good = { happened: 'Er ging iets mis.', safe: 'Alles is er nog.', todo: 'Probeer het opnieuw.' };
  test('accepts a good text', () => {
    expect(faultsOf(good, 'nl')).toEqual([]);
    expect(lengthFaultsOf(good)).toEqual([]);
    expect(faultsOf({ happened: 'Something went wrong.', todo: 'Try again.' }, 'en')).toEqual([]);
  });
  test.each([
    ['nl', 'Er ging iets mis'],
    ['nl', 'er ging iets mis.'],
    ['nl', ''],
    ['nl', 'Rij undefined klopt niet.'],
    ['nl', 'Dit is [object Object].'],
    ['nl', 'Er zijn {n} fouten.'],
    ['nl', 'Er ging  iets mis.'],
    ['nl', 'Er ging iets mis..'],
    ['nl', 'Het veld \u001b[31m klopt niet.'],
    ['nl', 'The file klopt niet.'],
    ['en', 'Something went mis met het bestand.'],
  ] as const)('finds what is wrong in %s: %j', (language, happened) => {
    const todo = language === 'nl' ? good.todo : 'Try again.';
    expect(faultsOf({ happened, todo }, language)).toHaveLength(happened === '' ? 2 : 1);
  });
  test('finds what is too long', () => {
    expect(lengthFaultsOf({ ...good, happened: `${'Er ging iets mis. '.repeat(20)}` })).toHaveLength(1);
    expect(lengthFaultsOf({ ...good, todo: `Doe ${'a '.repeat(30)}.` })).toHaveLength(1);
  });
});

describe.each(languages)('every problem in %s', (language) => {
  test.each(problemNames)('%s is told in whole sentences, short ones, and nothing shines through', (name) => {
    fc.assert(
      fc.property(anyProblem(name), (problem) => {
        const text = problemText(problem, language);
        expect(Object.keys(text).filter((key) => !['happened', 'safe', 'todo'].includes(key))).toEqual([]);
        expect(faultsOf(text, language), whole(text)).toEqual([]);
        if (isShort(problem)) expect(lengthFaultsOf(text)).toEqual([]);
        expect(whole(text).length).toBeLessThan(name === 'questionnaire.faulty' ? 12_000 : 2_400);
        if (name !== 'questionnaire.faulty') expect(whole(text).split('\n').length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });
});

test('both languages say the same: the same names, and something safe in both or in neither', () => {
  fc.assert(
    fc.property(fc.constantFrom(...problemNames).chain(anyProblem), (problem) => {
      const [dutch, english] = [problemText(problem, 'nl'), problemText(problem, 'en')];
      expect(whole(dutch)).not.toBe(whole(english));
      expect(dutch.safe === undefined).toBe(english.safe === undefined);
      expect(quotedIn(whole(dutch)).toSorted()).toEqual(quotedIn(whole(english)).toSorted());
    }),
    { numRuns: 1_000 },
  );
});

describe('numbers, days and lists', () => {
  const table: readonly (readonly [Problem, nl: string, en: string])[] = [
    [
      { problem: 'session.not-active-yet', from: day('2026-05-14') },
      'U kunt zich pas aanmelden vanaf 14 mei 2026.',
      'You can sign in from 14 May 2026.',
    ],
    [
      { problem: 'contact.letters-do-not-fit', letters: 1, part: 'address', fault: 'too-long' },
      '1 brief is niet te drukken. Het eerste probleem: het adres is te lang.',
      '1 letter cannot be printed. The first problem: the address is too long.',
    ],
    [
      { problem: 'contact.letters-do-not-fit', letters: 1234, part: 'subject', fault: 'unprintable' },
      '1.234 brieven zijn niet te drukken. Het eerste probleem: het onderwerp heeft tekens',
      '1,234 letters cannot be printed. The first problem: the subject has characters',
    ],
    [
      { problem: 'intake.columns-missing', file: 2, fields: ['surname', 'consent', 'consentOn'] },
      'In bestand 2 ontbreken 3 kolommen: achternaam, toestemming en datum van toestemming.',
      'File 2 lacks 3 columns: surname, consent and date of consent.',
    ],
    [
      { problem: 'session.role-not-allowed', request: 'contact.sendEmails', roles: ['manager', 'interviewer'] },
      'Met uw rol kunt u dit niet doen: e-mails versturen.',
      'With your role you cannot do this: send e-mails.',
    ],
    [
      { problem: 'interview.items-open', items: ['q1'] },
      'Eén verplichte vraag heeft nog geen antwoord: “q1”.',
      'One required question has no answer yet: “q1”.',
    ],
    [
      { problem: 'interview.items-open', items: Array.from({ length: 14 }, (_, nr) => `q${nr}`) },
      '14 verplichte vragen hebben nog geen antwoord: “q0”, “q1”, “q2”, “q3”, “q4”, “q5”, “q6”, “q7”, “q8”, “q9”, “q10”, “q11” en nog 2 andere.',
      '14 required questions have no answer yet: “q0”, “q1”, “q2”, “q3”, “q4”, “q5”, “q6”, “q7”, “q8”, “q9”, “q10”, “q11” and 2 others.',
    ],
    [
      { problem: 'file.too-large', limit: limitNames.cells },
      'Een blad mag hoogstens 100.000 rijen en 200 kolommen hebben.',
      'A sheet may have at most 100,000 rows and 200 columns.',
    ],
    [
      { problem: 'intake.citizen-service-number', file: 1, sheet: 2, column: 'C', recognisedBy: 'content' },
      'In bestand 1, blad 2, kolom C staan burgerservicenummers (BSN).',
      'In file 1, sheet 2, column C holds citizen service numbers (BSN).',
    ],
    [
      { problem: 'contact.texts-incomplete', missing: ['bureau', 'naam'] },
      'De gegevens van het bureau ontbreken nog. Die staan in elk bericht. Dit veld bestaat niet in een bericht: “naam”.',
      'The details of the bureau are still missing. They are in every message. A message does not have this field: “naam”.',
    ],
  ];
  test.each(table)('%o', (problem, nl, en) => {
    expect(problemText(problem, 'nl').happened).toContain(nl);
    expect(problemText(problem, 'en').happened).toContain(en);
  });

  test('a name that somebody made up stays on its line and is cut off, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const quoted = grammarOf('nl').quoted(name);
        expect([...quoted].length).toBeLessThanOrEqual(62);
        expect(quoted).toMatch(/^“[^\p{C}]*”$/u);
      }),
    );
    expect(grammarOf('nl').quoted('x'.repeat(61))).toBe(`“${'x'.repeat(59)}…”`);
    expect(grammarOf('nl').quoted('x'.repeat(60))).toBe(`“${'x'.repeat(60)}”`);
  });
});

describe('the faults of a questionnaire', () => {
  const todo = (faults: readonly QuestionnaireFault[], language: WordingLanguage = 'nl') =>
    problemText({ problem: 'questionnaire.faulty', faults }, language).todo.split('\n');

  test('each is one sentence with its sheet, row and column, and what to mend', () => {
    const place = { sheet: 'survey', row: 1234, column: 'relevant' };
    expect(todo([{ ...place, fault: 'reference-forward', what: 'q7' }])[1]).toBe(
      'Blad “survey”, rij 1234, kolom “relevant”: zet “q7” eerder in de vragenlijst, of haal de verwijzing weg, want die vraag komt later.',
    );
    expect(todo([{ ...place, fault: 'expression-invalid', what: '(', at: 7 }], 'en')[1]).toBe(
      'Sheet “survey”, row 1234, column “relevant”: correct what is here at “(”, from character 7, because Veldwerk cannot read it.',
    );
    expect(todo([{ sheet: 'settings', fault: 'sheet-missing', what: 'settings' }])[1]).toBe(
      'Blad “settings”: voeg dit blad toe en vul het, want het ontbreekt of is leeg.',
    );
    for (const language of languages) {
      const lines = questionnaireFaults.map((fault) => todo([{ ...place, fault, what: 'q7' }], language)[1]!);
      expect(new Set(lines).size).toBe(questionnaireFaults.length);
      for (const line of lines) expect(line).toMatch(/“survey”.*1234.*“relevant”: /);
    }
  });

  test('twenty-five at a time, and how many are left', () => {
    const faults = (count: number) =>
      Array.from({ length: count }, (_, index): QuestionnaireFault => ({ fault: 'name-missing', row: index + 2 }));
    expect(todo(faults(25))).toHaveLength(26);
    expect(todo(faults(26)).at(-1)).toBe('Daarna is er nog 1 fout.');
    expect(todo(faults(30)).at(-1)).toBe('Daarna zijn er nog 5 fouten.');
    expect(todo(faults(30), 'en').at(-1)).toBe('After that there are 5 more faults.');
  });
});

describe('the lists of words', () => {
  test.each(languages)('%s: no two members of a list have one name', (language) => {
    for (const list of Object.values(words[language])) {
      const names = Object.values(list);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^\p{Ll}.*[^.]$/u);
    }
  });
  test('they have what the office names', () => {
    expect(Object.keys(words.nl.keys).toSorted()).toEqual([...keyNames].toSorted());
    expect(Object.keys(words.nl.outOfReach).toSorted()).toEqual([...outOfReachQuestions].toSorted());
    expect(Object.keys(words.nl.agreement).toSorted()).toEqual(agreementProperties.toSorted());
  });
});

describe('what a file may be', () => {
  test('every limit of the office is understood', () => {
    expect(Object.values(limitNames).map(readFileLimit)).toEqual([
      { kind: 'size', size: '20 MB' },
      { kind: 'size', size: '150 MB' },
      { kind: 'cells', rows: 100_000, columns: 200 },
      { kind: 'parts', parts: 200 },
      { kind: 'parts', parts: 5000 },
      { kind: 'unpacked-size', size: '100 MB' },
      { kind: 'packing', times: 200 },
    ]);
  });
});

describe('what an input should have been', () => {
  const sentencesOf = (request: RequestName, input: unknown) =>
    contract[request].input.safeParse(input).error?.issues.map(({ message }) => message) ?? [];

  const person = { name: 'A', roles: ['manager'], confidentialityOn: day('2026-01-01'), passphrase: 'x' };
  const protocol = {
    startsOn: '2026-01-01',
    closesOn: '2026-02-01',
    steps: [],
    callsMaximum: 51,
    callAgainAfterDays: 1.5,
  };
  test.each([
    ['study.create', { title: 'T', practice: 'ja', people: [person] }, [{ kind: 'yes-or-no' }]],
    ['study.create', { practice: true, people: [person] }, [{ kind: 'something' }]],
    [
      'study.create',
      { title: '', practice: true, people: [] },
      [
        { kind: 'at-least', bound: 1, of: 'characters' },
        { kind: 'at-least', bound: 1, of: 'items' },
      ],
    ],
    ['study.create', { title: 3, practice: true, people: {} }, [{ kind: 'text' }, { kind: 'list' }]],
    ['study.moveClock', { today: '2026-02-30' }, [{ kind: 'day' }]],
    [
      'study.journal',
      { from: -1, entries: 501 },
      [
        { kind: 'at-least', bound: 0, of: 'value' },
        { kind: 'at-most', bound: 500, of: 'value' },
      ],
    ],
    [
      'study.setMailHost',
      { host: 'h', port: 'x', secure: true, from: 'f' },
      [{ kind: 'number' }, { kind: 'email-address' }],
    ],
    [
      'study.addGroup',
      { code: 'É', title: 'T', consentBasis: 'x' },
      [{ kind: 'short-code' }, { kind: 'one-of', options: ['opt-in', 'no-objection', 'business-contact'] }],
    ],
    [
      'schedule.setProtocol',
      { group: 'g', protocol },
      [
        { kind: 'at-least', bound: 1, of: 'items' },
        { kind: 'at-most', bound: 50, of: 'value' },
        { kind: 'whole-number' },
      ],
    ],
    [
      'contact.closeCall',
      { outcome: 'appointment', appointment: { on: '2026-01-01', at: '24:00' } },
      [{ kind: 'time' }],
    ],
    ['study.status', 3, [{ kind: 'fields' }]],
    ['interview.answer', { item: 'q', answer: true }, [{ kind: 'other' }]],
  ] as const)('%s %o', (request, input, expected) => {
    expect(sentencesOf(request, input).map(readExpectedInput)).toEqual(expected);
  });

  test('a web address has to be a secure one', () => {
    const bureau = {
      name: 'B',
      returnAddress: 'R',
      place: 'P',
      objectTo: 'b@example.org',
      webAddress: 'http://example.org',
    };
    expect(sentencesOf('study.recordBureau', bureau).map(readExpectedInput)).toEqual([{ kind: 'web-address' }]);
  });

  test('of every request, whatever is given instead', () => {
    let told = 0;
    for (const request of requestNames) {
      const properties = Object.keys(contract[request].input.shape);
      for (const wrong of [undefined, null, 3, 1.5, -1, '', 'É', [], [{}], {}, true]) {
        const input = Object.fromEntries(properties.map((property) => [property, wrong]));
        for (const sentence of sentencesOf(request, input)) {
          told += 1;
          const { kind } = readExpectedInput(sentence);
          expect({ sentence, isKnown: kind !== 'other' || sentence === 'Invalid input' }).toEqual({
            sentence,
            isKnown: true,
          });
        }
      }
    }
    expect(told).toBeGreaterThan(500);
  });
});
