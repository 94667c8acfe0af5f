/** The one SMTP server that a study's e-mails leave by. */
export interface MailHost {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it is started (STARTTLS), and required unless the host is this machine. */
  readonly secure: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly from: string;
  /** The sub-processor whose server it is; absent: the bureau's own. */
  readonly providedBy?: string | undefined;
}
