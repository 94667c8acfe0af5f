/** The open study.db: a table per noun and the one way to write, a transaction with its journal entry. */
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Integrity } from '../vault/integrity.ts';
import { acquaintancesTable, callbacksTable } from './asides.ts';
import { attemptsTable } from './attempts.ts';
import { batchesTable } from './batches.ts';
import { caseRequestsTable, removalsTable } from './case-requests.ts';
import { casesTable } from './cases.ts';
import { isConflict, openDatabase, truncateLog } from './database.ts';
import { draftsTable } from './drafts.ts';
import { epochsTable } from './epochs.ts';
import { erasedCountsTables } from './erased-counts.ts';
import { inventoryOf } from './inventory.ts';
import { type Appended, type JournalEntry, journalTable } from './journal.ts';
import { responsesTable } from './responses.ts';
import { returnedRowsTable, secondsTable } from './returns.ts';
import { revokedCodesTable } from './revoked-codes.ts';
import { safeguardsTable } from './safeguards.ts';
import { groupsTable, handoutsTable, instructionsTable, intakesTable, settingsTable, studyTable } from './study.ts';

/** The moments of a write at which a crash can fall; tests cut the power at each. */
export type WriteStep = 'begun' | 'written' | 'journalled' | 'committed';

export interface StoreOptions {
  readonly create?: boolean;
  readonly onStep?: (step: WriteStep) => void;
  /** Told of every entry once it is committed. */
  readonly onEntry?: (entry: Appended) => void;
}

/** Tells of every case that is another, that something else was tried with, or that is being interviewed or not any more. */
export interface CaseWatch {
  /** Since it was asked last, or began. */
  changed(): readonly CaseId[];
  end(): void;
}

export type Store = ReturnType<typeof openStore>;

/** Opens study.db. Synchronous on purpose: one writer, short transactions, no await inside one. */
export function openStore(path: string, integrity: Integrity, { create = false, onStep, onEntry }: StoreOptions = {}) {
  const database = openDatabase(path, { create });
  const journal = journalTable(database, integrity);
  const inventory = inventoryOf(database, integrity, { isNew: create });
  let keyringKnown = journal.lastKeyring();
  let keyringSeen = keyringKnown;
  // What was erased stands in the log until that is emptied; after a crash it may stand there still.
  let isLogToEmpty = true;
  const onErase = () => {
    isLogToEmpty = true;
  };
  const emptyLog = () => {
    if (isLogToEmpty) isLogToEmpty = !truncateLog(database);
  };
  emptyLog();
  const watchers = new Set<Set<CaseId>>();
  const onChange = (of: CaseId) => {
    for (const changed of watchers) changed.add(of);
  };
  return {
    study: studyTable(database, integrity),
    settings: settingsTable(database),
    groups: groupsTable(database, integrity),
    cases: casesTable(database, integrity, { onErase, onChange }),
    attempts: attemptsTable(database, integrity, { onErase, onChange }),
    batches: batchesTable(database, integrity),
    drafts: draftsTable(database, integrity, { onErase, onChange }),
    responses: responsesTable(database, onErase),
    seconds: secondsTable(database, onErase),
    returnedRows: returnedRowsTable(database, integrity),
    revokedCodes: revokedCodesTable(database, integrity),
    intakes: intakesTable(database, integrity),
    handouts: handoutsTable(database, integrity),
    instructions: instructionsTable(database, integrity),
    caseRequests: caseRequestsTable(database, integrity),
    removals: removalsTable(database, integrity),
    acquaintances: acquaintancesTable(database, integrity),
    callbacks: callbacksTable(database, integrity, onErase),
    erased: erasedCountsTables(database, integrity),
    epochs: epochsTable(database, integrity),
    safeguards: safeguardsTable(database, integrity),
    journal: { read: journal.read, last: journal.last, macAt: journal.macAt, findLast: journal.findLast },
    /** Of the keyring: how often it had been changed when it was last seen. The next write notes a newer one in its entry. */
    keyring: {
      known: () => keyringSeen,
      see(changes: number): void {
        keyringSeen = Math.max(keyringSeen, changes);
      },
    },
    watchCases(): CaseWatch {
      const changed = new Set<CaseId>();
      watchers.add(changed);
      return {
        changed() {
          const taken = [...changed];
          changed.clear();
          return taken;
        },
        end: () => void watchers.delete(changed),
      };
    },
    /** Whether every row is as this application left it; what was damaged once stays so. */
    isWhole: () => inventory.isWhole(),

    /**
     * Does `work` and appends `entry` in one transaction, synced to disk when it returns. A throw leaves everything as it was. Refuses
     * `study.changed-meanwhile` when someone else was first, `study.damaged` when another program changed something since the last time.
     */
    write<T>(entry: Omit<JournalEntry, 'seq'>, work: () => T): T {
      const transaction = database.transaction(() => {
        inventory.begin();
        onStep?.('begun');
        const result = work();
        onStep?.('written');
        const isNewer = keyringSeen > keyringKnown;
        const appended = journal.append(
          isNewer ? { ...entry, detail: { ...entry.detail, keyring: keyringSeen } } : entry,
        );
        inventory.settle();
        onStep?.('journalled');
        return { result, appended };
      });
      let done: ReturnType<typeof transaction>;
      try {
        done = transaction.immediate();
      } catch (error) {
        inventory.undo();
        if (isConflict(error)) refuse('study.changed-meanwhile', {});
        throw error;
      }
      inventory.keep();
      keyringKnown = keyringSeen;
      onStep?.('committed');
      onEntry?.(done.appended);
      emptyLog();
      return done.result;
    },

    /** After this no deleted row is left in the write-ahead log; false when it could not be emptied. */
    truncateLog: () => truncateLog(database),
    /** The whole database as it is at this moment, what stands in the write-ahead log included; nothing is written anywhere. */
    snapshot: (): Uint8Array => new Uint8Array(database.serialize()),
    close: (): void => {
      database.close();
    },
  };
}
