/** The words of locking a place and unlocking it, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  lock: 'Vergrendel',
  lockKey: 'deze plek vergrendelen',
  title: 'Deze plek is vergrendeld',
  of: (name: string, roles: string) => `Aangemeld: ${name}, ${roles}`,
  passphrase: 'Wachtzin',
  unlock: 'Ontgrendel',
  unlockAs: (name: string) => `Ontgrendel als ${name}`,
  unlocking: 'De sleutels worden geopend. Dit duurt een paar seconden.',
  signOut: 'Meld af',
  help: [
    'Na het ontgrendelen gaat u verder waar u was.',
    'Een plek vergrendelt zichzelf als er een tijd niemand is, maar nooit tijdens een gesprek. Gaat de computer slapen of op slot, dan vergrendelen alle plekken.',
    'Zolang de plek vergrendeld is, zijn uw sleutels uit het geheugen en staat er geen naam in dit venster.',
  ],
};

const en: typeof nl = {
  lock: 'Lock',
  lockKey: 'lock this place',
  title: 'This place is locked',
  of: (name, roles) => `Signed in: ${name}, ${roles}`,
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlockAs: (name) => `Unlock as ${name}`,
  unlocking: 'The keys are being opened. This takes a few seconds.',
  signOut: 'Sign out',
  help: [
    'After unlocking you go on where you were.',
    'A place locks itself when nobody has been there for a while, but never during a call. When the computer goes to sleep or is locked, all places lock.',
    'As long as the place is locked your keys are out of memory and no name is in this window.',
  ],
};

export const lockingWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
