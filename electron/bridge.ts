/**
 * One channel, whatever the transport: is the request known, is the role allowed, is the study whole, is the agreement still in force for
 * it, is the input valid; then the answer as data.
 */
import { randomBytes } from 'node:crypto';
import {
  contract,
  type Input,
  type Outcome,
  type RequestName,
  type RequestOf,
  type Stage,
  type View,
} from '../shared/contract.ts';
import { type Problem, Refusal, refuse } from '../shared/problem.ts';
import { readingRequests } from '../shared/reading-requests.ts';
import { requestUntil } from '../shared/request-until.ts';
import { mayBeAskedOfDamaged } from '../shared/request-when-damaged.ts';
import type { Role } from '../shared/study/person.ts';
import { refuseWhenEnded } from './agreement-end.ts';
import { refuseBackwards } from './clock-backwards.ts';
import type { Desk, Room } from './desk.ts';
import type { Gate } from './gate.ts';
import { refuseWhenOlder } from './reconciling.ts';
import type { SeatId } from './session.ts';
import { keepUp, mayKeepUp } from './upkeep.ts';

export type Handler<N extends RequestName> = (
  input: Input<N>,
  at: (typeof contract)[N]['roles'] extends 'anyone' ? Room : Desk,
) => Promise<View<N>>;
/** The handlers of one stage: a missing or misspelt one does not compile. */
export type Handlers<S extends Stage> = { readonly [N in RequestOf<S>]: Handler<N> };
export type AllHandlers = { readonly [N in RequestName]: Handler<N> };

export interface Office {
  readonly handlers: AllHandlers;
  readonly roomOf: (seat: SeatId) => Room;
  /** Refuses when nobody is signed in at the seat. */
  readonly deskOf: (seat: SeatId) => Desk;
  /** A bug, redacted by the caller's log: reference, request, and the error's name and stack without its message. */
  readonly onBug: (reference: string, request: string, error: unknown) => void;
  /** Closed as long as a request changes the keys under all others. */
  readonly gate: Gate;
}

/** What comes from outside need not be the text that its type says. */
function isRequest(name: string): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** Path of the first fault and what was expected there; never the value. */
function inputProblem(issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): Problem {
  const first = issues[0];
  return {
    problem: 'request.input-invalid',
    field: first?.path.map(String).join('.') || '(input)',
    expected: first?.message ?? 'another input',
  };
}

function allowedDesk(desk: Desk, request: RequestName, roles: readonly Role[]): Desk {
  const isAllowed = desk.person.roles.some((role) => roles.includes(role));
  return isAllowed ? desk : refuse('session.role-not-allowed', { request, roles });
}

/** Answers one question from a seat. Never throws. */
export async function ask(office: Office, seat: SeatId, name: string, asked: unknown): Promise<Outcome<unknown>> {
  try {
    if (!isRequest(name))
      return {
        kind: 'refused',
        problem: { problem: 'request.unknown', request: typeof name === 'string' ? name.slice(0, 64) : '' },
      };
    return await office.gate.pass(() => answer(office, seat, name, asked));
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', problem: error.problem };
    const reference = randomBytes(4).toString('hex');
    try {
      office.onBug(reference, name, error);
    } catch {
      // A log that cannot be written (the disk is full) must not keep the answer from whoever waits for it.
    }
    return { kind: 'failed', reference };
  }
}

async function answer(office: Office, seat: SeatId, name: RequestName, asked: unknown): Promise<Outcome<unknown>> {
  const { roles, input } = contract[name];
  const desk = roles === 'anyone' ? undefined : allowedDesk(office.deskOf(seat), name, roles);
  const isWhole = desk === undefined || desk.store.isWhole();
  if (!isWhole && !mayBeAskedOfDamaged(name)) refuse('study.damaged', { where: 'study.db' });
  // What may always be asked is not held up: a sending is paused before its next message.
  if (desk !== undefined && requestUntil[name] !== 'always') await refuseWhenEnded(desk, name);
  if (desk !== undefined && !readingRequests.has(name)) refuseBackwards(desk.store, desk.today);
  if (desk !== undefined) refuseWhenOlder(desk, name);
  if (desk !== undefined && isWhole && mayKeepUp(desk)) await keepUp(desk);
  const parsed = input.safeParse(asked);
  if (!parsed.success) return { kind: 'refused', problem: inputProblem(parsed.error.issues) };
  const handler = office.handlers[name] as (input: unknown, at: unknown) => Promise<unknown>;
  return { kind: 'ok', view: await handler(parsed.data, desk ?? office.roomOf(seat)) };
}
