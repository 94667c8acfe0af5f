/** Runs a program of a test that is killed, or kills itself, while it is at work. */
import { spawn } from 'node:child_process';

/**
 * Such a program is started hundreds of times: what Node makes of its text is kept between two starts, which halves the time of one. It is
 * written when a program comes to its end, and in one move, so that what is killed leaves nothing half.
 */
export const startedOften: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_COMPILE_CACHE: new URL('../../node_modules/.cache/killed-programs', import.meta.url).pathname,
};

export interface Ran {
  /** Whole lines that it said. */
  readonly said: readonly string[];
  readonly wasKilled: boolean;
}

/** Throws when it ended by itself and not well. */
export async function runKilled(program: string, args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { env: startedOften, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
    child.on('close', (...end) => done(end)),
  );
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the program failed: ${complaint}`);
  return { said: said.split('\n').filter((line) => line !== ''), wasKilled: signal === 'SIGKILL' };
}
