/** The bureau as its messages and the certificate name it: the processor. */
export interface Bureau {
  readonly name: string;
  readonly returnAddress: string;
  readonly place: string;
  /** E-mail address at which a respondent can object; printed in every message. */
  readonly objectTo: string;
  /** Address of the web questionnaire. */
  readonly webAddress: string;
  /** The sub-processor that prints and posts the letters; absent: the bureau itself. */
  readonly lettersPrintedBy?: string | undefined;
  /** The sub-processor that hosts the web questionnaire; absent: the bureau itself. */
  readonly webPlatformBy?: string | undefined;
}

/** The personal link of a case: the web questionnaire with the login code, without hyphens. */
export function personalLink(bureau: Pick<Bureau, 'webAddress'>, code: string): string {
  const separator = bureau.webAddress.includes('?') ? '&' : '?';
  return `${bureau.webAddress}${separator}code=${code}`;
}
