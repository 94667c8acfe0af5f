/** The processor's register of processing, AVG art. 30(2), for the data protection officer and the manager. */
import type { RequestOf } from '../../shared/contract.ts';
import { processorRegister } from '../../shared/study/register.ts';
import type { Handler } from '../bridge.ts';
import { peopleOf } from '../staff.ts';

export const studyRegisterRequests: { readonly [N in Extract<RequestOf<'study'>, 'study.register'>]: Handler<N> } = {
  async 'study.register'(_, desk) {
    const { host, study, store, settings } = desk;
    const protocols = await Promise.all(store.groups.all().map((group) => settings.find('protocol', group)));
    const people = await peopleOf(desk);
    return processorRegister({
      title: await settings.get('title'),
      agreement: (await settings.find('agreement')) ?? {},
      bureau: await settings.find('bureau'),
      mailHost: await settings.find('mailHost'),
      officers: people.filter(({ roles }) => roles.includes('officer')).map(({ name }) => name),
      channels: [...new Set(protocols.flatMap((protocol) => protocol?.steps.map(({ channel }) => channel) ?? []))],
      measured: { appVersion: host.appVersion, deviceSecretIn: host.deviceSecrets.kindOf(study.id) },
    });
  },
};
