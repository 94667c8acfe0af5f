/** A message of a step to oneself, with an invented person, and whether that was done since the host or the text changed. */
import { createHash } from 'node:crypto';
import { namesObjection, subjectTells } from '../../shared/contact/message.ts';
import type { BeforeSending, MailHostCheck } from '../../shared/contact-views.ts';
import type { Input } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { Bureau } from '../../shared/study/bureau.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { newLoginCode } from '../../shared/study/login-code.ts';
import type { MailHost } from '../../shared/study/mail-host.ts';
import type { mailSteps } from '../../shared/study/mail-trouble.ts';
import type { Step, StepText } from '../../shared/study/protocol.ts';
import { codeTag, type Desk, draw, newId } from '../desk.ts';
import type { Delivery } from '../post/email.ts';
import { emailTo, senderOf } from './email-to.ts';

/** Above the message itself, so that nobody takes it for a real one. Dutch, as the messages are. */
const marked =
  'PROEFBERICHT. Dit bericht is alleen aan uzelf gestuurd. De naam is verzonnen en de inlogcode werkt niet. Hieronder staat het bericht zoals de deelnemers het krijgen.';

/** Nobody is called this. */
const invented = (to: string): ContactData => ({
  ...{ salutation: 'Mevr.', initials: 'V.', surname: 'Verzonnen-Proefpersoon', email: to },
  ...{ phones: [], channels: ['email'] },
});

export async function sendTestEmail(
  { group, step: id, to }: Input<'contact.sendTestEmail'>,
  desk: Desk,
): Promise<MailHostCheck> {
  const { store, settings, post, study, write } = desk;
  const host = (await settings.find('mailHost')) ?? refuse('contact.mail-host-missing', {});
  const bureau = (await settings.find('bureau')) ?? refuse('contact.texts-incomplete', { missing: ['bureau'] });
  const protocol =
    (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
  const step = protocol.steps.find((each) => each.id === id && each.channel === 'email');
  const text = step?.text ?? refuse('schedule.step-unknown', { step: id });
  const sender = senderOf(bureau, host);
  let code = newLoginCode(draw);
  // A code that belongs to somebody stands in no message but their own.
  while (store.cases.findByTag(codeTag(study, code)) !== undefined) code = newLoginCode(draw);
  const email = emailTo(invented(to), code, text, newId() as AttemptId, sender);
  const mailing = post.openMailHost(host);
  const delivery = await mailing.send({ ...email, text: `${marked}\n\n${email.text}` }).finally(() => mailing.close());
  const isSent = delivery.kind === 'sent';
  const tested = await settings.find('emailTests');
  const put = await settings.seal('emailTests', {
    ...tested,
    ...(isSent ? { [placeOf(group, step!)]: testedAs(text, bureau, host) } : {}),
  });
  write('contact.sendTestEmail', { group, step: id, sent: isSent ? 1 : 0 }, put);
  return { steps: post.stepsUntil(troubleOf(delivery)) };
}

/** What has to be known of the e-mails of a step before they go. */
export async function beforeSending(desk: Desk): Promise<BeforeSending> {
  const { store, settings } = desk;
  const host = await settings.find('mailHost');
  const bureau = await settings.find('bureau');
  const tested = (await settings.find('emailTests')) ?? {};
  const names = await telling(desk);
  const steps: BeforeSending['steps'][number][] = [];
  for (const group of store.groups.all()) {
    for (const step of (await settings.find('protocol', group))?.steps ?? []) {
      const { text } = step;
      if (step.channel !== 'email' || text === undefined) continue;
      const isTested =
        host !== undefined && bureau !== undefined && tested[placeOf(group, step)] === testedAs(text, bureau, host);
      const tells = subjectTells(text, names);
      const addsObjection = bureau !== undefined && !namesObjection(text, bureau);
      steps.push({ group, step: step.id, isTested, tells, addsObjection });
    }
  }
  return {
    steps,
    ...(host?.pace === undefined ? {} : { pace: host.pace }),
    hasHost: host !== undefined,
  };
}

/** What a subject should not tell over a shoulder. */
async function telling({ store, settings }: Desk): Promise<readonly string[]> {
  const names = [(await settings.find('title')) ?? '', (await settings.find('agreement'))?.client ?? ''];
  for (const group of store.groups.all()) names.push((await settings.find('group', group))?.title ?? '');
  return names;
}

const placeOf = (group: GroupCode, { id }: Step) => `${group} ${id}`;

function testedAs(text: StepText, bureau: Bureau, host: MailHost): string {
  return createHash('sha256')
    .update(JSON.stringify([text, bureau, host]))
    .digest('hex');
}

function troubleOf(
  delivery: Delivery,
): { readonly step: (typeof mailSteps)[number]; readonly code: string } | undefined {
  switch (delivery.kind) {
    case 'sent':
      return undefined;
    case 'host':
      return delivery;
    case 'unclear':
      return { step: 'sent', code: 'connection-lost' };
    default:
      return { step: 'sent', code: delivery.code };
  }
}
