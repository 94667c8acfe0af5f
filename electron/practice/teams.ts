/** The eight invented neighbourhood teams (wijkteams) of the invented town of Waterhoven: the strata of the practice study. */
import type { ConsentBasis } from '../../shared/study/group.ts';

export interface Team {
  /** In names of files and as a choice of the questionnaires. */
  readonly code: string;
  /** As the municipality writes it in the column Wijkteam. */
  readonly name: string;
  /** How its residents were asked: face to face, or by a letter with the chance to object. */
  readonly residentsAsked: Extract<ConsentBasis, 'opt-in' | 'no-objection'>;
}

export const teams: readonly Team[] = [
  { code: 'oudehaven', name: 'Oude Haven', residentsAsked: 'opt-in' },
  { code: 'noorderkade', name: 'Noorderkade', residentsAsked: 'opt-in' },
  { code: 'zilverbos', name: 'Zilverbos', residentsAsked: 'opt-in' },
  { code: 'lindenhof', name: 'Lindenhof', residentsAsked: 'no-objection' },
  { code: 'molenpolder', name: 'Molenpolder', residentsAsked: 'opt-in' },
  { code: 'zuiderwaard', name: 'Zuiderwaard', residentsAsked: 'opt-in' },
  { code: 'kasteelkwartier', name: 'Kasteelkwartier', residentsAsked: 'no-objection' },
  { code: 'rietlanden', name: 'Rietlanden', residentsAsked: 'opt-in' },
];
