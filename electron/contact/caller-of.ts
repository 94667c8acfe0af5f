/** What interviewers speak, and who is senior, as the study has it. */
import type { Caller } from '../../shared/study/calling.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Desk } from '../desk.ts';
import type { Settings } from '../settings.ts';
import { peopleOf } from '../staff.ts';

/** Of whom nothing was recorded. */
export const plainCaller: Caller = { languages: ['nl'], isSenior: false };

export async function callerOf(person: PersonId, settings: Settings): Promise<Caller> {
  return (await settings.find('callers'))?.[person] ?? plainCaller;
}

export interface NamedCaller extends Caller {
  readonly id: PersonId;
  readonly name: string;
}

/** Everyone who rings in this study. */
export async function callersOf(desk: Pick<Desk, 'vault' | 'study' | 'settings'>): Promise<readonly NamedCaller[]> {
  const callers = (await desk.settings.find('callers')) ?? {};
  const people = await peopleOf(desk);
  return people
    .filter(({ roles }) => roles.includes('interviewer'))
    .map(({ id, name }) => ({ id: id as PersonId, name, ...(callers[id as PersonId] ?? plainCaller) }));
}

/** As people write it: 'tr', 'TR'. */
export const plainLanguage = (language: string): string => language.trim().toLowerCase();

/** Of whom nothing else is known, they speak Dutch. */
export function speaks({ languages }: Caller, language = 'nl'): boolean {
  return languages.some((each) => plainLanguage(each) === plainLanguage(language));
}
