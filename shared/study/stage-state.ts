/** The story of a study as its stepper tells it: which stage is done, which is next, and which is blocked and by what. */
import type { Day } from '../calendar.ts';
import type { AgreementPhase } from './agreement-in-force.ts';

export const storyStages = [
  'study',
  'intake',
  'schedule',
  'contact',
  'interview',
  'reporting',
  'export',
  'destruction',
] as const;
export type StoryStage = (typeof storyStages)[number];

/** What must be there first. */
export type Obstacle =
  | 'agreement'
  | 'groups'
  | 'holders'
  | 'cases'
  | 'protocol'
  | 'bureau'
  | 'questionnaire'
  | 'not-started'
  | 'responses'
  | 'instruction'
  | 'dataset';

export type StageState =
  | { readonly kind: 'done' }
  /** What the study waits for. */
  | { readonly kind: 'now' }
  /** May be begun, beside what is being done. */
  | { readonly kind: 'next'; readonly from?: Day }
  | { readonly kind: 'blocked'; readonly by: Obstacle }
  /** The agreement allows it no longer, or people and answers were unlinked. */
  | { readonly kind: 'ended' };

/** The facts that decide; counts and days, no people. */
export interface StudyFacts {
  readonly today: Day;
  readonly agreementMissing: number;
  readonly phase: AgreementPhase;
  /** A key with too few holders, for which nobody signed. */
  readonly hasTooFewHolders: boolean;
  readonly hasBureau: boolean;
  readonly isContacted: boolean;
  readonly instructions: number;
  readonly isExported: boolean;
  /** Nobody is contacted any more: what they would answer could not be told from others. */
  readonly isUnlinked: boolean;
  readonly responses: number;
  readonly groups: readonly {
    readonly cases: number;
    readonly open: number;
    readonly hasQuestionnaire: boolean;
    readonly hasProtocol: boolean;
    readonly startsOn?: Day | undefined;
  }[];
}

/** What stops when contact data may not be used any more, and when answers may not be kept any more. */
const withContact: readonly StoryStage[] = ['intake', 'schedule', 'contact', 'interview'];
const withAnswers: readonly StoryStage[] = [...withContact, 'export'];

/** The state of every stage. Exactly one is `now`, unless everything before the destruction is done: then that one is. */
export function stageStates(facts: StudyFacts): Readonly<Record<StoryStage, StageState>> {
  const { groups, today } = facts;
  const filled = groups.filter(({ cases }) => cases > 0);
  const isReady = groups.length > 0 && facts.agreementMissing === 0;
  const isTakenIn = isReady && filled.length === groups.length;
  const hasProtocols = filled.length > 0 && filled.every(({ hasProtocol }) => hasProtocol);
  const hasQuestionnaires = filled.length > 0 && filled.every(({ hasQuestionnaire }) => hasQuestionnaire);
  const isContactDone = facts.isContacted && filled.length > 0 && filled.every(({ open }) => open === 0);
  const startsOn = filled.flatMap(({ startsOn: day }) => (day === undefined ? [] : [day])).toSorted()[0];

  const blocked = (by: Obstacle): StageState => ({ kind: 'blocked', by });
  const done: StageState = { kind: 'done' };
  const open: StageState = { kind: 'next' };
  const states: Record<StoryStage, StageState> = {
    study: isReady && facts.hasBureau && hasQuestionnaires ? done : open,
    intake: isTakenIn
      ? done
      : facts.agreementMissing > 0
        ? blocked('agreement')
        : groups.length === 0
          ? blocked('groups')
          : facts.hasTooFewHolders
            ? blocked('holders')
            : open,
    schedule: hasProtocols && isTakenIn ? done : groups.length === 0 ? blocked('groups') : open,
    contact: isContactDone
      ? done
      : filled.length === 0
        ? blocked('cases')
        : !filled.some(({ hasProtocol }) => hasProtocol)
          ? blocked('protocol')
          : facts.hasBureau
            ? { kind: 'next', ...(startsOn !== undefined && startsOn > today ? { from: startsOn } : {}) }
            : blocked('bureau'),
    interview: isContactDone
      ? done
      : filled.length === 0
        ? blocked('cases')
        : hasQuestionnaires
          ? open
          : blocked('questionnaire'),
    reporting: facts.isExported ? done : facts.isContacted ? open : blocked('not-started'),
    export: facts.isExported
      ? done
      : facts.responses === 0
        ? blocked('responses')
        : facts.instructions === 0
          ? blocked('instruction')
          : open,
    destruction: facts.instructions === 0 ? blocked('instruction') : open,
  };
  const { phase } = facts;
  const isContactOver = phase === 'contact-ended' || facts.isUnlinked;
  const over = phase === 'answers-ended' ? withAnswers : isContactOver ? withContact : [];
  for (const stage of over) if (states[stage].kind !== 'done') states[stage] = { kind: 'ended' };
  // What is missing of the study itself is of no use any more, but for the agreement.
  if (over.length > 0 && facts.agreementMissing === 0) states.study = done;
  const first = storyStages.find((stage) => states[stage].kind === 'next' && stage !== 'reporting');
  return first === undefined ? states : { ...states, [first]: { ...states[first], kind: 'now' } as StageState };
}
