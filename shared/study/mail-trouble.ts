/** What can be wrong with a mail host or a mailbox, as a word; each has a sentence of what to do. What is none of these is told by the server's three digits. */
export const mailTroubles = [
  // reaching it
  'dns',
  'refused',
  'no-route',
  'timeout',
  'no-greeting',
  'closed',
  // TLS
  'plain-on-tls-port',
  'tls-missing',
  'tls-failed',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-name',
  'certificate-unknown',
  // signing in
  'login',
  'login-missing',
  'login-not-offered',
  'app-not-allowed',
  'token-unreachable',
  'token-key',
  'token-tenant',
  'token-clock',
  'token-refused',
  'token-invalid-client',
  'token-unauthorized-client',
  'token-invalid-grant',
  'token-invalid-request',
  'token-invalid-scope',
  'token-unsupported-grant-type',
  'token-not-accepted',
  // sending
  'sender-unsafe',
  'sender-refused',
  'relay-refused',
  'all-refused',
  'connection-lost',
] as const;
export type MailTrouble = (typeof mailTroubles)[number];

/** What is tried at a mail host, in this order. */
export const mailSteps = ['reached', 'tls', 'login', 'sender', 'sent'] as const;
export type MailStep = (typeof mailSteps)[number];
