/** An SMTP server on this machine that goes wrong on purpose, per receiver and try, and remembers what it took. */
import { createServer, type Socket } from 'node:net';

/**
 * `…-later` and `…-never`: refused for now (4xx) or for good (5xx) at the receiver, at DATA, or after the whole message; `drop-in-data`: the connection
 * breaks in the middle of the message; `drop-after-data`: the message is taken, and the connection breaks before that is said; `slow`: taken, after a while.
 */
export const meannesses = [
  'receiver-later',
  'receiver-never',
  'data-later',
  'message-later',
  'message-never',
  'drop-at-receiver',
  'drop-in-data',
  'drop-after-data',
  'slow',
  'fine',
] as const;
export type Meanness = (typeof meannesses)[number];

export interface Taken {
  readonly to: string;
  /** As it stands in the Message-ID. */
  readonly key: string;
}

export interface MeanServer {
  readonly port: number;
  readonly taken: Taken[];
  /** What happens to the first try, the second and so on of each receiver; afterwards all goes well. */
  plan(of: (to: string) => readonly Meanness[]): void;
  /** Every try of everyone goes wrong like this, until the next plan. */
  always(meanness: Meanness): void;
  stop(): void;
}

const slowMs = 60;

export async function startMeanServer(): Promise<MeanServer> {
  const taken: Taken[] = [];
  const open = new Set<Socket>();
  let plans = (_: string): readonly Meanness[] => [];
  let constant: Meanness | undefined;
  const tries = new Map<string, number>();
  const next = (to: string): Meanness => {
    const nr = tries.get(to) ?? 0;
    tries.set(to, nr + 1);
    return constant ?? plans(to)[nr] ?? 'fine';
  };

  const server = createServer((socket) => {
    open.add(socket);
    let rest = '';
    let to = '';
    let how: Meanness = 'fine';
    let isInData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const command = (said: string) => {
      if (/^RCPT/i.test(said)) {
        to = /<(.*)>/.exec(said)![1]!;
        how = next(to);
        if (how === 'drop-at-receiver') socket.destroy();
        else if (how === 'receiver-later') say('451 4.2.0 greylisted, come back later');
        else if (how === 'receiver-never') say('550 5.1.1 nobody of that name');
        else say('250 ok');
      } else if (/^DATA/i.test(said)) {
        if (how === 'data-later') return say('451 4.3.0 not now');
        isInData = true;
        say('354 go on');
      } else say('250 ok');
    };
    const message = (content: string) => {
      if (how === 'message-later') return say('452 4.3.1 no room');
      if (how === 'message-never') return say('554 5.6.0 not this');
      taken.push({ to, key: /^Message-ID: <([^@]+)@/im.exec(content)![1]! });
      if (how === 'drop-after-data') socket.destroy();
      else if (how === 'slow') setTimeout(say, slowMs, '250 taken');
      else say('250 taken');
    };
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    say('220 here');
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      while (!socket.destroyed) {
        if (isInData && how === 'drop-in-data') return socket.destroy();
        const mark = isInData ? '\r\n.\r\n' : '\r\n';
        const end = rest.indexOf(mark);
        if (end < 0) return;
        const said = rest.slice(0, end);
        rest = rest.slice(end + mark.length);
        if (isInData) {
          isInData = false;
          message(said);
        } else command(said);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    taken,
    plan(of) {
      constant = undefined;
      plans = of;
      tries.clear();
    },
    always(meanness) {
      constant = meanness;
    },
    stop() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
