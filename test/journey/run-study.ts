/** A whole study carried out with quick keys, looked at just before its destruction. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLoginCodes } from '../../electron/contacts.ts';
import { filesBelow, findTraces } from '../../electron/files/find-traces.ts';
import type { LocalHost } from '../../electron/host.ts';
import { type OpenedStudy, openStudy } from '../../electron/opened-study.ts';
import { people } from '../../electron/practice/study-set-up.ts';
import { openStore } from '../../electron/store/store.ts';
import { Integrity } from '../../electron/vault/integrity.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { carryOutStudy, type Summary } from '../../scripts/demo/carry-out-study.ts';
import { passphraseOf, quickHost } from '../electron/office.ts';
import { openVaultHere } from '../electron/vault-here.ts';
import { type RawStudy, readRawStudy } from './raw-study.ts';

export interface Run {
  readonly folder: string;
  readonly summary: Summary;
  readonly raw: RawStudy;
  readonly received: readonly string[];
  /** Everything opened through the keys, with the login codes as stored. */
  readonly opened: OpenedStudy;
  readonly codes: readonly string[];
  /** As the officer exported it. */
  readonly journal: string;
  /** In the study folder while the study was open, before anything was destroyed. */
  readonly tracesInStudy: number;
  readonly scanned: number;
  readonly host: LocalHost;
}

/** Opens a study folder with the keys of manager and researcher, as test code that holds their passphrases. */
export async function openedWithKeys(
  study: string,
  host: LocalHost,
): Promise<{ opened: OpenedStudy; codes: readonly string[] }> {
  const file = new Uint8Array(readFileSync(join(study, 'keyring')));
  const { study: id, epoch } = readKeyringHeader(file);
  const secret = host.deviceSecrets.find(id, epoch);
  if (secret === undefined) throw new Error('no device secret');
  const manager = openVaultHere();
  const researcher = openVaultHere();
  const { integrityKey } = await manager.ask(
    'unlock',
    file,
    secret,
    people.manager,
    host.secretOf(passphraseOf(people.manager)),
  );
  const secretOf = (name: string) => host.secretOf(passphraseOf(name));
  const { publicKey } = await researcher.ask('unlock', file, secret, people.researcher, secretOf(people.researcher));
  const store = openStore(join(study, 'study.db'), new Integrity(integrityKey));
  try {
    return {
      opened: await openStudy(store, manager, { vault: researcher, publicKey }),
      codes: await openLoginCodes(manager, store.cases.all()),
    };
  } finally {
    store.close();
  }
}

/** Carries out a study in `below`/`name`, and leaves a copy of it from just before its destruction in `below`/`name`-copy. */
export async function runStudy(below: string, name: string, seed: number): Promise<Run> {
  const folder = join(below, name);
  mkdirSync(folder, { recursive: true });
  const host = quickHost(folder, { ownFolder: folder });
  let found: Omit<Run, 'folder' | 'summary' | 'host'> | undefined;
  const summary = await carryOutStudy({
    folder,
    seed,
    host,
    passphraseOf,
    say: () => undefined,
    async beforeDestruction(office, mailbox) {
      const study = join(folder, 'study');
      const journalPath = join(below, `${name}.jsonl`);
      await askingAs(office)(people.officer, 'study.exportJournal', { target: host.offerTarget(journalPath) });
      // Scanned first, with the office holding the study open: opening it here could change its files.
      const files = (await filesBelow(study)).filter((path) => !path.includes(`${join(study, 'results')}`));
      const copy = join(below, `${name}-copy`);
      cpSync(study, join(copy, 'study'), { recursive: true });
      cpSync(join(folder, 'app'), join(copy, 'app'), { recursive: true });
      cpSync(join(folder, 'handouts'), join(copy, 'handouts'), { recursive: true });
      const { opened, codes } = await openedWithKeys(join(copy, 'study'), host);
      const traces = await findTraces(files, opened.canaries);
      found = {
        journal: readFileSync(journalPath, 'utf8'),
        raw: readRawStudy(join(copy, 'study')),
        received: mailbox.messages.flatMap(({ to }) => to),
        opened,
        codes,
        tracesInStudy: traces.found.size,
        scanned: traces.filesScanned,
      };
    },
  });
  if (found === undefined) throw new Error('the study came to its destruction without a look at it');
  return { folder, summary, host, ...found };
}
