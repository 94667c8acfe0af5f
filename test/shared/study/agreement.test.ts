import { describe, expect, test } from 'vitest';
import { agreement } from '../../../electron/practice/study-set-up.ts';
import { agreementFields, findAgreement, missingProperties } from '../../../shared/study/agreement.ts';

describe('the processor agreement', () => {
  test('has the sixteen fields of AVG art. 28(3), each filled by something', () => {
    expect(agreementFields.map(({ nr }) => nr)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    for (const { filledBy } of agreementFields) expect(filledBy.length).toBeGreaterThan(0);
    const all = agreementFields.flatMap(({ filledBy }) => filledBy);
    expect(new Set(all).size).toBe(all.length);
  });

  test('is one only when nothing is missing: absent, blank and an empty list of fields are', () => {
    expect(findAgreement(agreement)).toEqual(agreement);
    expect(missingProperties({}).length).toBe(Object.keys(agreement).length);
    expect(missingProperties({ ...agreement, purpose: '  ' })).toEqual(['purpose']);
    expect(missingProperties({ ...agreement, allowedFields: [] })).toEqual(['allowedFields']);
    expect(missingProperties({ ...agreement, subProcessors: [] })).toEqual([]);
    expect(missingProperties({ ...agreement, transferOutsideEea: false, afterEndDays: 0 })).toEqual([]);
  });
});
