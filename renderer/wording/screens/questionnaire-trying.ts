/** The words for trying a questionnaire out: the test interview, the diagram of its routes, and what is checked, in Dutch and English. */
import type { ReadingHint, TextPart } from '../../../shared/interview/readability.ts';
import type { Forms, WordingLanguage } from '../grammar.ts';

type HintWords = {
  readonly [K in ReadingHint['kind']]: (hint: Extract<ReadingHint, { readonly kind: K }>) => string;
};
const hintsNl: HintWords = {
  'long-sentence': ({ words }) => `zin van ${words} woorden: maak er twee zinnen van`,
  'long-word': ({ word }) => `lang woord “${word}”: kies een korter woord`,
  'hard-word': ({ word, instead }) => `“${word}”: liever “${instead}”`,
  'double-negation': () => 'twee ontkenningen in één zin: zeg het zonder “niet”',
  'two-questions': () => 'twee vragen in één: vraag ze apart',
  'hard-text': ({ score }) => `moeilijke tekst (${score} van 100): korte zinnen, gewone woorden`,
};
const hintsEn: HintWords = {
  'long-sentence': ({ words }) => `sentence of ${words} words: make it two sentences`,
  'long-word': ({ word }) => `long word “${word}”: choose a shorter one`,
  'hard-word': ({ word, instead }) => `“${word}”: better “${instead}”`,
  'double-negation': () => 'two negations in one sentence: say it without “not”',
  'two-questions': () => 'two questions in one: ask them apart',
  'hard-text': ({ score }) => `hard text (${score} of 100): short sentences, plain words`,
};

const nl = {
  test: {
    isTest: 'Dit is een proef. Er wordt niets bewaard, en niets telt mee.',
    text: 'U ziet de vragen precies zoals een enquêteur ze ziet, met dezelfde toetsen. Er is niemand aan de lijn.',
    begin: 'Begin het proefinterview',
    again: 'Begin opnieuw',
    stop: 'Stop de proef',
    position: (done: string, onRoute: string) => `${done} van ±${onRoute} beantwoord`,
    end: 'De route is afgelopen.',
    endText: (answers: string) => `${answers} gegeven.`,
    answers: { one: '{n} antwoord', other: '{n} antwoorden' } satisfies Forms,
    open: (items: string) => `Nog verplicht en niet beantwoord: ${items}. Zo kan een enquêteur niet afronden.`,
    clashing: (items: string) => `Past niet meer bij een ander antwoord: ${items}. Zo kan een enquêteur niet afronden.`,
    back: 'Terug naar de laatste vraag',
    all: 'Alle vragen en teksten',
    allHelp: 'Kies een vraag om erheen te gaan. Wat nu niet op de route ligt, staat er grijs bij.',
    states: {
      now: 'nu',
      answered: 'beantwoord',
      open: 'nog niet',
      off: 'niet op de route',
      fell: 'beantwoord, valt nu weg',
    },
    fell: (count: string) =>
      `${count} door een eerder antwoord weg. In een echt interview blijven ze bewaard tot het is afgerond, en tellen dan niet mee.`,
    fellCount: { one: 'Er valt {n} antwoord', other: 'Er vallen {n} antwoorden' } satisfies Forms,
  },
  diagram: {
    text: 'Van boven naar beneden staan de vragen. Rechts staat wat alleen onder een voorwaarde wordt gevraagd. Vragen die samen opgaan, staan in één vak.',
    label: 'Routes door de vragenlijst',
    scroll: 'Schuif opzij om alles te zien.',
    listTitle: 'Dezelfde routes als lijst',
    always: 'altijd',
    columns: { numbers: 'Vraag', text: 'Tekst', condition: 'Wordt gevraagd' },
    when: (condition: string) => `als ${condition}`,
    deciding: 'beslist over wat volgt',
    question: (from: number, to: number) => (from === to ? `vraag ${from}` : `vraag ${from}–${to}`),
    note: 'tekst',
    run: (asked: number, hasTexts: boolean) =>
      `${asked === 1 ? '1 vraag' : `${asked} vragen`}${hasTexts ? ', met tekst' : ''}`,
    texts: (count: number) => `${count} teksten`,
    end: 'Einde',
    none: 'In deze vragenlijst krijgt iedereen dezelfde vragen.',
  },
  checks: {
    walksTitle: 'Duizend keer op goed geluk',
    walksText:
      'Veldwerk loopt de vragenlijst duizend keer door met willekeurige, geldige antwoorden. Zo blijkt of elke vraag te bereiken is, of elk interview kan eindigen, en hoe lang de routes zijn.',
    begin: 'Loop de vragenlijst duizend keer door',
    again: 'Loop haar opnieuw door',
    stop: 'Stop',
    walking: 'De vragenlijst wordt doorlopen',
    ended: (walks: string) => `Alle ${walks} interviews kwamen aan het eind.`,
    notEnded: (stuck: string, walks: string) => `${stuck} van ${walks} interviews liepen vast.`,
    reached: 'Elke vraag is bereikt.',
    notReached: (count: string) => `${count} nooit bereikt`,
    notReachedCount: { one: '{n} vraag of tekst is', other: '{n} vragen of teksten zijn' } satisfies Forms,
    notReachedTodo: 'Kijk of de voorwaarde klopt. Soms is een route alleen heel zeldzaam.',
    stuckTitle: 'Hier was geen geldig antwoord te vinden',
    stuckTodo: 'Kijk naar de voorwaarde van het antwoord en naar het filter op de antwoorden.',
    columns: { item: 'Vraag', condition: 'Voorwaarde', walks: 'Interviews' },
    lengthTitle: 'Lengte',
    lengthText:
      'Geschat: twee woorden per seconde voorlezen, en tijd voor elk soort antwoord. Antwoorden die de lengte niet veranderen, staan er niet bij.',
    measured: (minutes: string) => `Gemeten in dit onderzoek: gemiddeld ${minutes} minuten.`,
    route: 'Route',
    whole: 'Alle routes samen',
    branch: (item: string, choice: string) => `${item} → ${choice}`,
    items: 'Vragen',
    minutes: 'Minuten',
    spread: (shortest: string, typical: string, longest: string) => `${typical} (${shortest} tot ${longest})`,
    spreadHead: (what: string) => `${what}, gewoonlijk (kortste tot langste)`,
    readingTitle: 'Leesbaarheid',
    readingText:
      'Wie luistert, hoort een zin één keer. Streef naar taalniveau B1. Dit zijn aanwijzingen: een formule weet niet wat u bedoelt. De moeilijkste teksten staan bovenaan.',
    scored: (language: string, score: string, words: string) =>
      `${language}: ${score} van 100 (60 of meer is goed te volgen), ${words} woorden per zin.`,
    notScored: (language: string, words: string) => `${language}: ${words} woorden per zin.`,
    noHints: 'Geen tekst valt op.',
    withHints: (count: string, all: string) => `Teksten die opvallen: ${count} van ${all}`,
    readingColumns: { item: 'Vraag', language: 'Taal', part: 'Wat', hints: 'Aanwijzing' },
    parts: { label: 'vraag', hint: 'toelichting', probe: 'doorvragen', choices: 'antwoorden' } satisfies Record<
      TextPart,
      string
    >,
    hints: hintsNl,
    more: (count: string) => `Toon alle ${count}`,
  },
};

const en: typeof nl = {
  test: {
    isTest: 'This is a test. Nothing is kept, and nothing counts.',
    text: 'You see the items exactly as an interviewer sees them, with the same keys. There is nobody on the line.',
    begin: 'Begin the test interview',
    again: 'Begin again',
    stop: 'Stop the test',
    position: (done, onRoute) => `${done} of ±${onRoute} answered`,
    end: 'The route has come to its end.',
    endText: (answers) => `${answers} given.`,
    answers: { one: '{n} answer', other: '{n} answers' },
    open: (items) => `Required and not answered: ${items}. An interviewer cannot finish like this.`,
    clashing: (items) => `Does not fit another answer any more: ${items}. An interviewer cannot finish like this.`,
    back: 'Back to the last item',
    all: 'All items and texts',
    allHelp: 'Choose an item to go there. What is not on the route now is greyed.',
    states: {
      now: 'now',
      answered: 'answered',
      open: 'not yet',
      off: 'not on the route',
      fell: 'answered, falls off now',
    },
    fell: (count) =>
      `${count} the route by an earlier answer. In a real interview they are kept until it is finished, and do not count then.`,
    fellCount: { one: '{n} answer falls off', other: '{n} answers fall off' },
  },
  diagram: {
    text: 'The items stand from top to bottom. To the right is what is only asked under a condition. Items that go together stand in one box.',
    label: 'Routes through the questionnaire',
    scroll: 'Scroll sideways to see everything.',
    listTitle: 'The same routes as a list',
    always: 'always',
    columns: { numbers: 'Item', text: 'Text', condition: 'Is asked' },
    when: (condition) => `if ${condition}`,
    deciding: 'decides what follows',
    question: (from, to) => (from === to ? `question ${from}` : `question ${from}–${to}`),
    note: 'text',
    run: (asked, hasTexts) => `${asked === 1 ? '1 item' : `${asked} items`}${hasTexts ? ', with text' : ''}`,
    texts: (count) => `${count} texts`,
    end: 'End',
    none: 'In this questionnaire everyone gets the same items.',
  },
  checks: {
    walksTitle: 'A thousand times at random',
    walksText:
      'Veldwerk goes through the questionnaire a thousand times with random, valid answers. That shows whether every item can be reached, whether every interview can end, and how long the routes are.',
    begin: 'Walk the questionnaire a thousand times',
    again: 'Walk it again',
    stop: 'Stop',
    walking: 'The questionnaire is being walked',
    ended: (walks) => `All ${walks} interviews came to the end.`,
    notEnded: (stuck, walks) => `${stuck} of ${walks} interviews got stuck.`,
    reached: 'Every item was reached.',
    notReached: (count) => `${count} never reached`,
    notReachedCount: { one: '{n} item or text was', other: '{n} items or texts were' },
    notReachedTodo: 'See whether the condition is right. Sometimes a route is only very rare.',
    stuckTitle: 'No valid answer was found here',
    stuckTodo: 'Look at the condition of the answer, and at the filter on the choices.',
    columns: { item: 'Item', condition: 'Condition', walks: 'Interviews' },
    lengthTitle: 'Length',
    lengthText:
      'Estimated: two words a second read aloud, and time for each type of answer. Answers that do not change the length are left out.',
    measured: (minutes) => `Measured in this study: ${minutes} minutes on average.`,
    route: 'Route',
    whole: 'All routes together',
    branch: (item, choice) => `${item} → ${choice}`,
    items: 'Items',
    minutes: 'Minutes',
    spread: (shortest, typical, longest) => `${typical} (${shortest} to ${longest})`,
    spreadHead: (what) => `${what}, usually (shortest to longest)`,
    readingTitle: 'Readability',
    readingText:
      'Who listens hears a sentence once. Aim for language level B1. These are hints: a formula does not know what you mean. The hardest texts come first.',
    scored: (language, score, words) =>
      `${language}: ${score} of 100 (60 or more is easy to follow), ${words} words a sentence.`,
    notScored: (language, words) => `${language}: ${words} words a sentence.`,
    noHints: 'No text stands out.',
    withHints: (count, all) => `Texts that stand out: ${count} of ${all}`,
    readingColumns: { item: 'Item', language: 'Language', part: 'What', hints: 'Hint' },
    parts: { label: 'question', hint: 'explanation', probe: 'asking on', choices: 'choices' },
    hints: hintsEn,
    more: (count) => `Show all ${count}`,
  },
};

export const questionnaireTryingWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
