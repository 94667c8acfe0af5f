/** The answer lists that more than one questionnaire uses. */
import { teams } from '../../../electron/practice/teams.ts';
import type { ListedChoice } from './form.ts';

const agreement: readonly ListedChoice[] = [
  { name: 'helemaal_oneens', label: ['Helemaal mee oneens', 'Fully disagree'], weight: 1 },
  { name: 'oneens', label: ['Mee oneens', 'Disagree'], weight: 2 },
  { name: 'neutraal', label: ['Niet eens en niet oneens', 'Neither agree nor disagree'], weight: 4 },
  { name: 'eens', label: ['Mee eens', 'Agree'], positive: true, weight: 9 },
  { name: 'helemaal_eens', label: ['Helemaal mee eens', 'Fully agree'], positive: true, weight: 5 },
];

export const dontKnow: ListedChoice = {
  name: 'weet_niet',
  label: ['Weet ik niet', "I don't know"],
  missing: 'dont-know',
  weight: 1,
};
export const other: ListedChoice = { name: 'anders', label: ['Anders, namelijk', 'Other, namely'], weight: 1 };

export const sharedChoices = {
  eens: agreement,
  eens_geen: [
    ...agreement,
    {
      name: 'geen_mening',
      label: ['Geen mening of niet van toepassing', 'No opinion or does not apply'],
      missing: 'does-not-apply',
      weight: 3,
    },
  ],
  sterren: [
    { name: '1', label: ['1 ster', '1 star'], weight: 1 },
    { name: '2', label: ['2 sterren', '2 stars'], weight: 2 },
    { name: '3', label: ['3 sterren', '3 stars'], weight: 6 },
    { name: '4', label: ['4 sterren', '4 stars'], weight: 9 },
    { name: '5', label: ['5 sterren', '5 stars'], weight: 5 },
  ],
  teams: [...teams.map((team): ListedChoice => ({ name: team.code, label: [team.name, team.name] })), dontKnow],
} satisfies Readonly<Record<string, readonly ListedChoice[]>>;
