/** The process of one person's vault: answers the office's questions until it is ended, or until the office is gone. */
import { Refusal } from '../../shared/problem.ts';
import { parentOfThis } from '../parent.ts';
import { operate, type VaultQuestion, type VaultReply } from './open-vault.ts';
import { Vault } from './vault.ts';

const vault = new Vault();
const office = parentOfThis();
const reply = (to: VaultReply) => office.post(to);

office.onMessage((question) => {
  const { nr, operation, input } = question as VaultQuestion;
  try {
    reply({ nr, value: operate(vault, operation, input) });
  } catch (error) {
    // Only the kind of a bug is told: its message could hold what was being sealed.
    if (error instanceof Refusal) reply({ nr, problem: error.problem });
    else reply({ nr, bug: error instanceof Error ? error.name : 'unknown' });
  }
});
office.onGone(() => process.exit(0));
