import { describe, expect, it } from 'vitest';
import { bounceIn } from '../../../shared/contact/bounce-forms.ts';

describe('bounceIn', () => {
  it('knows the form with an address behind it', () => {
    expect(bounceIn('unknown user: q.wouda@wijk.example\r\n')).toEqual({ fate: 'failed', returned: '' });
  });

  it('does not search what is longer than any address: whoever wrote it may mean to keep us busy', () => {
    expect(bounceIn(`unknown user: ${'a'.repeat(400)}@wijk.example\r\n`)).toBeUndefined();
    expect(bounceIn(`unknown user: ${'@'.repeat(65_000)}`)).toBeUndefined();
  });
});
