/** What the stand-in says to a program that starts slowly is heard in its order, as in Electron. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../electron/office.ts';
import { UtilityProcess } from './stand-in/utility-process.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Hears its first message before it listens; the next ones wait for it while it is too busy to read. */
const slow = `
process.parentPort.postMessage('begun');
await new Promise((done) => setTimeout(done, 300));
const until = Date.now() + 600;
while (Date.now() < until);
process.parentPort.on('message', ({ data }) => process.parentPort.postMessage(data));
`;

it('keeps the order of what came before it listened and what came meanwhile', async () => {
  const path = join(folder, 'slow.mjs');
  writeFileSync(path, slow);
  const process = new UtilityProcess(path, [], {});
  const heard = await new Promise<readonly unknown[]>((all) => {
    const answers: unknown[] = [];
    process.on('message', (answer) => {
      if (answer === 'begun') {
        process.postMessage('first');
        setTimeout(() => process.postMessage('second'), 500);
        setTimeout(() => process.postMessage('third'), 550);
        return;
      }
      answers.push(answer);
      if (answers.length === 3) all(answers);
    });
  });
  process.kill();
  expect(heard).toEqual(['first', 'second', 'third']);
});
