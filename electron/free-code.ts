/** Login codes that nobody has or had. */
import { type LoginCode, newLoginCode } from '../shared/study/login-code.ts';
import { codeTag, type Desk, draw } from './desk.ts';

/** The tags of all codes that were ever given out in this study, those that were replaced too. */
export function tagsInUse({ store }: Pick<Desk, 'store'>): Set<string> {
  return new Set([...store.cases.tags(), ...store.revokedCodes.tags()]);
}

/** A login code that none of `tags` finds, with the tag under which it is found, which is among them from now on. */
export function freeCode(
  tags: Set<string>,
  { study }: Pick<Desk, 'study'>,
): { readonly code: LoginCode; readonly tag: string } {
  for (;;) {
    const code = newLoginCode(draw);
    const tag = codeTag(study, code);
    if (tags.has(tag)) continue;
    tags.add(tag);
    return { code, tag };
  }
}
