import { describe, expect, it } from 'vitest';
import { ownText, saysStop } from '../../../shared/contact/own-text.ts';

describe('ownText', () => {
  it.each([
    ['Ja graag.\n\nOp ma 2 nov 2026 schreef Bureau <a@b.example>:\n> Geachte', 'Ja graag.'],
    ['Yes.\n\nOn Mon, 2 Nov 2026 at 10:15, Bureau <a@b.example> wrote:\n\nDear', 'Yes.'],
    ['Ja.\n\nAm 02.11.2026 um 10:15 schrieb Bureau:\n> Sehr', 'Ja.'],
    ['Ja.\n\nOp ma 2 nov 2026 om 10:15 heeft Bureau <a@b.example>\nhet volgende geschreven:\n\nGeachte', 'Ja.'],
    ['Yes.\nOn Mon, 2 Nov 2026 at 10:15, Bureau Verzonnen\n<a@b.example> wrote:\nDear', 'Yes.'],
    ['Ja.\n-- \nQ. Wouda', 'Ja.'],
    ['Ja.\n________________________________\nVan: Bureau', 'Ja.'],
    ['Ja.\nVan: Bureau Verzonnen\nVerzonden: maandag', 'Ja.'],
    ['Ja.\n\nVerzonden vanuit Outlook voor Android', 'Ja.'],
    ['Ja.\nSent from my iPhone', 'Ja.'],
    ['> alleen een citaat', ''],
    ['', ''],
    // What someone wrote is not taken for an introduction.
    ['Op maandag kan ik niet.\nWel op dinsdag.', 'Op maandag kan ik niet.\nWel op dinsdag.'],
    ['Van de buren hoorde ik dit.', 'Van de buren hoorde ik dit.'],
  ])('of %j', (text, own) => {
    expect(ownText(text)).toBe(own);
  });
});

describe('saysStop', () => {
  const subject = 'Re: Een vraag over de wijk';
  it.each([
    'afmelden',
    'Afmelden.',
    ' STOP ',
    'stop!',
    '"uitschrijven"',
    '*stoppen*',
    'Unsubscribe',
    'opt out',
    'Opt-Out',
    'abmelden',
    'afmelden\u00a0',
  ])('is said by %j', (text) => expect(saysStop({ subject, text })).toBe(true));

  it.each([
    ...[
      'niet afmelden',
      'afmelden?? nee hoor',
      'stop met zeuren over de parkeerplaatsen',
      'ik wil me afmelden voor de bijeenkomst',
    ],
    ...[
      '',
      'stopcontact',
      'ja',
      'afmelden\nof toch niet',
      'STOP\nSTOP',
      `afmelden${' a'.repeat(200)}`,
      `afmelden${'!'.repeat(300)}`,
    ],
  ])('is not said by %j', (text) => expect(saysStop({ subject, text })).toBe(false));

  it.each([
    ['Afmelden', '', true],
    ['Afmelden', '> Geachte mevrouw', true],
    ['Afmelden', 'Toch doe ik mee.', false],
    ['Re: Afmelden', '', false],
    ['Een vraag', '', false],
  ])('with the subject %j and the text %j: %s', (subject, text, says) => {
    expect(saysStop({ subject, text })).toBe(says);
  });

  it('is not said by a subject that is no word but hundreds of signs: those are not searched', () => {
    expect(saysStop({ subject: 'afmelden...', text: '' })).toBe(true);
    expect(saysStop({ subject: `afmelden${'.'.repeat(300)}`, text: '' })).toBe(false);
  });
});
