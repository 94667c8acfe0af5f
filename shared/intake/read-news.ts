/** What an update list says happened to someone since the last delivery. In doubt it cannot be read, and a person looks. */
import { plainWord } from './plain-word.ts';

/**
 * `objects`: does not want to be approached after all. `called`: phoned the client about the study. `nothing`: the cell is empty or says that
 * nothing happened.
 */
export type News = 'died' | 'moved' | 'objects' | 'called' | 'nothing' | 'unreadable';

const said: readonly (readonly [News, RegExp])[] = [
  ['died', /overleden|gestorven|overlijden|deceased|died|death/],
  [
    'objects',
    /bezwaar|weiger|wil(toch|liever|echt|hij|zij)?niet|doetnietmee|nietbenaderen|nietmeerbenaderen|nietbellen|afgemeld|afmelding|trekt?(zich)?(toestemming)?(terug|in)|ingetrokken|intrekking|optout|object|withdr|refus/,
  ],
  ['moved', /verhuis|verhuizing|adreswijziging|nieuwadres|ander(e)?adres|woontnu|moved|newaddress/],
  ['called', /gebeld|belde|teruggebeld|contactopgenomen|heeftgebeld|called|phoned|telefonischcontact/],
];
const nothing = /^(geen|niets|nvt|ongewijzigd|geenwijziging(en)?|onveranderd|none|nothing|unchanged)$/;
/** 'Niet overleden', 'geen bezwaar' say the opposite of the word in them. */
const denied = /(niet|geen|not|no)(meer)?(overleden|verhuisd|gebeld|bezwaar|objection|moved|died)/;

/** 'Echtgenoot overleden', 'na het overlijden van haar moeder': someone else died. */
const anothersDeath =
  /(partner|echtgeno(ot|te)|(?<!me)vrouw|(?<!ge)man|moeder|vader|ouder|zoon|dochter|kind|broer|zus|husband|wife|mother|father|spouse|son|child)(is)?(over|ge|died|deceased)|(overlijden|death)(van|of)/;

export function readNews(text: string): News {
  const word = plainWord(text);
  if (word === '' ? /^[\s.–/-]*$/.test(text) : nothing.test(word)) return 'nothing';
  if (denied.test(word)) return 'unreadable';
  const news = said.find(([, pattern]) => pattern.test(word))?.[0] ?? 'unreadable';
  return news === 'died' && anothersDeath.test(word) ? 'unreadable' : news;
}
