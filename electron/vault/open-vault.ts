/** A vault as the office sees it: questions to a process of its own. */
import { type Problem, Refusal } from '../../shared/problem.ts';
import { startChild } from '../child.ts';
import type { Vault } from './vault.ts';

type Operations = { [N in keyof Vault]: Vault[N] };
export type Operation = keyof Operations;

export interface OpenVault {
  /**
   * Asks the vault to do one thing. Throws the vault's Refusal, and `session.keys-gone` when it was closed meanwhile; any other failure of
   * the vault is an Error.
   */
  ask<N extends Operation>(operation: N, ...input: Parameters<Operations[N]>): Promise<ReturnType<Operations[N]>>;
  /** Ends the vault, and with it every key it holds. */
  close(): void;
}

export interface VaultQuestion {
  readonly nr: number;
  readonly operation: Operation;
  readonly input: readonly unknown[];
}
export type VaultReply = { readonly nr: number } & (
  | { readonly value: unknown }
  | { readonly problem: Problem }
  | { readonly bug: string }
);

/** Does one operation of `vault`; the arguments come from this house's own, type-checked callers. */
export function operate(vault: Vault, operation: Operation, input: readonly unknown[]): unknown {
  return (vault[operation] as (...args: unknown[]) => unknown).apply(vault, [...input]);
}

/** Starts a vault process. It ends by close(), or with the office. */
export function openVaultProcess(): OpenVault {
  const child = startChild('vault');
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let nr = 0;
  child.onMessage((message) => {
    const reply = message as VaultReply;
    const asker = waiting.get(reply.nr);
    waiting.delete(reply.nr);
    if ('problem' in reply) asker?.reject(new Refusal(reply.problem));
    else if ('bug' in reply) asker?.reject(new Error(`vault: ${reply.bug}`));
    else asker?.resolve(reply.value as never);
  });
  let hasEnded = false;
  let isClosed = false;
  const ended = () => (isClosed ? new Refusal({ problem: 'session.keys-gone' }) : new Error('the vault has ended'));
  child.onEnd(() => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(ended());
    waiting.clear();
  });
  return {
    ask(operation, ...input) {
      nr += 1;
      const question: VaultQuestion = { nr, operation, input };
      return new Promise((resolve, reject) => {
        if (hasEnded || isClosed) return reject(ended());
        waiting.set(question.nr, { resolve, reject });
        child.post(question);
      });
    },
    close() {
      isClosed = true;
      child.end();
    },
  };
}
