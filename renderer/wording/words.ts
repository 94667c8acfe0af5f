/** The names of things that the code calls by a word of its own, for the screens and inside the sentences. A missing one does not compile. */
import type { RequestName } from '../../shared/contract.ts';
import type { Problems } from '../../shared/problem.ts';
import type { Agreement } from '../../shared/study/agreement.ts';
import type { Channel, ContactField } from '../../shared/study/contact-data.ts';
import type { Role } from '../../shared/study/person.ts';
import type { SpecialCategory } from '../../shared/study/special-category.ts';

/** All without a capital and without a full stop. */
export interface Words {
  /** Without an article. */
  readonly roles: Readonly<Record<Role, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly agreement: Readonly<Record<keyof Agreement, string>>;
  readonly contactFields: Readonly<Record<ContactField, string>>;
  readonly specialCategories: Readonly<Record<SpecialCategory, string>>;
  /** What a key opens. */
  readonly keys: Readonly<Record<Problems['session.key-awaited']['key'], string>>;
  /** What the application cannot destroy itself. */
  readonly outOfReach: Readonly<Record<Problems['destruction.answers-missing']['questions'][number], string>>;
  readonly letterParts: Readonly<Record<Problems['contact.letters-do-not-fit']['part'], string>>;
  /** The deed that is asked for, as a verb with its object: 'send e-mails'. */
  readonly requests: Readonly<Record<RequestName, string>>;
}
