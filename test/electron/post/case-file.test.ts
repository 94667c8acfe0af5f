/** The page for one person: readable, whole, and nothing that someone wrote in it becomes part of the page. */
import { expect, test } from 'vitest';
import { caseFile } from '../../../electron/post/case-file.ts';
import { day } from '../../../shared/calendar.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';
import type { CaseHeld } from '../../../shared/views.ts';

const on = day('2026-03-02');
const mark = `<script>alert("x")</script>'&`;
const shown = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;';

function held(text: string, change: Partial<CaseHeld> = {}): CaseHeld {
  return {
    request: 1,
    article: '15',
    knownAs: text,
    study: text,
    groupTitle: text,
    stratum: text,
    contact: {
      ...{ clientNumber: text, organisation: text, salutation: text, initials: text, prefix: text, surname: text },
      ...{ street: text, houseNumber: text, postcode: text, town: text, email: text },
      ...{ country: text, ageBand: text, note: text, consentText: text, consentSource: text },
      representative: { kind: 'guardian', name: text, phones: [text], email: text },
      phones: [text],
      channels: ['phone'],
    },
    loginCode: text,
    consentBasis: 'opt-in',
    takenInOn: [on],
    state: { kind: 'open' },
    attempts: [{ on, channel: 'phone', outcome: 'appointment', note: text, appointment: { on, at: text } }],
    letters: [{ madeOn: on, letters: 3 }],
    unfinished: {
      ...({ begunOn: on, mode: 'phone', answers: 1 } as const),
      conduct: { answeredBy: 'proxy', interpreter: 'at-hand', participants: 2 },
      items: [{ question: text, answer: text, note: text }],
    },
    finished: [
      {
        ...({ mode: 'web', language: text, complete: true, answers: 1 } as const),
        background: { stratum: text },
        items: [{ question: text, answer: text }],
      },
    ],
    callbacks: [
      { askedOn: on, text },
      { askedOn: on, passedOn: on, to: text },
    ],
    acquainted: 1,
    isExported: false,
    isUnlinked: false,
    files: 0,
    holder: {
      ...{ bureau: text, objectTo: text, client: text, purpose: text, legalGround: text, subProcessors: [text] },
      until: on,
    },
    ...change,
  };
}

test('what someone wrote stands there as they wrote it, and is no part of the page', () => {
  const page = caseFile(held(mark), on);
  const plain = caseFile(held('een woord'), on);
  expect(page).not.toContain('<script');
  // Everywhere where the plain page has the word, this one has the same text, escaped.
  expect(page.split(shown).length).toBe(plain.split('een woord').length);
  expect(page.replaceAll(shown, 'een woord')).toBe(plain);
  expect(page).toContain("default-src 'none'");
});

test('every field of the contact data that is filled stands in it', () => {
  const contact: Required<Omit<ContactData, 'asListed' | 'asNews'>> = {
    ...{ clientNumber: 'aa1', organisation: 'aa2', salutation: 'aa3', initials: 'aa4', prefix: 'aa5', surname: 'aa6' },
    ...{ street: 'aa7', houseNumber: 'aa8', postcode: 'aa9', town: 'bb1', country: 'bb2', phones: ['bb3', 'bb4'] },
    ...{
      email: 'bb5',
      birthDate: day('1957-03-12'),
      birthYear: 1958,
      ageBand: 'bb6',
      sex: 'other',
      supportEnded: true,
    },
    ...{ note: 'bb7', consentOn: day('2026-01-09'), consentText: 'bb8', consentSource: 'bb9' },
    representative: { kind: 'mentor', name: 'cc1', phones: ['cc2'], email: 'cc3' },
    language: 'cc4',
    channels: ['email', 'visit'],
    unreachable: ['phone'],
  };
  const page = caseFile(held('een woord', { contact }), on);
  const marks = JSON.stringify(contact).match(/(?:aa|bb|cc)\d/g)!;
  expect(marks.length).toBe(22);
  const said = [
    '12-3-1957',
    '1958',
    'anders',
    '9-1-2026',
    'mentor',
    'e-mail, bezoek',
    '<dt>Lukt niet meer</dt><dd>telefoon</dd>',
    '<dt>Hulp is beëindigd</dt><dd>ja</dd>',
  ];
  for (const text of [...marks, ...said]) expect(page).toContain(text);
  const without = caseFile(held('een woord', { contact: { phones: [], channels: [] } }), on);
  for (const text of marks) expect(without).not.toContain(text);
});

test('any script of any language is kept', () => {
  const page = caseFile(held('Łódź 李 שלום 🙂'), on);
  expect(page.split('Łódź 李 שלום 🙂').length).toBeGreaterThan(25);
});

test('says that answers in a dataset cannot be found back, once there is one', () => {
  const sentence = 'kunnen niet worden teruggevonden';
  expect(caseFile(held('x'), on)).not.toContain(sentence);
  expect(caseFile(held('x', { isExported: true }), on)).toContain(sentence);
});
