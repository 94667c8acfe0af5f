/** Makes the practice study as its people would: through the office's own requests, in an office beside the one that is open. */
import { join } from 'node:path';
import { addDays } from '../../shared/calendar.ts';
import type { Asked, RequestName, SourceFile, View } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Room } from '../desk.ts';
import { readFileBytes } from '../files/read-file.ts';
import type { SeatId } from '../session.ts';
import {
  agreement,
  bureau,
  confidentialityOn,
  firstDay,
  groups,
  people,
  practicePeople,
  title,
} from './study-set-up.ts';

export interface Making {
  /** New and empty. */
  readonly folder: string;
  readonly practiceFiles: string;
  readonly openAnother: Room['openAnother'];
  readonly progress: (done: number, total: number) => void;
  /** Called as soon as there are keys that have to be forgotten when something goes wrong. */
  readonly onMade: (study: string) => void;
}

type Ask = <N extends RequestName>(name: N, input: Asked<N>) => Promise<View<N>>;

/** Leaves a study that is ready for its first contact, on the first day of its fieldwork, with nobody signed in. */
export async function makePracticeStudy({
  folder,
  practiceFiles,
  openAnother,
  progress,
  onMade,
}: Making): Promise<void> {
  // Its files are known by their own names here: what the client delivers is read where it lies, and nothing is copied.
  const readSource = (file: SourceFile) => readFileBytes(join(practiceFiles, file));
  const office = openAnother({ readSource });
  const ask: Ask = async (name, input) => {
    const outcome = await office.ask('practice' as SeatId, name, input);
    if (outcome.kind === 'ok') return outcome.view;
    if (outcome.kind === 'refused') throw new Refusal(outcome.problem);
    throw new Error(`the practice study could not be made; reference ${outcome.reference}`);
  };
  try {
    office.useFolder(folder);
    const steps = stepsOf(ask, onMade);
    for (const [index, step] of steps.entries()) {
      progress(index, steps.length);
      await step();
    }
    progress(steps.length, steps.length);
  } finally {
    office.close();
  }
}

function stepsOf(ask: Ask, onMade: Making['onMade']): readonly (() => Promise<unknown>)[] {
  const named = (name: string) => name as SourceFile;
  const manager = practicePeople.find(({ name }) => name === people.manager)!;
  const newPeople = practicePeople.map((person) => ({ ...person, roles: [...person.roles], confidentialityOn }));
  return [
    async () => onMade((await ask('study.create', { title, practice: true, people: newPeople })).study),
    () => ask('study.signIn', { name: manager.name, passphrase: manager.passphrase }),
    () => ask('study.moveClock', { today: addDays(firstDay, -7) }),
    () => ask('study.recordBureau', bureau),
    () => ask('study.recordAgreement', { agreement }),
    // Nobody sends in anything on the web: there is nothing to wait for before a reminder.
    () => ask('study.setInterviewRules', { rules: { doubleEntry: false } }),
    ...groups.flatMap(({ group, files, questionnaire, protocol }) => [
      () => ask('study.addGroup', group),
      () =>
        ask('intake.accept', {
          group: group.code,
          files: files.map(({ file, stratum }) => ({
            file: named(file),
            ...(stratum === undefined ? {} : { stratum }),
          })),
        }),
      () => ask('study.loadQuestionnaire', { group: group.code, file: named(questionnaire) }),
      () => ask('schedule.setProtocol', { group: group.code, protocol }),
    ]),
    () => ask('study.moveClock', { today: firstDay }),
  ];
}
