/** The part of the contract about what keeps a study from being lost, and about one that was put back. */
import { z } from 'zod';
import { asks, nothing } from './definition.ts';
import { caseId, day, group, id, secret, sourceFile, stepId, targetFile } from './inputs.ts';
import { doubtAnswers } from './schedule/reconciliation.ts';
import type * as view from './views.ts';

export const recoveryRequests = {
  /** Prints a new recovery sheet to a file; its words stand on it and nowhere else. */
  'study.makeRecoverySheet': asks<view.SheetPrinted>()(['manager'], z.object({ target: targetFile })),
  /** Three of its words typed back: from now on it counts, the ones before are void, and the file is removed. */
  'study.confirmRecoverySheet': asks<view.SheetConfirmed>()(['manager'], z.object({ words: z.array(secret).max(16) })),
  'study.makeRecoveryFile': asks<view.SafeguardMade>()(['manager'], z.object({ target: targetFile })),
  'study.makeBackup': asks<view.SafeguardMade>()(['manager'], z.object({ target: targetFile })),
  'study.safeguards': asks<view.SafeguardsView>()(['manager', 'officer'], nothing),
  /** A void one that could not be reached was destroyed by hand. */
  'study.settleSafeguard': asks<view.SafeguardsView>()(['manager'], z.object({ safeguard: id })),
  /** On a machine that has no device secret of the study; nobody's passphrase is changed by it. */
  'study.restore': asks<view.StudyRestored>()(
    'anyone',
    z.object({
      backup: sourceFile,
      recoveryFile: sourceFile,
      words: secret,
      where: z.enum(['chosen', 'standard']).default('chosen'),
    }),
  ),
  /** What has to be said before anyone is contacted, after the study was put back. */
  'study.reconciliation': asks<view.ReconciliationView>()(['manager', 'officer'], nothing),
  'study.reconcile': asks<view.StudyStatus>()(
    ['manager'],
    z.object({
      /** Per step in doubt what became of it, and the last day on which it went out; today when that is not known. */
      steps: z.array(z.object({ group, step: stepId, answer: z.enum(doubtAnswers), on: day.optional() })).max(500),
      /** Whoever was interviewed since, by telephone: their answers are lost. */
      interviewed: z.array(caseId).max(1000),
      /** Everyone who stopped since was put down one by one, and what was taken in or set since is there again. */
      isComplete: z.boolean(),
    }),
  ),
} as const;
