/** The one SMTP server that a study's e-mails leave by, the mailbox in which some come back, and how the bureau signs in there. */

/** The secret of each is kept sealed and never shown again. */
export type MailLogin =
  | { readonly kind: 'password'; readonly user: string; readonly password?: string | undefined }
  /** OAuth 2.0 client credentials of Microsoft 365 (RFC 6749, 4.4): an application of the bureau's own tenant. */
  | {
      readonly kind: 'microsoft';
      readonly user: string;
      readonly tenant: string;
      readonly clientId: string;
      readonly clientSecret?: string | undefined;
    }
  /** A service account of Google Workspace that acts for the mailbox (RFC 7523). */
  | {
      readonly kind: 'google';
      readonly user: string;
      readonly serviceAccount: string;
      readonly privateKey?: string | undefined;
    };

export interface MailHost {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it is started (STARTTLS), and required unless the host is this machine. */
  readonly secure: boolean;
  /** Absent: a relay that asks nothing. */
  readonly login?: MailLogin | undefined;
  readonly from: string;
  /** The envelope's sender, with the key of a message in it: what comes back is known by that. Absent: `from`. */
  readonly returnTo?: string | undefined;
  /** Messages per minute; absent: as fast as the server takes them. */
  readonly pace?: number | undefined;
  /** The sub-processor whose server it is; absent: the bureau's own. */
  readonly providedBy?: string | undefined;
}

/** Read by IMAP over TLS. */
export interface Mailbox {
  readonly host: string;
  readonly port: number;
  readonly login: MailLogin;
  readonly folder: string;
}

/** A login as it is shown: without its secret, but whether there is one. */
export interface ShownLogin {
  readonly kind: MailLogin['kind'];
  readonly user: string;
  readonly tenant?: string;
  readonly clientId?: string;
  readonly serviceAccount?: string;
  readonly hasSecret: boolean;
}

export function shownLogin(login: MailLogin): ShownLogin {
  const { kind, user } = login;
  switch (login.kind) {
    case 'password':
      return { kind, user, hasSecret: login.password !== undefined };
    case 'microsoft':
      return {
        kind,
        user,
        tenant: login.tenant,
        clientId: login.clientId,
        hasSecret: login.clientSecret !== undefined,
      };
    case 'google':
      return { kind, user, serviceAccount: login.serviceAccount, hasSecret: login.privateKey !== undefined };
  }
}

/** The login without its secret, for a file. */
export function withoutSecret(login: MailLogin): MailLogin {
  switch (login.kind) {
    case 'password':
      return { kind: login.kind, user: login.user };
    case 'microsoft': {
      const { kind, user, tenant, clientId } = login;
      return { kind, user, tenant, clientId };
    }
    case 'google':
      return { kind: login.kind, user: login.user, serviceAccount: login.serviceAccount };
  }
}

/** The login with the secret that was kept, when none was given and it still signs in as the same one: a secret is never shown to be typed again. */
export function withKeptSecret<L extends MailLogin | undefined>(login: L, kept: MailLogin | undefined): L | MailLogin {
  if (login === undefined || kept === undefined || shownLogin(login).hasSecret) return login;
  const { hasSecret: _, ...now } = shownLogin(login);
  const { hasSecret: __, ...before } = shownLogin(kept);
  return JSON.stringify(now) === JSON.stringify(before) ? kept : login;
}
