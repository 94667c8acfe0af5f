/** How a request is put down in the contract: who may ask it, with what, and what is answered. */
import { z } from 'zod';
import type { Role } from './study/person.ts';

/** What stands of a request in the contract. */
export interface Definition<Input extends z.ZodType, View> {
  /** Who may ask it; `anyone`: before signing in. */
  readonly roles: readonly Role[] | 'anyone';
  readonly input: Input;
  /** Only a type: what is answered. */
  readonly view?: View;
}

export const asks =
  <View>() =>
  <Input extends z.ZodType>(who: readonly Role[] | 'anyone', input: Input): Definition<Input, View> => ({
    roles: who,
    input,
  });
export const nothing = z.object({});
