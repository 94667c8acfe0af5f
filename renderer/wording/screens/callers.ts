/** The words for whoever calls by themselves: found by code, number or name, and taken in hand; in Dutch and English. */
import type { CallersFound } from '../../../shared/contact-views.ts';
import type { WordingLanguage } from '../grammar.ts';

type State = CallersFound['found'][number]['state'];

const nl = {
  open: 'Iemand belt',
  title: 'Wie belt er?',
  box: 'Code, telefoonnummer of naam',
  hint: 'Vraag de code op de brief. Zonder code: het nummer, of de achternaam.',
  look: 'Zoek',
  looking: 'Zoeken…',
  typeMore: 'Typ minstens drie tekens.',
  none: 'Niemand gevonden. Vraag het op een andere manier.',
  found: (count: string) => `${count} gevonden. Vraag door tot u zeker weet wie het is.`,
  more: (count: string) => `Er zijn er nog ${count}. Typ meer, dan wordt de lijst korter.`,
  take: 'Neem in behandeling',
  states: {
    open: 'kan nu',
    answered: 'heeft al geantwoord',
    ended: 'wordt niet meer benaderd',
    'in-hand': 'bij een collega',
    'may-not': 'mag niet worden geopend',
  } satisfies Record<State, string>,
  statesLong: {
    open: '',
    answered: 'Deze persoon heeft al geantwoord. Bedank voor het bellen.',
    ended: 'Deze persoon wordt niet meer benaderd. Wil iemand toch meedoen? Overleg met de veldwerkleider.',
    'in-hand': 'Een collega heeft deze persoon nu in behandeling. Verbind door.',
    'may-not': 'U mag deze gegevens nu niet openen. Verbind door met een collega of de veldwerkleider.',
  } satisfies Record<State, string>,
  back: 'Terug',
  firstThis: {
    phone: 'U hebt nog een casus. Sluit die eerst af met G, en druk dan op F4.',
    inbound: 'U hebt nog iemand aan de lijn. Sluit dat gesprek eerst af met G, en druk dan op F4.',
    visit: 'U hebt nog een bezoek. Sluit dat eerst af met G, en druk dan op F4.',
  },
  firstInterview:
    'U bent in een interview. Vraag de beller om later terug te bellen. Of stop met Alt+G, en druk dan op F4.',
  paperFirst: 'Leg het papier eerst opzij met Alt+S, en druk dan op F4. Wat u hebt ingevoerd, blijft bewaard.',
};

const en: typeof nl = {
  open: 'Somebody calls',
  title: 'Who is calling?',
  box: 'Code, telephone number or name',
  hint: 'Ask for the code on the letter. Without one: the number, or the surname.',
  look: 'Look',
  looking: 'Looking…',
  typeMore: 'Type at least three signs.',
  none: 'Nobody found. Ask it in another way.',
  found: (count) => `${count} found. Ask on until you are certain who it is.`,
  more: (count) => `There are ${count} more. Type more, and the list becomes shorter.`,
  take: 'Take in hand',
  states: {
    open: 'possible now',
    answered: 'has answered already',
    ended: 'is contacted no more',
    'in-hand': 'with a colleague',
    'may-not': 'may not be opened',
  },
  statesLong: {
    open: '',
    answered: 'This person has answered already. Thank them for calling.',
    ended: 'This person is contacted no more. Do they want to take part? Ask the fieldwork manager.',
    'in-hand': 'A colleague has this person in hand now. Put the call through.',
    'may-not': 'You may not open these data now. Put the call through to a colleague or the fieldwork manager.',
  },
  back: 'Back',
  firstThis: {
    phone: 'You still have a case. End it with G first, then press F4.',
    inbound: 'You still have somebody on the line. End that call with G first, then press F4.',
    visit: 'You still have a visit. End it with G first, then press F4.',
  },
  firstInterview: 'You are in an interview. Ask the caller to ring back later. Or stop with Alt+G, and then press F4.',
  paperFirst: 'Put the paper aside with Alt+S first, then press F4. What you entered is kept.',
};

export const callerWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
