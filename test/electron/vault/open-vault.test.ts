import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** An office of its own, whose only child is the vault: it ends the vault from outside and goes on asking. */
const program = `
  import { readFileSync } from 'node:fs';
  import { openVaultProcess } from ${JSON.stringify(new URL('../../../electron/vault/open-vault.ts', import.meta.url).href)};
  const vault = openVaultProcess();
  const answerTo = (question) => question.then(() => 'an answer', (error) => error.message);
  const answers = [await answerTo(vault.ask('openLinks', []))];
  process.kill(Number(readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8')), 'SIGKILL');
  // Larger than what a pipe takes in: the question is still being sent when its reader is found gone.
  const long = [{ table: 't', row: 'r', field: 'f', text: 'x'.repeat(5_000_000) }];
  for (let times = 0; times < 5; times += 1) answers.push(await answerTo(vault.ask('sealSettings', long)));
  vault.close();
  const another = openVaultProcess();
  await answerTo(another.ask('openLinks', []));
  const cutOff = answerTo(another.ask('sealSettings', long));
  another.close();
  answers.push(await cutOff, await answerTo(another.ask('openLinks', [])));
  process.stdout.write(JSON.stringify(answers));
`;

test.skipIf(process.platform !== 'linux')(
  'a vault that is ended from outside refuses every question, one that was closed says so, and the office lives on',
  () => {
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      'session.nobody-signed-in',
      ...Array.from({ length: 5 }, () => 'the vault has ended'),
      'session.keys-gone',
      'session.keys-gone',
    ]);
  },
);
