/** The file with what a study can be begun with. It is checked with the schemas of the requests that would record the same by hand. */
import { z } from 'zod';
import { unknownFields } from './contact/message.ts';
import { unknownScriptFields } from './contact/spoken-script.ts';
import { contract } from './contract.ts';
import { findProtocolFault } from './schedule/protocol-fault.ts';
import { upgradedProtocol } from './study/older-protocol.ts';

const format = 'veldwerk-set-up';
const formatVersion = 1;

/** Sheet -> rows -> cells: a questionnaire as its workbook writes it, so that it is read with the same care. */
const workbook = z.record(
  z.enum(['survey', 'choices', 'settings']),
  z.array(z.array(z.string().max(10_000)).max(200)).max(5000),
);

const setUp = z.object({
  agreement: contract['study.recordAgreement'].input.shape.agreement.omit({
    startsOn: true,
    endsOn: true,
    answersEndOn: true,
    documentReference: true,
    signedOn: true,
    signedBy: true,
  }),
  bureau: contract['study.recordBureau'].input.optional(),
  mailHost: contract['study.setMailHost'].input.optional(),
  scripts: contract['study.setScripts'].input.shape.scripts.optional(),
  interviewRules: contract['study.setInterviewRules'].input.shape.rules.optional(),
  groups: z
    .array(
      z.object({
        group: contract['study.addGroup'].input,
        protocol: z.preprocess(upgradedProtocol, contract['schedule.setProtocol'].input.shape.protocol.optional()),
        questionnaire: workbook.optional(),
      }),
    )
    .max(50),
});
const file = setUp.extend({ format: z.literal(format), version: z.literal(formatVersion) });

export type SetUp = z.output<typeof setUp>;

/** The set-up as text; what is no part of one is left out. */
export function setUpText(given: SetUp): string {
  return `${JSON.stringify({ format, version: formatVersion, ...setUp.parse(given) }, null, 2)}\n`;
}

/** The set-up that `text` holds, undefined when it holds none that can be used. */
export function findSetUp(text: string): SetUp | undefined {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = file.safeParse(found);
  if (!parsed.success) return undefined;
  const { format: _, version: __, ...given } = parsed.data;
  const { groups, scripts = [] } = given;
  const codes = new Set(groups.map(({ group }) => group.code));
  const isUsable = codes.size === groups.length && groups.every(({ protocol }) => isUsableProtocol(protocol));
  return isUsable && scripts.every((script) => unknownScriptFields(script).length === 0) ? given : undefined;
}

function isUsableProtocol(protocol: SetUp['groups'][number]['protocol']): boolean {
  if (protocol === undefined) return true;
  const hasFault = findProtocolFault(protocol as Parameters<typeof findProtocolFault>[0]) !== undefined;
  return !hasFault && protocol.steps.every(({ text }) => text === undefined || unknownFields(text).length === 0);
}
