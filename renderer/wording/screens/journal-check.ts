/** What is said of the check of a journal, and of the journal as a file, in Dutch and English. */
import type { JournalState } from '../../../shared/study/journal.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  title: 'Controle',
  whole: 'De keten is heel: in en tussen de regels die er staan, is niets veranderd of weggehaald.',
  broken: (nr: string) => `De keten is verbroken bij nummer ${nr}: daar is iets veranderd of weggehaald.`,
  states: {
    agrees: (nr: string) =>
      `Het einde klopt: nummer ${nr} is ook de laatste regel die deze computer buiten het onderzoek bijhoudt.`,
    ahead: (nr: string) =>
      `Het einde klopt: de regel met nummer ${nr}, die deze computer buiten het onderzoek bijhoudt, staat er, en het journaal gaat daarna verder.`,
    cut: (nr: string) =>
      `Er zijn regels weg aan het eind: deze computer weet van nummer ${nr}, en dat staat er niet. Misschien is een oude kopie teruggezet.`,
    rewritten: (nr: string) =>
      `Het einde is een ander: de regel met nummer ${nr} is niet de regel die deze computer buiten het onderzoek bijhoudt.`,
    unknown: () =>
      'Deze computer weet niet hoe het journaal eindigde: buiten het onderzoek wordt er hier niets van bijgehouden. Of aan het eind regels ontbreken, is zo niet te zien.',
  } as Readonly<Record<JournalState, (nr: string) => string>>,
  stateNames: {
    agrees: 'klopt',
    ahead: 'klopt, en gaat verder',
    cut: 'regels weg',
    rewritten: 'een ander',
    unknown: 'niet bekend',
  } as Readonly<Record<JournalState, string>>,
  warn: 'Waarschuw de opdrachtgever en bewaar de map van het onderzoek zoals die nu is.',
  warnUnknown:
    'Is het onderzoek van een andere computer gekomen? Vergelijk het dan met een journaal dat eerder als bestand is bewaard.',
  check: 'Journaal controleren',
  checked: (day: string, total: string) =>
    `Gecontroleerd op ${day}: alle ${total} regels, hun keten, en het einde. Dat staat ook in het journaal.`,
  exportHelp: [
    'Als bestand kan iedereen het journaal controleren, zonder sleutel van het onderzoek. Er staan geen persoonsgegevens in: mensen van het bureau staan er met een code.',
    'Bewaar het buiten deze computer. Alleen dan is later te zien of hier ook wat buiten het onderzoek wordt bijgehouden, is veranderd.',
  ],
  saveFile: 'Journaal als bestand bewaren',
  fileName: (today: string) => `journaal-${today}.jsonl`,
  saved: (name: string, total: string) => `Bewaard als ${name}: ${total} regels, ondertekend door deze installatie.`,
  signedBy: 'Kenmerk van deze installatie',
  signedByHelp: 'Noteer dit kenmerk. Wie het bestand controleert, vergelijkt het hiermee.',
};

const en: typeof nl = {
  title: 'Check',
  whole: 'The chain is whole: in and between the lines that are there nothing was changed or taken away.',
  broken: (nr) => `The chain is broken at number ${nr}: something was changed or taken away there.`,
  states: {
    agrees: (nr) =>
      `The end is right: number ${nr} is also the last line that this computer keeps note of outside the study.`,
    ahead: (nr) =>
      `The end is right: the line with number ${nr}, which this computer keeps note of outside the study, is there, and the journal goes on after it.`,
    cut: (nr) =>
      `Lines are missing at the end: this computer knows of number ${nr}, and that is not there. Perhaps an old copy was put back.`,
    rewritten: (nr) =>
      `The end is another one: the line with number ${nr} is not the line that this computer keeps note of outside the study.`,
    unknown: () =>
      'This computer does not know how the journal ended: nothing of it is kept note of here outside the study. Whether lines are missing at the end cannot be seen this way.',
  },
  stateNames: {
    agrees: 'right',
    ahead: 'right, and goes on',
    cut: 'lines missing',
    rewritten: 'another one',
    unknown: 'not known',
  },
  warn: 'Warn the client and keep the folder of the study as it is now.',
  warnUnknown:
    'Did the study come from another computer? Then compare it with a journal that was saved as a file earlier.',
  check: 'Check journal',
  checked: (day, total) =>
    `Checked on ${day}: all ${total} lines, their chain, and the end. That stands in the journal too.`,
  exportHelp: [
    'As a file the journal can be checked by anyone, without a key of the study. There is no personal data in it: people of the bureau stand in it with a code.',
    'Keep it away from this computer. Only then can be seen later whether what is kept outside the study was changed here too.',
  ],
  saveFile: 'Save journal as a file',
  fileName: (today) => `journal-${today}.jsonl`,
  saved: (name, total) => `Saved as ${name}: ${total} lines, signed by this installation.`,
  signedBy: 'Mark of this installation',
  signedByHelp: 'Write this mark down. Whoever checks the file compares it with this.',
};

export const journalCheckWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
