/**
 * What the invented people do: who answers on the web and when, who answers on the phone, who refuses. The bureau's figures come out of
 * its stored attempts and dispositions; this file decides only what people do. With the default seed as many take part as in the
 * reference study; with another seed as many as it draws.
 */
import type { Seeded } from '../seeded.ts';

export const referenceSeed = 1;

/** How many take part, per group. `phone` is a number of people, or a share of those who are rung. */
export interface Turnout {
  /** Residents who answer on the web after an e-mail, and after a letter. */
  readonly webAfterEmail: number;
  readonly webAfterLetter: number;
  readonly phone: number | { readonly share: number };
  readonly partners: number;
  readonly teamMembers: number;
}

export function turnoutOf(seed: number, draw: Seeded): Turnout {
  if (seed === referenceSeed)
    return { webAfterEmail: 14, webAfterLetter: 9, phone: 100, partners: 92, teamMembers: 39 };
  return {
    webAfterEmail: 8 + draw.below(14),
    webAfterLetter: 4 + draw.below(14),
    phone: { share: 0.4 + draw.below(36) / 100 },
    partners: 70 + draw.below(45),
    teamMembers: 28 + draw.below(18),
  };
}

/** What happens when someone is rung; `call` counts from 1 and nothing final happens before it. */
export type CallWill =
  | { readonly kind: 'answers'; readonly call: number; readonly appointmentFirst: boolean }
  | { readonly kind: 'breaks-off'; readonly call: number }
  | {
      readonly kind: 'says';
      readonly call: number;
      readonly outcome: 'refused' | 'withdrew' | 'deceased' | 'unable' | 'language' | 'wrong-number';
    }
  | { readonly kind: 'never-there' };

/**
 * The wills of `rung` people of whom `answering` take part, drawn one by one as they are first rung: whoever comes first, in the end
 * exactly `answering` of them answer.
 */
export function callWills(rung: number, answering: number, draw: Seeded): () => CallWill {
  let people = rung;
  let answers = answering;
  return () => {
    const isAnswering = draw.below(Math.max(people, 1)) < answers;
    people -= 1;
    if (isAnswering) {
      answers -= 1;
      return { kind: 'answers', call: 1 + draw.below(4), appointmentFirst: draw.chance(0.15) };
    }
    const call = 1 + draw.below(3);
    const luck = draw.below(100);
    if (luck < 38) return { kind: 'says', call, outcome: 'refused' };
    if (luck < 43) return { kind: 'says', call, outcome: 'withdrew' };
    if (luck < 46) return { kind: 'says', call, outcome: 'deceased' };
    if (luck < 50) return { kind: 'says', call, outcome: 'unable' };
    if (luck < 55) return { kind: 'says', call, outcome: 'language' };
    if (luck < 60) return { kind: 'says', call, outcome: 'wrong-number' };
    if (luck < 64) return { kind: 'breaks-off', call };
    return { kind: 'never-there' };
  };
}

/** The people at these places answer on the web, each on a day between the two bounds (days after their invitation). */
export function webWills(
  people: number,
  answering: number,
  from: number,
  until: number,
  draw: Seeded,
): ReadonlyMap<number, number> {
  const places = draw
    .shuffle(Array.from({ length: people }, (_, place) => place))
    .slice(0, Math.min(answering, people));
  return new Map(places.map((place) => [place, from + draw.below(until - from + 1)]));
}
