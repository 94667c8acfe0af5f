/** The conditions of a step, one at a time. */
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { StepFor } from '../../../shared/study/protocol.ts';

/** What someone has that can be asked for; where there is an address, someone can be visited too. */
export const reached = ['email', 'letter', 'phone'] as const satisfies readonly Channel[];
export const reaches = ['any', 'has', 'lacks'] as const;
export type Reach = (typeof reaches)[number];

export function reachOf({ has, lacks }: StepFor, channel: Channel): Reach {
  if (has?.includes(channel)) return 'has';
  return lacks?.includes(channel) ? 'lacks' : 'any';
}

export function withReach(given: StepFor, channel: Channel, reach: Reach): StepFor {
  const listed = (own: readonly Channel[] = [], isOn: boolean) => [
    ...own.filter((one) => one !== channel),
    ...(isOn ? [channel] : []),
  ];
  return tidy({
    ...given,
    has: listed(given.has, reach === 'has'),
    lacks: listed(given.lacks, reach === 'lacks'),
  });
}

export function withStrata(given: StepFor, strata: readonly string[]): StepFor {
  return tidy({ ...given, strata });
}

export function withProgress(given: StepFor, progress: StepFor['progress']): StepFor {
  return tidy({ ...given, progress });
}

/** What says nothing is left out, and the rest stands in one order: so that the same conditions are written the same. */
function tidy({ has = [], lacks = [], strata = [], progress }: StepFor): StepFor {
  return {
    ...(has.length === 0 ? {} : { has: has.toSorted() }),
    ...(lacks.length === 0 ? {} : { lacks: lacks.toSorted() }),
    ...(strata.length === 0 ? {} : { strata: [...strata] }),
    ...(progress === undefined ? {} : { progress }),
  };
}
