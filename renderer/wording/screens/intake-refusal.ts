/** The words of a file that is refused as a whole, and the ready text that asks the client for a new one: in Dutch, because the client is. */
import type { Problems } from '../../../shared/problem.ts';
import type { WordingLanguage } from '../grammar.ts';
import { wordsNl } from '../words-nl.ts';

export type RefusedWhole =
  | ({ readonly problem: 'intake.citizen-service-number' } & Problems['intake.citizen-service-number'])
  | ({ readonly problem: 'intake.special-category' } & Problems['intake.special-category']);

/** Where it stands and what is asked: no name of a file and nothing of a cell, so that it may be mailed. */
export function readyText(refused: RefusedWhole, study: string): string {
  const { file, sheet, column } = refused;
  const place = `bestand ${file} van uw levering${sheet === undefined ? '' : `, blad ${sheet}`}, kolom ${column}`;
  const [what, without] =
    refused.problem === 'intake.citizen-service-number'
      ? ([
          `In ${place}, ${refused.recognisedBy === 'header' ? 'staat volgens de kop het burgerservicenummer (BSN)' : 'staan burgerservicenummers (BSN)'}. Voor dit onderzoek mogen wij het BSN niet verwerken (UAVG art. 46).`,
          'het BSN',
        ] as const)
      : ([
          `In ${place}, staan volgens de kop bijzondere persoonsgegevens: ${wordsNl.specialCategories[refused.category]}. De verwerkersovereenkomst staat die gegevens niet toe (AVG art. 9 en 10).`,
          'deze kolom',
        ] as const);
  return [
    `Onderwerp: nieuw bestand nodig voor ${study}`,
    'Geachte opdrachtgever,',
    what,
    'Ons programma heeft het hele bestand geweigerd. Er is niets uit ingelezen of bewaard. Het voorval staat in ons journaal.',
    [
      'Wij vragen u:',
      `1. Stuur ons een nieuw bestand zonder ${without}. Verwijder de kolom echt; verbergen is niet genoeg.`,
      '2. Kijk of de gegevens ook in andere bladen of verborgen kolommen staan.',
      '3. Meld het voorval aan uw functionaris gegevensbescherming (FG).',
    ].join('\n'),
    'Wij verwijderen het ontvangen bestand, ook uit onze e-mail. Wij bevestigen u dat als het is gedaan.',
    'Met vriendelijke groet,',
  ].join('\n\n');
}

const nl = {
  title: 'Het hele bestand is geweigerd.',
  incident: 'Er is niets ingelezen. Het voorval staat als incident in het journaal, zonder de gegevens zelf.',
  todo: 'Wat u nu doet',
  steps: [
    'Stuur de tekst hieronder aan de opdrachtgever.',
    'Meld het aan uw functionaris gegevensbescherming (FG).',
    'Verwijder het bestand, ook uit uw e-mail, uit uw downloads en uit de prullenbak.',
  ],
  noWayAround:
    'U kunt dit niet overslaan. Ook het weglaten van de kolom hier helpt niet: het bestand had zo niet gestuurd mogen worden.',
  letter: 'Tekst voor de opdrachtgever',
  letterHint: 'Er staan geen persoonsgegevens in. Selecteer de tekst, kopieer die en plak die in uw e-mail.',
  selectAll: 'Selecteer de hele tekst',
  takeOff: 'Haal dit bestand weg',
};

const en: typeof nl = {
  title: 'The whole file was refused.',
  incident: 'Nothing was taken in. The incident is in the journal, without the data itself.',
  todo: 'What you do now',
  steps: [
    'Send the text below to the client.',
    'Tell your data protection officer.',
    'Erase the file, also from your e-mail, your downloads and the bin.',
  ],
  noWayAround:
    'You cannot skip this. Leaving the column out here does not help either: the file should not have been sent like this.',
  letter: 'Text for the client (in Dutch)',
  letterHint: 'There is no personal data in it. Select the text, copy it and paste it into your e-mail.',
  selectAll: 'Select the whole text',
  takeOff: 'Take this file off',
};

export const intakeRefusalWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
