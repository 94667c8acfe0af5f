import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { type Email, type OpenMailHost, openMailHost, practiceMailHost } from '../../../electron/post/email.ts';
import { type Mailbox, type MailboxSettings, startMailbox } from '../../../scripts/loopback-mail.ts';
import type { MailHost } from '../../../shared/study/mail-host.ts';
import { testCertificate } from '../../fixtures/test-certificate.ts';
import { readMail } from '../../read-mail.ts';

const email: Email = {
  to: { address: 'respondent@wijk.example', name: 'Mevr. Ş. Żółkiewska-d’Août' },
  from: { address: 'onderzoek@bureau.example', name: 'Bureau Voorbeeld' },
  subject: 'Uitnodiging: hoe bevalt de hulp? Ë ğ ł €',
  text: 'Geachte mevrouw Żółkiewska,\n\nDoe mee <b>nu</b> & "snel":\nhttps://meedoen.example/?code=7F3K&x=1\n\n.\n\nGroet,\nHet bureau',
  link: 'https://meedoen.example/?code=7F3K&x=1',
  messageKey: 'a1b2c3d4',
  objectTo: 'bezwaar@bureau.example',
  unsubscribe: 'mailto:bezwaar@bureau.example?subject=afmelden%20a1b2c3d4',
};

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function mailbox(settings: MailboxSettings = {}): Promise<Mailbox> {
  const started = await startMailbox(settings);
  ends.push(() => started.stop());
  return started;
}

function hostAt(port: number, settings: Partial<MailHost> = {}): OpenMailHost {
  const host = openMailHost({ host: '127.0.0.1', port, secure: false, from: 'onderzoek@bureau.example', ...settings });
  ends.push(() => host.close());
  return host;
}

describe('a message that is taken', () => {
  it('arrives as it was written, in plain text and in HTML', async () => {
    const received = await mailbox();
    expect(await hostAt(received.port).send(email)).toEqual({ kind: 'sent' });

    expect(received.messages).toHaveLength(1);
    const [{ from, to, raw }] = received.messages as [Mailbox['messages'][number]];
    expect({ from, to }).toEqual({ from: email.from?.address, to: [email.to.address] });
    const mail = readMail(raw);
    expect(mail.header('Subject')).toBe(email.subject);
    expect(mail.header('To')).toBe(`${email.to.name} <${email.to.address}>`);
    expect(mail.header('From')).toBe('Bureau Voorbeeld <onderzoek@bureau.example>');
    expect(mail.header('Message-ID')).toBe('<a1b2c3d4@bureau.example>');
    expect(mail.header('List-Unsubscribe')).toBe('<mailto:bezwaar@bureau.example?subject=afmelden%20a1b2c3d4>');
    expect(mail.part('text/plain')).toBe(email.text);
    const html = mail.part('text/html');
    expect(html).toContain('<p>Geachte mevrouw Żółkiewska,</p>');
    expect(html).toContain('Doe mee &lt;b&gt;nu&lt;/b&gt; &amp; &quot;snel&quot;:<br>');
    const href = 'https://meedoen.example/?code=7F3K&amp;x=1';
    expect(html).toContain(`<a href="${href}">${href}</a>`);
    expect(html).not.toContain('<b>');
  });

  it('tells nothing but what it must: no program, no name of this machine, no header beyond these', async () => {
    const received = await mailbox();
    await hostAt(received.port).send(email);
    const names = readMail(received.messages[0]!.raw).names;
    expect(new Set(names)).toEqual(
      new Set(['From', 'To', 'Subject', 'Message-ID', 'List-Unsubscribe', 'Date', 'MIME-Version', 'Content-Type']),
    );
  });

  it('does without a name, without a link and without an address for objections', async () => {
    const received = await mailbox();
    const { link: _, objectTo: __, from: ___, unsubscribe: ____, ...rest } = email;
    await hostAt(received.port).send({ ...rest, to: { address: email.to.address, name: '' } });
    const mail = readMail(received.messages[0]!.raw);
    expect(mail.header('To')).toBe(email.to.address);
    expect(mail.header('From')).toBe('onderzoek@bureau.example');
    expect(mail.header('List-Unsubscribe')).toBeUndefined();
    expect(mail.part('text/html')).not.toContain('<a ');
  });

  it('makes no link of anything but the personal link and the address to object to, and none of what is no web address', async () => {
    const received = await mailbox();
    const host = hostAt(received.port);
    await host.send({ ...email, text: 'https://elders.example/ javascript:alert(1)', link: 'javascript:alert(1)' });
    expect(readMail(received.messages[0]!.raw).part('text/html')).not.toContain('<a ');
    await host.send({ ...email, text: 'Niet meer? bezwaar@bureau.example.' });
    expect(readMail(received.messages[1]!.raw).part('text/html')).toContain(
      '<a href="mailto:bezwaar@bureau.example?subject=afmelden%20a1b2c3d4">bezwaar@bureau.example</a>.',
    );
  });

  it('comes back to an address of its own when it has one', async () => {
    const received = await mailbox();
    await hostAt(received.port).send({ ...email, returnPath: 'terug+a1b2c3d4@bureau.example' });
    const [{ from, raw }] = received.messages as [Mailbox['messages'][number]];
    expect(from).toBe('terug+a1b2c3d4@bureau.example');
    expect(readMail(raw).header('From')).toBe('Bureau Voorbeeld <onderzoek@bureau.example>');
  });

  it('says in HTML which language it is in, and is laid out to be read', async () => {
    const received = await mailbox();
    await hostAt(received.port).send(email);
    const html = readMail(received.messages[0]!.raw).part('text/html');
    expect(html).toContain('<html lang="nl">');
    expect(html).toMatch(/<body style="[^"]*font-size:16px;line-height:1\.5/);
    expect(html).toContain('<title>Uitnodiging: hoe bevalt de hulp? Ë ğ ł €</title>');
  });

  it('goes by one connection for many, also when they are sent at the same time, in their order', async () => {
    const received = await mailbox();
    const host = hostAt(received.port);
    const keys = Array.from({ length: 20 }, (_, nr) => `key-${nr}`);
    const deliveries = await Promise.all(keys.map((messageKey) => host.send({ ...email, messageKey })));
    expect(deliveries).toEqual(keys.map(() => ({ kind: 'sent' })));
    expect(received.messages.map(({ raw }) => readMail(raw).header('Message-ID'))).toEqual(
      keys.map((key) => `<${key}@bureau.example>`),
    );
    expect(received.connections()).toBe(1);
  });

  it('is sent once by a new connection when the server had ended the old one', async () => {
    const received = await mailbox();
    const host = hostAt(received.port);
    await host.send(email);
    received.hangUp();
    expect(await host.send({ ...email, messageKey: 'second' })).toEqual({ kind: 'sent' });
    expect(received.messages).toHaveLength(2);
    expect(received.connections()).toBe(2);
  });

  it('logs in when asked to', async () => {
    const received = await mailbox({ login: { user: 'bureau', password: 'geheim' } });
    expect(
      await hostAt(received.port, { login: { kind: 'password', user: 'bureau', password: 'geheim' } }).send(email),
    ).toEqual({ kind: 'sent' });
  });
});

describe('a message that is not taken', () => {
  it.each([
    ['recipient', 550, { kind: 'permanent', code: '550', of: 'address' }],
    ['recipient', 451, { kind: 'temporary', code: '451' }],
    ['message', 554, { kind: 'permanent', code: '554', of: 'message' }],
    ['message', 452, { kind: 'temporary', code: '452' }],
    ['sender', 450, { kind: 'host', step: 'sender', code: '450' }],
    ['sender', 553, { kind: 'host', step: 'sender', code: 'sender-refused' }],
    ['sender', 530, { kind: 'host', step: 'sender', code: 'login-missing' }],
  ] as const)('refused at the %s with %i', async (at, refuse, delivery) => {
    const received = await mailbox();
    const host = hostAt(received.port);
    received.failWith({ at, refuse });
    expect(await host.send(email)).toEqual(delivery);
    expect(received.messages).toHaveLength(0);
    received.failWith(undefined);
    expect(await host.send(email)).toEqual({ kind: 'sent' });
    expect(received.messages).toHaveLength(1);
  });

  it.each([
    ['connection', { kind: 'host', step: 'reached', code: 'closed' }],
    ['recipient', { kind: 'temporary', code: 'connection-lost' }],
    ['message', { kind: 'unclear', reason: 'connection-lost' }],
    ['answer', { kind: 'unclear', reason: 'connection-lost' }],
  ] as const)('connection dropped at the %s', async (drop, delivery) => {
    const received = await mailbox();
    const host = hostAt(received.port);
    received.failWith({ drop });
    // Long enough that the connection breaks in the middle of it.
    const long = { ...email, text: 'Een lange brief. '.repeat(100_000) };
    expect(await host.send(long)).toEqual(delivery);
    expect(received.messages).toHaveLength(drop === 'answer' ? 1 : 0);
    expect(received.connections()).toBe(1);
    received.failWith(undefined);
    expect(await host.send(email)).toEqual({ kind: 'sent' });
  });

  it('never goes a second time after its content had left, also on a connection that was used before', async () => {
    const received = await mailbox();
    const host = hostAt(received.port);
    await host.send(email);
    received.failWith({ drop: 'answer' });
    expect(await host.send({ ...email, messageKey: 'second' })).toEqual({ kind: 'unclear', reason: 'connection-lost' });
    expect(received.messages).toHaveLength(2);
    expect(received.connections()).toBe(1);
  });

  it('waits when nothing listens, or the login is wrong', async () => {
    const gone = await startMailbox();
    await gone.stop();
    expect(await hostAt(gone.port).send(email)).toEqual({ kind: 'host', step: 'reached', code: 'refused' });
    const received = await mailbox({ login: { user: 'bureau', password: 'geheim' } });
    const wrong = hostAt(received.port, { login: { kind: 'password', user: 'bureau', password: 'anders' } });
    expect(await wrong.send(email)).toEqual({ kind: 'host', step: 'login', code: 'login' });
    expect(received.messages).toHaveLength(0);
  });

  const injections = ['a\r\nBcc: x@y.example', 'a\nb', 'a\u0000b', 'a\u2028b', 'a\u202Eb', 'a\u200Bb'];
  it.each([
    ...injections.map((text) => ['name', { to: { ...email.to, name: text } }] as const),
    ...injections.map((text) => ['subject', { subject: text }] as const),
    ...injections.map((text) => ['address', { to: { address: `${text}@wijk.example` } }] as const),
    ...[
      '',
      'a',
      '@b.example',
      'a@',
      'a@b@c.example',
      'a b@c.example',
      'a@b,c@d.example',
      '<a@b.example>',
      '-a@b.example',
    ].map((address) => ['address', { to: { address } }] as const),
    ['address', { to: { address: `${'a'.repeat(250)}@b.example` } }] as const,
  ])('an unsafe %s never reaches the network (%#)', async (_, change) => {
    const received = await mailbox();
    expect(await hostAt(received.port).send({ ...email, ...change })).toEqual({
      kind: 'permanent',
      code: 'address-unsafe',
      of: 'address',
    });
    expect(received.connections()).toBe(0);
  });

  it('an unsafe sender counts against nobody', async () => {
    const received = await mailbox();
    const host = hostAt(received.port);
    const unsafe = { kind: 'host', step: 'sender', code: 'sender-unsafe' };
    expect(await host.send({ ...email, from: { address: 'a@b.example', name: 'x\r\nBcc: y' } })).toEqual(unsafe);
    expect(await host.send({ ...email, objectTo: 'a@b.example>\r\nBcc: y' })).toEqual(unsafe);
    expect(await host.send({ ...email, returnPath: 'a@b.example>\r\nRCPT TO:<c@d.example' })).toEqual(unsafe);
    for (const unsubscribe of ['mailto:a@b.example>\r\nBcc: y', 'mailto:a>,<https://x.example', 'https://x.example'])
      expect(await host.send({ ...email, unsubscribe })).toEqual(unsafe);
    await expect(host.send({ ...email, messageKey: 'a>\r\nBcc: y' })).rejects.toThrow(RangeError);
    expect(received.connections()).toBe(0);
  });
});

describe('TLS', () => {
  it('is required of a host elsewhere: one without it gets nothing', async () => {
    // 0.0.0.0 leads to this machine without being its loopback address.
    const received = await mailbox({ host: '0.0.0.0' });
    expect(await hostAt(received.port, { host: '0.0.0.0' }).send(email)).toEqual({
      kind: 'host',
      step: 'tls',
      code: 'tls-missing',
    });
    expect(received.connections()).toBe(1);
    expect(received.messages).toHaveLength(0);
  });

  it.each([false, true])(
    'with a certificate that nobody vouches for gets nothing, with one that is trusted it does (%s)',
    async (fromStart) => {
      const received = await mailbox({ host: '0.0.0.0', tls: { ...testCertificate, fromStart } });
      const host = hostAt(received.port, { host: '0.0.0.0', secure: fromStart });
      expect(await host.send(email)).toEqual({ kind: 'host', step: 'tls', code: 'certificate-unknown' });
      expect(received.messages).toHaveLength(0);

      const trusted = getCACertificates('default');
      setDefaultCACertificates([...trusted, testCertificate.cert]);
      ends.push(() => setDefaultCACertificates(trusted));
      expect(await host.send(email)).toEqual({ kind: 'sent' });
    },
  );

  it('from the first byte is checked on this machine too', async () => {
    const received = await mailbox({ tls: { ...testCertificate, fromStart: true } });
    expect(await hostAt(received.port, { secure: true }).send(email)).toEqual({
      kind: 'host',
      step: 'tls',
      code: 'certificate-unknown',
    });
  });

  it('is not asked of this machine itself, under any of its names', async () => {
    const received = await mailbox({ tls: testCertificate });
    for (const host of ['localhost', 'LOCALHOST', '127.0.0.1']) {
      expect(await hostAt(received.port, { host }).send(email)).toEqual({ kind: 'sent' });
    }
    expect(received.messages).toHaveLength(3);
  });
});

describe('the mail host of a practice study', () => {
  it('takes a message and delivers it nowhere', async () => {
    const received = await mailbox();
    const host = practiceMailHost();
    expect(await host.send(email)).toEqual({ kind: 'sent' });
    host.close();
    expect(received.connections()).toBe(0);
  });

  it('refuses what the real one refuses', async () => {
    const received = await mailbox();
    const unsafe: readonly Email[] = [
      { ...email, to: { address: 'two@wijk.example, three@wijk.example' } },
      { ...email, subject: 'One\r\nBcc: other@wijk.example' },
      { ...email, from: { address: 'no address' } },
      { ...email, objectTo: 'a@b.example>\r\nBcc: c@d.example' },
    ];
    for (const each of unsafe) {
      const refused = await practiceMailHost().send(each);
      expect(refused.kind).not.toBe('sent');
      expect(refused).toEqual(await hostAt(received.port).send(each));
    }
    const { from: _, ...nobody } = email;
    expect(await practiceMailHost().send(nobody)).toEqual({
      kind: 'host',
      step: 'sender',
      code: 'sender-unsafe',
    });
    await expect(practiceMailHost().send({ ...email, messageKey: 'a key' })).rejects.toThrow('message key');
  });
});
