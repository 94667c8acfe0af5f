/** The words of stopping all contact at once, for everyone or for a group, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  room: 'Stop voor iedereen',
  text: 'Hiermee stopt alle contact meteen: e-mail, brieven, bellen en bezoeken. Niemand vervalt: wie aan de beurt was, blijft aan de beurt tot u hervat.',
  onePerson: 'Moet het contact met één persoon stoppen? Doe dat bij “Iemand belde of schreef”, of bij een verzoek.',
  who: 'Voor wie?',
  everyone: 'iedereen in dit onderzoek',
  group: (title: string) => `alleen ${title}`,
  stop: 'Leg alle contact stil',
  stopTitle: 'Alle contact stilleggen?',
  stopText: (who: string) =>
    `Er gaat niets meer uit naar: ${who}. Het versturen stopt na het bericht dat nu weggaat. Enquêteurs krijgen niemand meer om te bellen. U kunt dit weer hervatten.`,
  haltedAll: 'Alle contact ligt stil.',
  haltedGroups: (groups: string) => `Het contact ligt stil voor: ${groups}.`,
  haltedText: 'Er gaat niets uit, in geen enkel kanaal, tot u het contact hervat.',
  letters: (count: number, number: string) =>
    count === 1
      ? 'Er ligt nog 1 brief die niet is gepost: doe die niet op de post.'
      : `Er liggen nog ${number} brieven die niet zijn gepost: doe die niet op de post.`,
  inHand: (count: number, number: string) =>
    count === 1
      ? '1 enquêteur heeft iemand in behandeling. Wie al in gesprek is, mag het gesprek afmaken.'
      : `${number} enquêteurs hebben iemand in behandeling. Wie al in gesprek is, mag het gesprek afmaken.`,
  lift: 'Hervat het contact',
  liftOf: (who: string) => `Hervat het contact: ${who}`,
  liftTitle: 'Contact hervatten?',
  liftText: (who: string) => `Wie aan de beurt is, kan weer worden benaderd: ${who}.`,
  batchHalted: 'niet posten: het contact ligt stil',
  postedAnyway:
    'Het contact met deze doelgroep ligt stil. Zijn de brieven toch al weg? Leg dat dan vast; anders kloppen de volgende stappen niet.',
  betweenAll: 'De veldwerkleider heeft alle contact stilgelegd.',
  betweenGroups: (groups: string) => `De veldwerkleider heeft het contact stilgelegd voor: ${groups}.`,
  betweenText: 'Bel niemand meer. Wordt u teruggebeld? Zeg dat we later contact opnemen.',
};

const en: typeof nl = {
  room: 'Stop for everyone',
  text: 'This stops all contact at once: e-mail, letters, calls and visits. Nobody drops out: whoever was due stays due until you resume.',
  onePerson: 'Has contact with one person to stop? Do that at “Someone rang or wrote”, or at a request.',
  who: 'For whom?',
  everyone: 'everyone in this study',
  group: (title) => `only ${title}`,
  stop: 'Stop all contact',
  stopTitle: 'Stop all contact?',
  stopText: (who) =>
    `Nothing goes out any more to: ${who}. The sending stops after the message that is going out now. Interviewers get nobody to ring any more. You can resume this.`,
  haltedAll: 'All contact is stopped.',
  haltedGroups: (groups) => `Contact is stopped for: ${groups}.`,
  haltedText: 'Nothing goes out, in any channel, until you resume contact.',
  letters: (count, number) =>
    count === 1
      ? '1 letter was made and not posted: do not post it.'
      : `${number} letters were made and not posted: do not post them.`,
  inHand: (count, number) =>
    count === 1
      ? '1 interviewer has someone in hand. Whoever is talking already may finish the conversation.'
      : `${number} interviewers have someone in hand. Whoever is talking already may finish the conversation.`,
  lift: 'Resume contact',
  liftOf: (who) => `Resume contact: ${who}`,
  liftTitle: 'Resume contact?',
  liftText: (who) => `Whoever is due can be contacted again: ${who}.`,
  batchHalted: 'do not post: contact is stopped',
  postedAnyway:
    'Contact with this group is stopped. Are the letters gone already? Record that then; otherwise the next steps are wrong.',
  betweenAll: 'The fieldwork manager has stopped all contact.',
  betweenGroups: (groups) => `The fieldwork manager has stopped contact for: ${groups}.`,
  betweenText: 'Ring nobody any more. Does someone ring back? Say that we get in touch later.',
};

export const haltWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
