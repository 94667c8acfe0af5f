/** What interviewers speak, and who is senior, as the study has it. */
import type { Caller } from '../../shared/study/calling.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Settings } from '../settings.ts';

/** Of whom nothing was recorded. */
export const plainCaller: Caller = { languages: ['nl'], isSenior: false };

export async function callerOf(person: PersonId, settings: Settings): Promise<Caller> {
  return (await settings.find('callers'))?.[person] ?? plainCaller;
}

/** As people write it: 'tr', 'TR'. */
export const plainLanguage = (language: string): string => language.trim().toLowerCase();

/** Of whom nothing else is known, they speak Dutch. */
export function speaks({ languages }: Caller, language = 'nl'): boolean {
  return languages.some((each) => plainLanguage(each) === plainLanguage(language));
}
