/** The app opens in every way it can here, answers the window from its office, and reaches nothing else. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../electron/office.ts';
import { openSeat, seatKinds, seatKindsLine } from './seat.ts';

console.info(seatKindsLine());

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
  readonly veldwerk?: { ask(name: string, input: unknown): Promise<unknown> };
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
