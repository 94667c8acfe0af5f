/** The English sentences for what goes wrong with a request, or a sign-in. Short and active. */
import { type ExpectedInput, readExpectedInput } from './expected-input.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemsOf, ProblemTexts } from './problem-text.ts';
import { wordsEn as words } from './words-en.ts';

const { count, day, number, oneOf, quoted } = grammarOf('en');
const nothingChanged = 'Nothing was changed.';

export const problemsEn: ProblemTexts<ProblemsOf<'request' | 'session'>> = {
  'request.unknown': ({ request }) => ({
    happened: `Veldwerk does not know the request ${quoted(request)}.`,
    safe: nothingChanged,
    todo: 'Check the name of the request. Did this come from a window? Then close Veldwerk and start it again.',
  }),
  'request.input-invalid': ({ field, expected }) => ({
    happened: field === '(input)' ? 'The input is not right.' : `The field ${quoted(field)} is not right.`,
    safe: nothingChanged,
    todo: inputAdvice(readExpectedInput(expected)),
  }),

  'session.nobody-signed-in': () => ({
    happened: 'Nobody is signed in here.',
    todo: 'Sign in with your name and your passphrase.',
  }),
  'session.already-signed-in': () => ({
    happened: 'Someone is already signed in here.',
    todo: 'Sign that person out first. Then sign in.',
  }),
  'session.wrong-name-or-passphrase': () => ({
    happened: 'Your name or your passphrase is not right.',
    todo: 'Check both and try again. Mind capitals and spaces.',
  }),
  'session.wait': ({ seconds }) => ({
    happened: 'A wrong passphrase was typed too often with this name.',
    safe: 'Nothing was opened. This stands in the journal.',
    todo: `Wait ${count(seconds, { one: 'more second', other: 'more seconds' })} and then try again. Forgotten the passphrase? Ask a colleague for a new one.`,
  }),
  'session.not-active-yet': ({ from }) => ({
    happened: `You can sign in from ${day(from)}. That day is on your confidentiality statement.`,
    todo: 'Wait until that day. Is it the wrong day? Ask your fieldwork manager.',
  }),
  'session.study-ended': ({ endsOn }) => ({
    happened: `This study ran up to and including ${day(endsOn)}. As an interviewer you can no longer sign in.`,
    safe: 'Everything that you saved has been kept.',
    todo: 'There is nothing left for you to do. Do you have a question? Ask your fieldwork manager.',
  }),
  'session.locked': () => ({
    happened: 'This place is locked.',
    safe: 'Everything you saved is still there.',
    todo: 'Unlock it first with your passphrase.',
  }),
  'session.wrong-pin': ({ left }) => ({
    happened: 'This PIN is not right.',
    todo:
      left === 1
        ? 'You can try once more. After that your passphrase is needed.'
        : `You can try ${number(left)} more times. After that your passphrase is needed.`,
  }),
  'session.pin-gone': () => ({
    happened: 'A PIN does not work here any more.',
    safe: 'Everything you saved is still there.',
    todo: 'Unlock with your passphrase.',
  }),
  'session.pin-without-shift': () => ({
    happened: 'A PIN works only during a shift, and no shift is open now.',
    safe: nothingChanged,
    todo: 'Ask your fieldwork manager to open a shift. Until then, unlock with your passphrase.',
  }),
  'session.pin-only-interviewer': () => ({
    happened: 'A PIN is only for those who only interview.',
    safe: nothingChanged,
    todo: 'Unlock with your passphrase.',
  }),
  'session.pin-too-easy': () => ({
    happened: 'This PIN is too easy to guess.',
    safe: nothingChanged,
    todo: 'Choose six digits that are no run and do not repeat.',
  }),
  'session.keys-gone': () => ({
    happened: 'The keys for this are not there any more: someone was locked or signed out meanwhile.',
    safe: 'What was saved is still there.',
    todo: 'Unlock the place, or let that person sign in again. Then try again.',
  }),
  'session.role-not-allowed': ({ request, roles }) => ({
    happened: `With your role you cannot do this: ${deed(request)}.`,
    safe: nothingChanged,
    todo: `Ask someone with the role ${oneOf(roles.map((role) => words.roles[role]))}.`,
  }),
  'session.choose-passphrase': () => ({
    happened: 'You signed in with a one-time passphrase.',
    todo: 'Now choose a passphrase of your own, which nobody else knows.',
  }),
  'session.key-awaited': ({ key }) => ({
    happened: `You do not have the key to ${words.keys[key]} yet.`,
    safe: 'Nothing is lost.',
    todo: 'Have a colleague who holds this key sign in once. Then sign in again yourself.',
  }),
  'session.colleague-needed': ({ role }) => ({
    happened: `This also takes a ${words.roles[role]}, at a seat of their own.`,
    safe: nothingChanged,
    todo: `Ask a ${words.roles[role]} to sign in and to agree to this request. Then try again.`,
  }),
};

function deed(request: string): string {
  return Object.hasOwn(words.requests, request)
    ? words.requests[request as keyof typeof words.requests]
    : quoted(request);
}

function inputAdvice(expected: ExpectedInput): string {
  const units = {
    characters: { one: 'character', other: 'characters' },
    items: { one: 'item', other: 'items' },
  } as const;
  const bounded = (bound: number, of: 'characters' | 'items' | 'value') =>
    of === 'value' ? number(bound) : count(bound, units[of]);
  const advice: { readonly [K in ExpectedInput['kind']]: (given: Extract<ExpectedInput, { kind: K }>) => string } = {
    something: () => 'Fill this in, because it is needed.',
    text: () => 'Fill in a text.',
    number: () => 'Fill in a number.',
    'whole-number': () => 'Fill in a whole number.',
    'yes-or-no': () => 'Choose yes or no (true or false).',
    list: () => 'Give a list.',
    fields: () => 'Give an object with fields.',
    'one-of': ({ options }) => `Choose ${oneOf(options.map(quoted))}.`,
    'at-least': ({ bound, of }) => `Give at least ${bounded(bound, of)}.`,
    'at-most': ({ bound, of }) => `Give at most ${bounded(bound, of)}.`,
    'email-address': () => 'Fill in an e-mail address.',
    'web-address': () => 'Fill in a web address that begins with https://. That is a secure address.',
    day: () => 'Fill in a day that exists, as year-month-day: 2026-05-14.',
    time: () => 'Fill in a time, as hours:minutes: 19:10.',
    'short-code': () => 'Begin with a small letter. Use only small letters, digits and a hyphen.',
    json: () => 'Write the input as JSON.',
    pin: () => 'Choose six digits.',
    'secret-or-pin': () => 'Give your passphrase or your PIN, one of the two.',
    'no-secret': () => 'Remove the secret from the command. Veldwerk asks for it itself.',
    secret: ({ variable }) => `Type the secret when Veldwerk asks for it, or put it in the variable ${variable}.`,
    other: () => 'Check what you filled in and correct it.',
  };
  return (advice[expected.kind] as (given: ExpectedInput) => string)(expected);
}
