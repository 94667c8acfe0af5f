/** The words for requests for help of people in trouble: who asked, and passing it on to the client, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  title: 'Hulpvragen voor de opdrachtgever',
  text: 'Deze mensen vroegen in een gesprek om hulp en vonden het goed dat u dit doorgeeft. Bel of mail de opdrachtgever vandaag nog. De antwoorden van het interview horen hier niet bij.',
  none: 'Er wacht geen hulpvraag.',
  noneText: 'Vraagt iemand in een gesprek om hulp, dan staat het hier: wie het is, en wat die persoon vraagt.',
  passedBefore: (count: number, written: string) =>
    count === 0 ? '' : count === 1 ? '1 hulpvraag is doorgegeven.' : `${written} hulpvragen zijn doorgegeven.`,
  waiting: { one: '{n} hulpvraag wacht', other: '{n} hulpvragen wachten' },
  askedOn: (day: string, group: string) => `${day}, ${group}`,
  phone: 'Telefoon',
  noPhone: 'geen nummer bekend',
  passOn: 'Leg vast dat dit is doorgegeven',
  passTitle: 'Is deze hulpvraag doorgegeven?',
  to: 'Wie bij de opdrachtgever kreeg de hulpvraag?',
  toHint:
    'Een naam of functie, bijvoorbeeld: mevrouw De Boer, loket Wmo. Vraagt deze persoon ernaar, dan krijgt die dit te horen.',
  what: 'Daarna verdwijnt uit Veldwerk wat deze persoon vroeg. Alleen dat er iets is doorgegeven, wanneer en aan wie, blijft bij deze persoon staan. Dit kunt u niet terugnemen.',
  confirm: 'Leg vast en wis de hulpvraag',
  passed: (to: string) => `Vastgelegd: doorgegeven aan ${to}. De hulpvraag is gewist.`,
};

const en: typeof nl = {
  title: 'Requests for help for the client',
  text: 'These people asked for help in a call, and agreed that you pass it on. Ring or e-mail the client today. The answers of the interview are no part of it.',
  none: 'No request for help is waiting.',
  noneText: 'When someone asks for help in a call it stands here: who it is, and what that person asks.',
  passedBefore: (count, written) =>
    count === 0
      ? ''
      : count === 1
        ? '1 request for help was passed on.'
        : `${written} requests for help were passed on.`,
  waiting: { one: '{n} request for help is waiting', other: '{n} requests for help are waiting' },
  askedOn: (day, group) => `${day}, ${group}`,
  phone: 'Telephone',
  noPhone: 'no number known',
  passOn: 'Record that this was passed on',
  passTitle: 'Was this request for help passed on?',
  to: 'Who at the client received it?',
  toHint:
    'A name or a function, for example: Ms De Boer, social support desk. When this person asks, they are told this.',
  what: 'After that what this person asked goes from Veldwerk. Only that something was passed on, when and to whom, stays with this person. This cannot be taken back.',
  confirm: 'Record it and erase the request',
  passed: (to) => `Recorded: passed on to ${to}. The request for help was erased.`,
};

export const callbackWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
