/** The words of the questionnaire screen: which one is in use, looking at a workbook, what is in it and what it changes, in Dutch and English. */
import type { OutOfFormView } from '../../../shared/interview-views.ts';
import type { DifferenceKind } from '../../../shared/study/questionnaire-differences.ts';
import type { WordingLanguage } from '../grammar.ts';

export const questionnaireRooms = ['contents', 'preview', 'test', 'diagram', 'checks', 'paper'] as const;
/** `scripts` and `rules` are of the study, whatever the group. */
export const interviewRooms = ['scripts', 'rules'] as const;
export type QuestionnaireRoom = (typeof questionnaireRooms)[number] | (typeof interviewRooms)[number];

const nl = {
  lead: (loaded: string, all: string) =>
    `${loaded} van ${all} doelgroepen ${loaded === '1' ? 'heeft' : 'hebben'} een vragenlijst.`,
  leadEmpty: 'Er is nog geen doelgroep.',
  help: [
    'U schrijft de vragenlijst in Excel, als XLSForm-werkmap. Veldwerk bekijkt de werkmap eerst. Er verandert niets tot u de vragenlijst in gebruik neemt.',
    'Probeer de vragenlijst hier uit zoals een enquêteur haar ziet. Een proefinterview wordt nooit bewaard en telt nergens mee.',
  ],
  noGroups: 'Er is nog geen doelgroep.',
  noGroupsTodo: 'Elke doelgroep heeft een eigen vragenlijst. Voeg eerst een doelgroep toe bij Onderzoek, Doelgroepen.',
  toGroups: 'Ga naar Onderzoek',
  roomsLabel: 'Onderdelen van de vragenlijst',
  rooms: {
    contents: 'Inhoud',
    preview: 'Voorbeeld',
    test: 'Proefinterview',
    diagram: 'Routes',
    checks: 'Controle',
    paper: 'Papier en web',
    scripts: 'Belteksten',
    rules: 'Regels',
  } satisfies Record<QuestionnaireRoom, string>,
  group: 'Doelgroep',
  none: (group: string) => `${group} heeft nog geen vragenlijst.`,
  noneTodo:
    'Kies een XLSForm-werkmap uit Excel, met de bladen “survey” en “choices”. Veldwerk laat eerst zien wat erin staat en wat er eventueel te verbeteren is.',
  noneAsk: 'De veldwerkleider of de onderzoeker leest haar in.',
  choose: 'Kies een werkmap',
  chooseNew: 'Bekijk een nieuwe werkmap',
  chooseBetter: 'Kies de verbeterde werkmap',
  inUse: (title: string, version: string) =>
    version === '' ? `In gebruik: “${title}”` : `In gebruik: “${title}”, versie ${version}`,
  looking: (file: string, group: string) => `U bekijkt “${file}” voor ${group}.`,
  lookingNothing:
    'Er is nog niets ingelezen. Kijk rond in de onderdelen hieronder en neem de vragenlijst daarna in gebruik.',
  load: 'Neem deze vragenlijst in gebruik',
  chooseOther: 'Kies een andere werkmap',
  putAway: 'Leg weg',
  loaded: (title: string, items: string, languages: string) =>
    `“${title}” is ingelezen: ${items} vragen, in ${languages}.`,
  loadedNotAsked: (count: string) =>
    `${count} vragen worden niet gesteld: de overeenkomst staat het bijzondere gegeven niet toe.`,

  faults: (count: string, file: string) => `${count} in “${file}”`,
  faultCount: { one: '{n} fout', other: '{n} fouten' },
  faultsTodo: 'Er is niets ingelezen. Verbeter dit in de werkmap en kies haar dan opnieuw.',
  faultColumns: { sheet: 'Blad', row: 'Rij', column: 'Kolom', todo: 'Wat u kunt doen' },
  workbook: 'de werkmap',
  copy: 'Kopieer deze lijst',
  copied: 'De lijst is gekopieerd. Plak haar in een e-mail of in Excel.',
  notCopied: 'Kopiëren lukt in dit venster niet. Selecteer de tabel en kopieer haar met de toetsen van uw computer.',

  facts: {
    title: 'Titel',
    version: 'Versie',
    items: 'Vragen',
    notes: 'Teksten zonder vraag',
    calculations: 'Berekeningen',
    sections: 'Onderdelen',
    languages: 'Talen',
    required: 'Verplicht',
    minutes: 'Duur tot nu toe',
  },
  noVersion: 'niet ingevuld',
  minutes: (minutes: string) => `gemiddeld ${minutes} minuten`,
  defaultLanguage: (language: string) => `${language} (standaard)`,
  sectionsTitle: 'Onderdelen',
  sectionsCaption: 'Onderdelen, in volgorde, met het aantal vragen',
  section: 'Onderdeel',
  noSection: 'buiten een onderdeel',
  count: 'Vragen',
  kindOfSection: 'Soort',
  grid: 'stellingen met één schaal',
  notAskedTitle: 'Wordt niet gesteld',
  notAskedText:
    'Deze vragen gaan over bijzondere persoonsgegevens die de overeenkomst niet noemt (AVG art. 9 en 10). Niemand krijgt ze te zien. Spreek ze af met de opdrachtgever en zet ze in de overeenkomst, of haal ze uit de werkmap.',
  notAskedColumns: { item: 'Vraag', category: 'Bijzonder gegeven' },
  differencesTitle: 'Wat er verandert',
  differencesFirst: 'Dit is de eerste vragenlijst van deze doelgroep.',
  differencesNone: 'De vragen zijn gelijk aan die in de vragenlijst die nu in gebruik is.',
  differencesCaption: 'Verschillen met de vragenlijst die nu in gebruik is',
  changedColumns: { item: 'Vraag', text: 'Tekst', changed: 'Wat er anders is' },
  changes: {
    added: 'nieuw',
    removed: 'verdwijnt',
    text: 'tekst',
    kind: 'soort vraag',
    choices: 'antwoorden',
    condition: 'wanneer de vraag wordt gesteld',
    constraint: 'welke antwoorden mogen',
    order: 'plaats',
    other: 'iets anders',
  } satisfies Record<DifferenceKind, string>,
  languagesAdded: (languages: string) => `Er komt bij: ${languages}.`,
  languagesRemoved: (languages: string) =>
    `Verdwijnt: ${languages}. Een interview in die taal gaat verder in de standaardtaal.`,
  underWay: (count: number, written: string) =>
    count === 0
      ? 'Er is geen interview onderweg.'
      : `Er ${count === 1 ? 'is 1 interview' : `zijn ${written} interviews`} onderweg. ${count === 1 ? 'Het gaat' : 'Ze gaan'} met de nieuwe vragenlijst verder.`,
  notLookedInto:
    'Of de antwoorden in die interviews dan nog passen, is hier nu niet te zien. Dat ziet een onderzoeker, als ook een veldwerkleider is aangemeld.',
  versionUsed: (version: string) =>
    `Er zijn al antwoorden gegeven bij een andere vragenlijst met versie ‘${version}’. Geef deze vragenlijst eerst een andere versie.`,
  outOfForm: 'Antwoorden in interviews onderweg die dan niet meer passen',
  outOfFormNow: 'Antwoorden die niet meer passen',
  outOfFormNowText:
    'Deze antwoorden zijn gegeven op een eerdere versie. Ze blijven bewaard, maar komen zo niet in het bestand.',
  outOfFormNone: 'Alle antwoorden passen bij deze vragenlijst.',
  remarksTitle: 'Kanttekeningen van interviewers',
  remarksText: 'Ze staan per vraag, niet per interview. In het bestand komen ze niet.',
  remarksNone: 'Er zijn geen kanttekeningen.',
  remarksColumns: { item: 'Vraag', text: 'Kanttekening' },
  outOfFormColumns: { item: 'Vraag', why: 'Waarom', answers: 'Antwoorden' },
  whys: {
    'item-gone': 'de vraag is verdwenen',
    'kind-changed': 'het is een ander soort vraag',
    'choice-gone': 'het antwoord bestaat niet meer',
    constraint: 'het antwoord mag niet meer',
  } satisfies Record<OutOfFormView['items'][number]['why'], string>,
};

const en: typeof nl = {
  lead: (loaded, all) => `${loaded} of ${all} groups ${loaded === '1' ? 'has' : 'have'} a questionnaire.`,
  leadEmpty: 'There is no group yet.',
  help: [
    'You write the questionnaire in Excel, as an XLSForm workbook. Veldwerk looks at the workbook first. Nothing changes until you take the questionnaire into use.',
    'Try the questionnaire here as an interviewer sees it. A test interview is never kept and counts nowhere.',
  ],
  noGroups: 'There is no group yet.',
  noGroupsTodo: 'Every group has a questionnaire of its own. First add a group under Study, Groups.',
  toGroups: 'Go to Study',
  roomsLabel: 'Parts of the questionnaire',
  rooms: {
    contents: 'Contents',
    preview: 'Preview',
    test: 'Test interview',
    diagram: 'Routes',
    checks: 'Checks',
    paper: 'Paper and web',
    scripts: 'Scripts',
    rules: 'Rules',
  },
  group: 'Group',
  none: (group) => `${group} has no questionnaire yet.`,
  noneTodo:
    'Choose an XLSForm workbook from Excel, with the sheets “survey” and “choices”. Veldwerk first shows what is in it, and what has to be mended.',
  noneAsk: 'The fieldwork manager or the researcher loads it.',
  choose: 'Choose a workbook',
  chooseNew: 'Look at a new workbook',
  chooseBetter: 'Choose the mended workbook',
  inUse: (title, version) => (version === '' ? `In use: “${title}”` : `In use: “${title}”, version ${version}`),
  looking: (file, group) => `You are looking at “${file}” for ${group}.`,
  lookingNothing: 'Nothing was loaded yet. Look around in the parts below, and then take the questionnaire into use.',
  load: 'Take this questionnaire into use',
  chooseOther: 'Choose another workbook',
  putAway: 'Put away',
  loaded: (title, items, languages) => `“${title}” was loaded: ${items} items, in ${languages}.`,
  loadedNotAsked: (count) => `${count} items are not asked: the agreement does not allow the special category.`,

  faults: (count, file) => `${count} in “${file}”`,
  faultCount: { one: '{n} fault', other: '{n} faults' },
  faultsTodo: 'Nothing was loaded. Mend this in the workbook, and then choose it again.',
  faultColumns: { sheet: 'Sheet', row: 'Row', column: 'Column', todo: 'What you can do' },
  workbook: 'the workbook',
  copy: 'Copy this list',
  copied: 'The list was copied. Paste it into an e-mail or into Excel.',
  notCopied: 'Copying does not work in this window. Select the table and copy it with the keys of your computer.',

  facts: {
    title: 'Title',
    version: 'Version',
    items: 'Items',
    notes: 'Texts without a question',
    calculations: 'Calculations',
    sections: 'Sections',
    languages: 'Languages',
    required: 'Required',
    minutes: 'Length so far',
  },
  noVersion: 'not filled in',
  minutes: (minutes) => `${minutes} minutes on average`,
  defaultLanguage: (language) => `${language} (default)`,
  sectionsTitle: 'Sections',
  sectionsCaption: 'Sections, in order, with the number of items',
  section: 'Section',
  noSection: 'outside a section',
  count: 'Items',
  kindOfSection: 'Kind',
  grid: 'statements with one scale',
  notAskedTitle: 'Not asked',
  notAskedText:
    'These items are about special categories of personal data that the agreement does not name (GDPR art. 9 and 10). Nobody gets to see them. Agree on them with the client and put them in the agreement, or take them out of the workbook.',
  notAskedColumns: { item: 'Item', category: 'Special category' },
  differencesTitle: 'What changes',
  differencesFirst: 'This is the first questionnaire of this group.',
  differencesNone: 'The items are the same as in the questionnaire in use.',
  differencesCaption: 'Differences with the questionnaire in use',
  changedColumns: { item: 'Item', text: 'Text', changed: 'What is different' },
  changes: {
    added: 'new',
    removed: 'goes',
    text: 'text',
    kind: 'type of question',
    choices: 'choices',
    condition: 'when it is asked',
    constraint: 'which answers are allowed',
    order: 'place',
    other: 'something else',
  },
  languagesAdded: (languages) => `Added: ${languages}.`,
  languagesRemoved: (languages) => `Goes: ${languages}. An interview in that language goes on in the default language.`,
  underWay: (count, written) =>
    count === 0
      ? 'No interview is under way.'
      : `${count === 1 ? '1 interview is' : `${written} interviews are`} under way. ${count === 1 ? 'It goes' : 'They go'} on with the new questionnaire.`,
  notLookedInto:
    'Whether the answers in those interviews would still fit cannot be seen here now. A researcher sees it, when a fieldwork manager is signed in too.',
  versionUsed: (version: string) =>
    `Answers were given before under another questionnaire with version ‘${version}’. First give this questionnaire another version.`,
  outOfForm: 'Answers in interviews under way that would not fit any more',
  outOfFormNow: 'Answers that do not fit any more',
  outOfFormNowText:
    'These answers were given to an earlier version. They are kept, but do not come into the dataset as they are.',
  outOfFormNone: 'All answers fit this questionnaire.',
  remarksTitle: 'Remarks of interviewers',
  remarksText: 'They stand by item, not by interview. They do not come into the dataset.',
  remarksNone: 'There are no remarks.',
  remarksColumns: { item: 'Item', text: 'Remark' },
  outOfFormColumns: { item: 'Item', why: 'Why', answers: 'Answers' },
  whys: {
    'item-gone': 'the item is gone',
    'kind-changed': 'it is another type of question',
    'choice-gone': 'the choice is gone',
    constraint: 'the answer is not allowed any more',
  },
};

export const questionnaireWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
