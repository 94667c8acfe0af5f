/** The details of an entry of the journal in words; a code without a word of its own is shown as it stands there. */
import { findDay } from '../../../shared/calendar.ts';
import type { JournalView, PeopleView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { contactActs } from '../../wording/screens/contact-acts.ts';
import { intakeWords } from '../../wording/screens/intake.ts';
import { intakeActs } from '../../wording/screens/intake-acts.ts';
import { interviewActs } from '../../wording/screens/interview-acts.ts';
import { journalWords } from '../../wording/screens/journal.ts';
import { journalCheckWords } from '../../wording/screens/journal-check.ts';
import { studyWords } from '../../wording/screens/study.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { words } from '../../wording/wording.ts';

type Value = JournalView['entries'][number]['detail'][string];

export interface JournalDetailProps {
  readonly detail: JournalView['entries'][number]['detail'];
  readonly people: PeopleView['people'];
}

export function JournalDetail({ detail, people }: JournalDetailProps) {
  const say = useWords(journalWords);
  const { roleNames } = useWords(windowWords);
  const { bases } = useWords(studyWords);
  const { outcomes } = useWords(callEndingWords);
  const { kinds } = useWords(intakeWords);
  const { problems } = useWords(intakeActs);
  const { stateNames } = useWords(journalCheckWords);
  const { values } = useWords(interviewActs);
  const { day, number, all } = useGrammar();
  const { language } = useBearing();
  const { status } = useStudy();
  const wordIn = (names: Readonly<Record<string, string>>, code: string) =>
    Object.hasOwn(names, code) ? (names[code] ?? code) : code;
  const textOf = (what: string, code: string): string => {
    if (what === 'group') return status.groups.find(({ group }) => group.code === code)?.group.title ?? code;
    if (what === 'roles') return all(code.split(' ').map((role) => wordIn(roleNames, role)));
    if (what === 'basis') return wordIn(bases, code);
    if (what === 'outcome' || what === 'why') return wordIn(outcomes, code);
    if (what === 'kind') return wordIn(kinds, code);
    if (what === 'mode' || what === 'consent' || what === 'keep') return wordIn(values, code);
    if (what === 'cameBack') return wordIn(contactActs[language].values, code);
    if (what === 'problem') return wordIn(problems, code);
    if (what === 'state') return wordIn(stateNames, code);
    if (what === 'keys') return all(code.split(' ').map((key) => wordIn(words[language].keys, key)));
    if (what !== 'to' && what !== 'whom') return code;
    const on = findDay(code);
    return on === undefined ? (people.find(({ id }) => id === code)?.name ?? code) : day(on);
  };
  const written = (what: string, value: Value) => {
    if (typeof value === 'boolean') return value ? say.yes : say.no;
    return typeof value === 'number' ? number(value) : textOf(what, value);
  };
  const parts = Object.entries(detail).map(([what, value]) => {
    // A clock is moved to a day, keys go to a person.
    const isDay = what === 'to' && typeof value === 'string' && findDay(value) !== undefined;
    return `${isDay ? say.toDay : wordIn(say.details, what)}: ${written(what, value)}`;
  });
  return <>{parts.join(' · ')}</>;
}
