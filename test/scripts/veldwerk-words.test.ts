import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const program = new URL('../../scripts/veldwerk.ts', import.meta.url).pathname;
function refusal(environment: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, ...environment };
  return spawnSync(process.execPath, [program, 'study.nothing'], { encoding: 'utf8', env });
}

test('a refusal is JSON on standard output, and three lines of Dutch or English on standard error', () => {
  const dutch = refusal({});
  expect(JSON.parse(dutch.stdout)).toEqual({
    kind: 'refused',
    problem: { problem: 'request.unknown', request: 'study.nothing' },
  });
  expect(dutch.stderr.split('\n')).toEqual([
    'Veldwerk kent het verzoek “study.nothing” niet.',
    'Er is niets veranderd.',
    expect.stringMatching(/^Controleer .*\.$/),
    '',
  ]);
  const english = refusal({ VELDWERK_LANGUAGE: 'en' });
  expect(english.stdout).toBe(dutch.stdout);
  expect(english.stderr).toMatch(
    /^Veldwerk does not know the request “study\.nothing”\.\nNothing was changed\.\nCheck /,
  );
});

test('what is no refusal says nothing on standard error', () => {
  const listed = spawnSync(process.execPath, [program, '--list'], { encoding: 'utf8' });
  expect(listed.stderr).toBe('');
  expect(JSON.parse(listed.stdout).length).toBeGreaterThan(0);
});
