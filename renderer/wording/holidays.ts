/** The public holidays of the Netherlands, by name. */
import type { Holiday } from '../../shared/calendar.ts';
import type { WordingLanguage } from './grammar.ts';

export const holidayNames: Readonly<Record<WordingLanguage, Readonly<Record<Holiday, string>>>> = {
  nl: {
    'new-year': 'Nieuwjaarsdag',
    'easter-sunday': 'eerste paasdag',
    'easter-monday': 'tweede paasdag',
    'kings-day': 'Koningsdag',
    'liberation-day': 'Bevrijdingsdag',
    'ascension-day': 'Hemelvaartsdag',
    'whit-sunday': 'eerste pinksterdag',
    'whit-monday': 'tweede pinksterdag',
    'christmas-day': 'eerste kerstdag',
    'second-christmas-day': 'tweede kerstdag',
  },
  en: {
    'new-year': 'New Year’s Day',
    'easter-sunday': 'Easter Sunday',
    'easter-monday': 'Easter Monday',
    'kings-day': 'King’s Day',
    'liberation-day': 'Liberation Day',
    'ascension-day': 'Ascension Day',
    'whit-sunday': 'Whit Sunday',
    'whit-monday': 'Whit Monday',
    'christmas-day': 'Christmas Day',
    'second-christmas-day': 'Boxing Day',
  },
};
