/** The staff of a study: who is in it, added with a one-time passphrase, given keys, mended when they forgot theirs. */
import { randomBytes } from 'node:crypto';
import type { Input } from '../shared/contract.ts';
import { refuse } from '../shared/problem.ts';
import { type KeyName, keyNames } from '../shared/study/person.ts';
import { passphraseOf } from '../shared/study/word-list.ts';
import type { HoldersView, Invited, PeopleView } from '../shared/views.ts';
import type { Desk, Host } from './desk.ts';
import { adoptKeyring, changeKeyring, readKeyringFile } from './keyring-file.ts';
import type { NewPerson } from './vault/people-keys.ts';

type PersonInput = Input<'study.addPerson'>;

/** Shortest passphrase that is accepted, in characters. */
const passphraseAtLeast = 12;

/** Random bytes of a one-time passphrase: 64 bits behind Argon2id, for the days until the first sign-in. */
const oneTimeBytes = 8;

/** Two, so that a passphrase that is forgotten is mended by the other. */
const fewestHolders = 2;

/** Refuses `study.passphrase-too-short`. */
export function refuseShortPassphrase(passphrase: string): void {
  if ([...passphrase].length < passphraseAtLeast) refuse('study.passphrase-too-short', { atLeast: passphraseAtLeast });
}

/** As `refuseShortPassphrase`, for one that takes the place of `before`. Refuses `study.passphrase-same` too. */
export function refuseUnfitPassphrase(chosen: string, before: string): void {
  refuseShortPassphrase(chosen);
  if (chosen.normalize('NFKC') === before.normalize('NFKC')) refuse('study.passphrase-same', {});
}

/** A new colleague for the vault, and what they are to be told when their passphrase is a one-time one. */
export function newPersonOf(
  { secretOf }: Host,
  { name, roles, confidentialityOn, passphrase }: PersonInput,
): { readonly person: NewPerson; readonly invited?: Invited } {
  const known = { name, roles, confidentialityOn };
  if (passphrase !== undefined) {
    refuseShortPassphrase(passphrase);
    return { person: { ...known, secret: secretOf(passphrase) } };
  }
  const oneTimePassphrase = newOneTimePassphrase();
  return {
    person: { ...known, secret: secretOf(oneTimePassphrase), isInvited: true },
    invited: { name, roles, oneTimePassphrase },
  };
}

function newOneTimePassphrase(): string {
  return passphraseOf(new Uint8Array(randomBytes(oneTimeBytes)));
}

/** Adds a colleague, with the keys that the person at this desk can give. */
export async function addPerson({ host, vault, study }: Desk, input: PersonInput): Promise<Invited | undefined> {
  const { person, invited } = newPersonOf(host, input);
  await changeKeyring(study, (file) => vault.ask('addPerson', file, person));
  return invited;
}

/** Passes on to a colleague the keys that they await and the person at this desk holds; they have them at once. */
export async function passKeysOn({ host, session, vault, study }: Desk, to: string): Promise<void> {
  await changeKeyring(study, (file) => vault.ask('passKeysOn', file, to));
  await adoptKeyring(host, session, study.folder);
}

/** Invites a colleague anew who forgot their passphrase; where they are signed in, they are signed out. */
export async function renewPerson({ host, session, vault, study, person }: Desk, name: string): Promise<Invited> {
  if (name === person.name) refuse('study.not-yourself', {});
  const oneTimePassphrase = newOneTimePassphrase();
  const secret = host.secretOf(oneTimePassphrase);
  const file = await changeKeyring(study, (before) => vault.ask('renewPerson', before, name, secret));
  await adoptKeyring(host, session, study.folder);
  const { roles } = (await vault.ask('people', file)).find((one) => one.name === name)!;
  return { name, roles, oneTimePassphrase };
}

/**
 * Refuses `session.wrong-name-or-passphrase` when `before` is not the passphrase of the person at this desk; whoever found the place open and
 * guesses has to wait as at the door.
 */
export async function changePassphrase(desk: Desk, before: string, chosen: string): Promise<void> {
  const { host, vault, study, studies, person } = desk;
  refuseUnfitPassphrase(chosen, before);
  const { secretOf } = host;
  await studies.tried(study.id, person.name, () =>
    changeKeyring(study, (file) => vault.ask('changePassphrase', file, secretOf(before), secretOf(chosen))),
  );
}

export function peopleOf({ vault, study }: Pick<Desk, 'vault' | 'study'>): Promise<PeopleView['people']> {
  return vault.ask('people', readKeyringFile(study.folder));
}

/** Without a key nobody opens what was taken in: refuses `study.too-few-holders` unless someone signed for that. A practice study has nothing to lose. */
export async function refuseTooFewHolders(desk: Desk): Promise<void> {
  const keys = await fewHoldersOf(desk);
  if (keys.length > 0) refuse('study.too-few-holders', { keys });
}

/** Keys of which there are too few holders and for which nobody signed; none in a practice study. */
export async function fewHoldersOf(desk: Desk): Promise<readonly KeyName[]> {
  if (desk.store.study.get().isPractice) return [];
  const { few, accepted } = await holdersView(desk);
  return accepted === undefined ? few : [];
}

/** Who holds which key, and of which there are too few. */
export async function holdersView(desk: Desk): Promise<HoldersView> {
  const holders = await desk.vault.ask('holders', readKeyringFile(desk.study.folder));
  const accepted = await desk.settings.find('fewHolders');
  const few = keyNames.filter((key) => {
    const held = holders.find((one) => one.key === key);
    return (held?.holders.length ?? 0) < fewestHolders;
  });
  return { holders, few, ...(accepted === undefined ? {} : { accepted }) };
}
