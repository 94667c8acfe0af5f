/** The processor's register has the four items of AVG art. 30(2), and says which one is not complete. */
import { expect, test } from 'vitest';
import { agreement, bureau } from '../../../electron/practice/study-set-up.ts';
import {
  processorRegister,
  type RegisterFacts,
  type RegisterItem,
  registerItems,
} from '../../../shared/study/register.ts';

const printer = 'Drukkerij De Zetter';
const facts: RegisterFacts = {
  title: 'Nulmeting',
  agreement: { ...agreement, subProcessors: [printer, 'Postduif Mail'] },
  bureau: { ...bureau, lettersPrintedBy: 'drukkerij de zetter' },
  officers: ['Nadia'],
  channels: ['email', 'letter', 'phone'],
  measured: { appVersion: '1', deviceSecretIn: 'keychain' },
};

test('4 of 4 items are there, with what the law asks of each', () => {
  const register = processorRegister(facts);
  expect(registerItems.length).toBe(4);
  expect(registerItems.filter((item) => register[item] !== undefined && !register.missing.includes(item)).length).toBe(
    4,
  );
  expect(register.parties).toEqual({
    processor: { name: bureau.name, contact: `${bureau.returnAddress}, ${bureau.place}, ${bureau.objectTo}` },
    controller: { name: agreement.client, contact: agreement.clientContact },
    officers: ['Nadia'],
  });
  expect(register.processing).toMatchObject({
    purpose: agreement.purpose,
    peopleConcerned: agreement.peopleConcerned,
    kinds: agreement.allowedFields,
    channels: ['email', 'letter', 'phone'],
    contactUntil: agreement.endsOn,
    answersUntil: agreement.answersEndOn,
    subProcessors: [
      { name: printer, does: ['letters'] },
      { name: 'Postduif Mail', does: [] },
    ],
  });
  expect(register.transfers).toEqual({ outsideEea: false });
  expect(register.security).toEqual({ described: agreement.security, measured: facts.measured });
});

const without = (field: keyof typeof agreement): RegisterFacts => {
  const { [field]: _, ...rest } = facts.agreement as Record<string, unknown>;
  return { ...facts, agreement: rest };
};

test.each<[string, RegisterFacts, RegisterItem]>([
  ['the bureau', { ...facts, bureau: undefined }, 'parties'],
  ['the client', without('client'), 'parties'],
  ['how the client is reached', without('clientContact'), 'parties'],
  ['an officer', { ...facts, officers: [] }, 'parties'],
  ['the purpose', without('purpose'), 'processing'],
  ['the people', without('peopleConcerned'), 'processing'],
  ['the kinds of data', without('allowedFields'), 'processing'],
  ['the sub-processors', without('subProcessors'), 'processing'],
  ['transfers', without('transferOutsideEea'), 'transfers'],
  ['security', without('security'), 'security'],
])('without %s one item is not complete', (_, incomplete, item) => {
  expect(processorRegister(incomplete).missing).toEqual([item]);
});

test('of an empty study no item is complete', () => {
  expect(processorRegister({ ...facts, agreement: {}, bureau: undefined, officers: [] }).missing).toEqual(
    registerItems,
  );
});
