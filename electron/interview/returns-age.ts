/** How old the returns of a group are, as its study has it. */
import { type ReturnsAge, returnsAge } from '../../shared/schedule/returns-age.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { plainInterviewRules } from '../../shared/study/interview-rules.ts';
import type { Desk } from '../desk.ts';

export async function returnsAgeOf(group: GroupCode, { settings }: Pick<Desk, 'settings'>): Promise<ReturnsAge> {
  const rules = (await settings.find('interviewRules')) ?? plainInterviewRules;
  return returnsAge(rules, (await settings.find('returns', group))?.lastOn);
}
