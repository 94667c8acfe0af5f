import { expect, test } from 'vitest';
import type { ItemName, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { remarksIn } from '../../../shared/study/remarks.ts';
import type { Response } from '../../../shared/study/response.ts';
import { everyKind } from '../../fixtures/workbooks/every-kind.ts';
import { workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';

function everyKindRead(): Questionnaire {
  const read = readXlsform(workbookOfSheets(everyKind));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.questionnaire;
}

const response = (notes: Readonly<Record<string, string>>, more: Partial<Response> = {}): Response => ({
  ...{ group: 'g' as never, mode: 'phone', language: 'nl', complete: true, background: {}, answers: [] },
  notes: Object.entries(notes).map(([item, text]) => [item as ItemName, text] as const),
  ...more,
});

test('remarks stand by question and not by interview, also those to a question that is gone', () => {
  const responses = [
    response({ wensen: 'zz', weg: 'oud', kent: 'b' }),
    response({ kent: 'c', wensen: 'aa' }),
    response({ kent: 'a' }, { complete: false, isPartial: true }),
  ];
  const expected = [
    { item: 'kent', text: 'a' },
    { item: 'kent', text: 'b' },
    { item: 'kent', text: 'c' },
    { item: 'wensen', text: 'aa' },
    { item: 'wensen', text: 'zz' },
    { item: 'weg', text: 'oud' },
  ];
  expect(remarksIn(everyKindRead(), responses)).toEqual(expected);
  expect(remarksIn(everyKindRead(), responses.toReversed())).toEqual(expected);
});

test('what belongs to an interview that does not count is not told', () => {
  expect(remarksIn(everyKindRead(), [response({ kent: 'a' }, { complete: false })])).toEqual([]);
});
