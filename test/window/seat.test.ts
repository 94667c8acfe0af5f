/** The app opens in every way it can here, answers the window from its office, and reaches nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Shell } from '../../shared/shell.ts';
import { temporaryFolder } from '../electron/office.ts';
import { openSeat, seatKinds, seatKindsLine, type TestSeat } from './seat.ts';

console.info(seatKindsLine());
const questionnaire = fileURLToPath(
  new URL('../../scripts/practice-study/files/questionnaire-residents.xlsx', import.meta.url),
);

const { folder, remove } = temporaryFolder();
afterAll(remove);

describe.each(seatKinds())('a seat of kind %s', (kind) => {
  it('shows the page, asks the office, and makes no other request', async () => {
    const seat = await openSeat(kind);
    try {
      expect(await seat.page.title()).toBe('Veldwerk');
      const outcome = await ask(seat.page, 'study.create', {
        title: 'Proef',
        practice: true,
        people: [
          {
            name: 'Anna Voorbeeld',
            roles: ['manager'],
            confidentialityOn: '2026-01-01',
            passphrase: 'een lange wachtzin 1',
          },
          {
            name: 'Bas Voorbeeld',
            roles: ['researcher'],
            confidentialityOn: '2026-01-01',
            passphrase: 'een lange wachtzin 2',
          },
        ],
      });
      expect(outcome).toMatchObject({ kind: 'refused', problem: { problem: 'study.none-open' } });
      expect(seat.strayRequests()).toEqual([]);
    } finally {
      await seat.close();
    }
  });

  it('makes a study, signs two people in at two seats, and forgets them when they close', async () => {
    const seat = await openSeat(kind, { study: join(folder, kind) });
    try {
      const people = [
        {
          name: 'Anna Voorbeeld',
          roles: ['manager'],
          confidentialityOn: '2026-01-01',
          passphrase: 'een lange wachtzin 1',
        },
        {
          name: 'Bas Voorbeeld',
          roles: ['researcher'],
          confidentialityOn: '2026-01-01',
          passphrase: 'een lange wachtzin 2',
        },
      ];
      const made = await ask(seat.page, 'study.create', { title: 'Proef', practice: true, people });
      expect(made).toMatchObject({ kind: 'ok', view: { deviceSecretIn: 'file' } });
      const first = await ask(seat.page, 'study.signIn', people[0]!);
      expect(first).toMatchObject({ kind: 'ok', view: { roles: ['manager'] } });
      const group = { code: 'residents', title: 'Bewoners', consentBasis: 'opt-in' };
      expect(await ask(seat.page, 'study.addGroup', group)).toMatchObject({ kind: 'ok' });
      // Through the reader's process, and from the bytes alone in a browser.
      const file = await choose(seat, questionnaire);
      const loaded = await ask(seat.page, 'study.loadQuestionnaire', { group: 'residents', file });
      expect(loaded).toMatchObject({ kind: 'ok' });
      const another = await seat.openAnother();
      expect(await ask(another, 'study.status', {})).toMatchObject({
        problem: { problem: 'session.nobody-signed-in' },
      });
      expect(await ask(another, 'study.signIn', people[1]!)).toMatchObject({
        kind: 'ok',
        view: { roles: ['researcher'] },
      });
      expect(seat.strayRequests()).toEqual([]);
    } finally {
      await seat.close();
    }
  });
});

interface Asking {
  readonly veldwerk?: Shell;
}

/** The word for a questionnaire that someone chooses. */
async function choose(seat: TestSeat, path: string): Promise<unknown> {
  seat.chooseNextSources([path]);
  const chosen = await seat.page.evaluate(
    async (bytes) => {
      const { veldwerk } = globalThis as Asking;
      if (veldwerk !== undefined) return (await veldwerk.chooseSources('questionnaire', false))[0];
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'vragenlijst.xlsx' };
      const answer = await fetch('/source?kind=questionnaire', {
        method: 'POST',
        headers,
        body: new Uint8Array(bytes),
      });
      return answer.json();
    },
    [...readFileSync(path)],
  );
  expect(chosen).toMatchObject({ name: expect.stringMatching(/\.xlsx$/) });
  return chosen?.file;
}

/** Asks through whatever the page itself asks through. */
function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([asked, given]) => {
      const { veldwerk } = globalThis as Asking;
      if (veldwerk !== undefined) return veldwerk.ask(asked as string, given);
      const answer = await fetch('/ask', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: asked, input: given }),
      });
      return answer.json();
    },
    [name, input] as const,
  );
}
