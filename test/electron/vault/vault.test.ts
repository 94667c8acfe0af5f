import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveKey, newDerivation } from '../../../electron/vault/derive-key.ts';
import { readKeyring, readKeyringHeader, writeKeyring } from '../../../electron/vault/keyring.ts';
import { newKey, openText, sealText } from '../../../electron/vault/seal.ts';
import sodium from '../../../electron/vault/sodium.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { day } from '../../../shared/calendar.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { Role } from '../../../shared/study/person.ts';
import type { ResponseId } from '../../../shared/study/response.ts';
import { problemOf } from '../../problem-of.ts';

const confidentialityOn = day('2026-01-01');
const secretOf = (name: string) => {
  return { kind: 'derived-key', key: sodium.crypto_generichash(32, `key of ${name}`, null) } as const;
};
const person = (name: string, ...roles: Role[]) => ({ name, roles, confidentialityOn, secret: secretOf(name) });

function study() {
  const founder = new Vault();
  const made = founder.createStudy('study', [
    person('manager', 'manager'),
    person('researcher', 'researcher'),
    person('interviewer', 'interviewer'),
    person('officer', 'officer'),
  ]);
  const enter = (name: string, file = made.keyringFile, secret: Uint8Array = made.deviceSecret) => {
    const vault = new Vault();
    return { vault, unlocked: vault.unlock(file, secret, name, secretOf(name)) };
  };
  return { made, enter };
}

/** Keys of new cases of which nothing is known. */
const caseKeys = (vault: Vault, ...ids: string[]) =>
  vault
    .sealNewCases(ids.map((id) => ({ id: id as CaseId, contact: '{}', loginCode: '' })))
    .map(({ caseKey }) => caseKey);

describe('sealing', () => {
  const place = { study: 's', table: 'cases', row: 'r', field: 'contact' };

  test('opens what it sealed, whatever the text', () => {
    const key = newKey();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => openText(key, sealText(key, text, place), place) === text),
      // What a text that was copied from a file may begin with.
      { examples: [['\ufeff'], ['\ufeffa text']] },
    );
  });

  test('every flipped byte is found, and so is every other place or key', () => {
    const key = newKey();
    const sealed = sealText(key, 'invented text', place);
    expect(openText(key, sealed, place)).toBe('invented text');
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[at]! ^= 1;
      expect(problemOf(() => openText(key, flipped, place))).toBe('study.damaged');
    }
    for (const part of ['study', 'table', 'row', 'field'] as const) {
      expect(problemOf(() => openText(key, sealed, { ...place, [part]: 'other' }))).toBe('study.damaged');
    }
    expect(problemOf(() => openText(newKey(), sealed, place))).toBe('study.damaged');
    expect(problemOf(() => openText(key, new Uint8Array(3), place))).toBe('study.damaged');
  });

  test('the length of an answer does not show', () => {
    const key = newKey();
    const lengths = ['eens', 'helemaal_oneens', ''].map((text) => sealText(key, text, place).length);
    expect(new Set(lengths).size).toBe(1);
  });

  test('two sealings of one text have nothing in common', () => {
    const key = newKey();
    expect(Buffer.compare(sealText(key, 'same', place), sealText(key, 'same', place))).not.toBe(0);
  });
});

describe('derivation', () => {
  test('is Argon2id: the first published vector of libsodium (test/default/pwhash_argon2id)', () => {
    const passphrase = sodium.from_hex(
      'a347ae92bce9f80f6f595a4480fc9c2fe7e7d7148d371e9487d75f5c23008ffae065577a928febd9b1973a5a95073acdbeb6a030cfc0d79caa' +
        '2dc5cd011cef02c08da232d76d52dfbca38ca8dcbd665b17d1665f7cf5fe59772ec909733b24de97d6f58d220b20c60d7c07ec1fd93c52c310' +
        '20300c6c1facd77937a597c7a6',
    );
    const salt = sodium.from_hex('5541fbc995d5c197ba290346d2c559de');
    const derived = sodium.crypto_pwhash(155, passphrase, salt, 5, 7256678, sodium.crypto_pwhash_ALG_ARGON2ID13);
    expect(sodium.to_hex(derived)).toBe(
      '18acec5d6507739f203d1f5d9f1d862f7c2cdac4f19d2bdff64487e60d969e3ced615337b9eec6ac4461c6ca07f0939741e57c24d0005c7ea1' +
        '71a0ee1e7348249d135b38f222e4dad7b9a033ed83f5ca27277393e316582033c74affe2566a2bea47f91f0fd9fe49ece7e1f79f3ad6e9b23e' +
        '0277c8ecc4b313225748dd2a80f5679534a0700e246a79a49b3f74eb89ec6205fe1eeb941c73b1fcf1',
    );
  });

  test('lowered parameters are refused', () => {
    const derivation = newDerivation();
    const secret = secretOf('anyone');
    expect(problemOf(() => deriveKey(secret, derivation))).toBe('none');
    for (const lowered of [
      { passes: 1 },
      { passes: 2 },
      { memoryBytes: 64 << 20 },
      { memoryBytes: 8192 },
      { algorithm: 'argon2i13' as never },
    ]) {
      expect(problemOf(() => deriveKey(secret, { ...derivation, ...lowered }))).toBe('study.damaged');
    }
  });
});

describe('keyring', () => {
  test('a wrong passphrase, a wrong name and another device secret open nothing', () => {
    const { made, enter } = study();
    expect(enter('manager').unlocked.person.name).toBe('manager');
    const vault = new Vault();
    const unlock = (name: string, secret = secretOf(name), device = made.deviceSecret) =>
      problemOf(() => vault.unlock(made.keyringFile, device, name, secret));
    expect(unlock('manager', secretOf('other'))).toBe('session.wrong-name-or-passphrase');
    expect(unlock('nobody')).toBe('session.wrong-name-or-passphrase');
    expect(unlock('manager', secretOf('manager'), newKey())).toBe('study.damaged');
  });

  test('a file whose readable part names no study and epoch of ours is no keyring', () => {
    const { made, enter } = study();
    const header = JSON.parse(Buffer.from(made.keyringFile).toString());
    const naming = (change: object, end = '\n') => Buffer.from(`${JSON.stringify({ ...header, ...change })}${end}`);
    expect(problemOf(() => enter('manager', naming({})))).toBe('none');
    // What reads the same and is written otherwise was changed too.
    for (const end of ['', ' ', '\t', '\n\n'])
      expect(problemOf(() => enter('manager', naming({}, end)))).toBe('study.damaged');
    expect(problemOf(() => enter('manager', naming({ more: 1 })))).toBe('study.damaged');
    expect(problemOf(() => enter('manager', naming({ changes: 7 })))).toBe('study.damaged');
    for (const change of [
      { epoch: 0 },
      { epoch: -1 },
      { epoch: 1e300 },
      { study: '../study' },
      { study: '' },
      { changes: 'no' },
    ])
      expect(problemOf(() => readKeyringHeader(naming(change)))).toBe('study.damaged');
  });

  test('the file shows nothing but study and epoch, and how often it was changed', () => {
    const text = Buffer.from(study().made.keyringFile).toString();
    expect(Object.keys(JSON.parse(text))).toEqual(['veldwerk', 'format', 'study', 'epoch', 'changes', 'sealed']);
    for (const name of ['manager', 'researcher', 'interviewer']) expect(text).not.toContain(name);
  });

  test('wraps of two keys or two people cannot be exchanged', () => {
    const { made, enter } = study();
    const keyring = readKeyring(made.keyringFile, made.deviceSecret);
    const swapped = keyring.people.map((one) => {
      const { contact, link } = one.keys;
      return contact && link ? { ...one, keys: { ...one.keys, contact: link, link: contact } } : one;
    });
    const file = writeKeyring({ ...keyring, people: swapped }, made.deviceSecret);
    expect(problemOf(() => enter('manager', file))).toBe('study.damaged');
  });

  test('what the adder does not hold is awaited, and comes only when a holder passes it on by name', () => {
    const { made, enter } = study();
    const file = enter('manager').vault.addPerson(made.keyringFile, person('second', 'interviewer'));
    const first = enter('second', file);
    expect(first.unlocked.awaited).toEqual(['draft']);
    const [caseKey] = caseKeys(enter('manager').vault, 'c');
    const handedTo = ({ unlocked }: typeof first) => {
      const one = { caseId: 'c' as CaseId, caseKey: caseKey! };
      return { ...one, handedKey: enter('manager').vault.handOut(one, unlocked.publicKey) };
    };
    expect(problemOf(() => first.vault.newDraftKey('d', handedTo(first)))).toBe('session.key-awaited');
    // Whoever added someone may know their passphrase: signing in passes nothing on.
    const { vault } = enter('researcher', file);
    expect(enter('second', file).unlocked.awaited).toEqual(['draft']);
    for (const nobody of ['third', 'manager', 'researcher']) {
      expect(problemOf(() => vault.passKeysOn(file, nobody))).toBe('study.nothing-to-pass-on');
    }
    expect(problemOf(() => enter('officer', file).vault.passKeysOn(file, 'second'))).toBe('study.nothing-to-pass-on');
    const passed = vault.passKeysOn(file, 'second');
    const later = enter('second', passed);
    expect(later.unlocked.awaited).toEqual([]);
    expect(later.vault.newDraftKey('d', handedTo(later)).length).toBeGreaterThan(32);
  });

  test('a researcher whom the manager made up gets no key to answers', () => {
    const { made, enter } = study();
    const file = enter('manager').vault.addPerson(made.keyringFile, person('made up', 'researcher'));
    enter('researcher', file);
    const { unlocked, vault } = enter('made up', file);
    expect(unlocked.awaited).toEqual(['draft', 'answers']);
    expect(problemOf(() => vault.openResponses([]))).toBe('session.key-awaited');
  });

  test('one name belongs to one person', () => {
    const { made, enter } = study();
    const adding = () => enter('manager').vault.addPerson(made.keyringFile, person('researcher', 'officer'));
    expect(problemOf(adding)).toBe('study.name-taken');
  });
});

describe('what each role can open', () => {
  const caseId = 'case' as CaseId;
  const responseId = 'response' as ResponseId;

  function sealedThings(handTo: Role) {
    const { enter } = study();
    const entered = (['manager', 'researcher', 'interviewer', 'officer'] as const).map((name) => enter(name));
    const vaults = Object.fromEntries(entered.map(({ vault, unlocked }) => [unlocked.person.name, vault])) as Record<
      Role,
      Vault
    >;
    const [caseKey] = caseKeys(vaults.manager, caseId);
    const stored = { caseId, caseKey: caseKey! };
    const publicKeyOf = (role: Role) =>
      entered.find(({ unlocked }) => unlocked.person.name === role)!.unlocked.publicKey;
    const handedKey = vaults.manager.handOut(stored, publicKeyOf(handTo));
    const inHand = handTo === 'manager' ? stored : { ...stored, handedKey };
    const place = { ...inHand, table: 'cases', row: caseId, field: 'contact' };
    const [contact] = vaults.manager.sealCase([{ ...place, text: 'a person' }]);
    const [response] = vaults.interviewer.sealResponses([{ id: responseId, caseId, text: 'answers' }]);
    const toInterviewer = { ...stored, handedKey: vaults.manager.handOut(stored, publicKeyOf('interviewer')) };
    const draftKey = vaults.interviewer.newDraftKey('draft', toInterviewer);
    const draft = { draft: 'draft', draftKey };
    const answer = vaults.interviewer.sealDraft({ ...draft, ...toInterviewer }, 'draft 1', 'half');
    const opens = {
      contact: (vault: Vault) => vault.openCase([{ ...place, sealed: contact! }])[0],
      draft: (vault: Vault) => vault.openDraft({ ...draft, ...inHand }, [{ row: 'draft 1', sealed: answer }])[0],
      response: (vault: Vault) =>
        vault.openResponses([{ id: responseId, key: response!.key, content: response!.content }])[0],
      link: (vault: Vault) => vault.openLinks([response!.link])[0]?.caseId,
    };
    return { vaults, opens };
  }

  const openedBy = ({ vaults, opens }: ReturnType<typeof sealedThings>) =>
    Object.fromEntries(
      Object.entries(vaults).map(([role, vault]) => [
        role,
        Object.entries(opens).flatMap(([what, open]) => (problemOf(() => open(vault)) === 'none' ? [what] : [])),
      ]),
    );

  test('contact data: the manager; answers: the researcher; links: the manager; of a case that is in nobody else hands', () => {
    const things = sealedThings('manager');
    expect(openedBy(things)).toEqual({
      manager: ['contact', 'link'],
      researcher: ['response'],
      interviewer: [],
      officer: [],
    });
    expect(things.opens.contact(things.vaults.manager)).toBe('a person');
    expect(things.opens.response(things.vaults.researcher)).toBe('answers');
    expect(things.opens.link(things.vaults.manager)).toBe(caseId);
  });

  test('the case in hand and its unfinished interview: the interviewer who has it, and nobody else by that key', () => {
    expect(openedBy(sealedThings('interviewer'))).toEqual({
      manager: ['contact', 'link'],
      researcher: ['response'],
      interviewer: ['contact', 'draft'],
      officer: [],
    });
  });

  test('an unfinished interview: the researcher only with the key of its case, which the manager gives', () => {
    expect(openedBy(sealedThings('researcher')).researcher).toContain('draft');
    expect(openedBy(sealedThings('manager')).researcher).not.toContain('draft');
    // The officer holds no draft key: with the case's key there is still nothing of the interview to read.
    expect(openedBy(sealedThings('officer')).officer).toEqual(['contact']);
  });

  test('content of one case does not open as that of another', () => {
    const { enter } = study();
    const { vault } = enter('manager');
    const [one, other] = caseKeys(vault, 'one', 'other');
    const place = { table: 'cases', field: 'contact' };
    const [sealed] = vault.sealCase([
      { ...place, caseId: 'one' as CaseId, row: 'one', caseKey: one!, text: 'a person' },
    ]);
    const asOther = { ...place, caseId: 'other' as CaseId, row: 'other', sealed: sealed! };
    expect(problemOf(() => vault.openCase([{ ...asOther, caseKey: other! }]))).toBe('study.damaged');
    expect(problemOf(() => vault.openCase([{ ...asOther, caseKey: one! }]))).toBe('study.damaged');
  });
});
