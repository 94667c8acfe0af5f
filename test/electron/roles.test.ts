/** Each role tries every request of the contract: the table of allowed and refused is docs/roles.md, and that is the contract. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Asker, mayAsk, rolesPage, rolesText } from '../../scripts/roles-table.ts';
import { day } from '../../shared/calendar.ts';
import { contract, type RequestName, requestNames } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import { type Role, roles } from '../../shared/study/person.ts';
import { type AskedOf, askedOf } from './asked-of.ts';
import { passphraseOf } from './office.ts';
import { type PreparedStudy, prepareStudy, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

/** What ends the study or takes someone's place away comes last; the others leave enough of it. */
const last: readonly RequestName[] = [
  'destruction.unlink',
  'study.moveClock',
  'destruction.agree',
  'destruction.destroy',
  'study.lock',
  'study.unlock',
  'study.signOut',
];
const inOrder = [...requestNames.filter((name) => !last.includes(name)), ...last];

/** 'ok', 'failed', or the problem with which it is refused. */
async function answerTo(study: StudyInUse, seat: string, name: RequestName, input: unknown): Promise<string> {
  try {
    await study.ask(seat, name, input as never);
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? error.problem.problem : 'failed';
  }
}

const noOne = 'a seat without anyone';
type Answers = ReadonlyMap<RequestName, string>;

/** What becomes of every request, with an input that fits, asked at this seat of a study of its own. */
async function answersAt(seat: string, prepare?: (study: StudyInUse) => Promise<unknown>): Promise<Answers> {
  const study = await prepared.open();
  await prepare?.(study);
  const asked: AskedOf = await askedOf(study);
  const answers = new Map<RequestName, string>();
  // Whoever has not signed in stays outside.
  const outside = { ...asked, 'study.signIn': { ...asked['study.signIn'], passphrase: passphraseOf('nobody') } };
  const inputs = seat === noOne ? outside : asked;
  for (const name of inOrder) answers.set(name, await answerTo(study, seat, name, inputs[name]));
  study.stop();
  return answers;
}

/** Unlocking is asked by someone who signed in before, at a seat that is locked: elsewhere there is nobody to unlock for. */
const isRefusedByRole = (problem: string | undefined, who: Asker, name: RequestName) =>
  who === 'nobody'
    ? problem === 'session.nobody-signed-in' && name !== 'study.unlock'
    : problem === 'session.role-not-allowed';

test('each of them gets exactly what the contract gives to their role, and docs/roles.md says so', async () => {
  const answers = new Map<Asker, Answers>();
  for (const role of roles) answers.set(role, await answersAt(role));
  answers.set('nobody', await answersAt(noOne));
  const page = rolesText((name, who) => !isRefusedByRole(answers.get(who)?.get(name), who, name));
  expect(page).toBe(readFileSync(rolesPage, 'utf8'));
  expect(page).toBe(rolesText(mayAsk));

  for (const [who, got] of answers) {
    const problems = [...got.values()];
    // Every input fits, so it is the role that decides; and nothing is a bug.
    expect(problems.filter((problem) => problem === 'failed' || problem === 'request.input-invalid')).toEqual([]);
    const refused = [...got].filter(([name, problem]) => isRefusedByRole(problem, who, name)).length;
    process.stdout.write(`${who}: ${problems.length - refused} allowed, ${refused} refused\n`);
    expect(problems.length).toBe(requestNames.length);
    // Whoever signed in was there all the time.
    const gone = [...got].filter(([, problem]) => problem === 'session.nobody-signed-in').map(([name]) => name);
    if (who !== 'nobody') expect(gone.filter((name) => !last.includes(name))).toEqual([]);
    // Much of what is allowed is also done: a role that every request refuses would prove nothing.
    if (who !== 'nobody') expect(problems.filter((problem) => problem === 'ok').length).toBeGreaterThan(12);
  }
}, 240_000);

test('one person with two roles gets what either of them gets, and no more', async () => {
  const pairs: readonly (readonly [Role, Role])[] = [
    ['manager', 'researcher'],
    ['interviewer', 'officer'],
  ];
  for (const two of pairs) {
    const answers = await answersAt('both', async (study) => {
      const confidentialityOn = day('2026-01-15');
      const passphrase = passphraseOf('both');
      await study.ask('manager', 'study.addPerson', { name: 'both', roles: [...two], confidentialityOn, passphrase });
      await study.ask('both', 'study.signIn', { name: 'both', passphrase });
    });
    const allowed = requestNames.filter((name) => !isRefusedByRole(answers.get(name), two[0], name));
    expect(allowed).toEqual(requestNames.filter((name) => two.some((role) => mayAsk(name, role))));
    expect(allowed.length).toBeGreaterThan(requestNames.filter((name) => mayAsk(name, two[0])).length);
    expect(allowed.length).toBeLessThan(requestNames.length);
  }
}, 240_000);

/** Changes who may ask something, as a slip in the contract would. */
const rolesNow = contract as Record<RequestName, { roles: readonly Role[] | 'anyone' }>;
const rolesBefore = new Map(requestNames.map((name) => [name, rolesNow[name].roles]));
afterEach(() => {
  for (const [name, before] of rolesBefore) rolesNow[name].roles = before;
});

test('the control: one role let through by mistake, or kept out, is found, for every request', async () => {
  const study = await prepared.open();
  const written = readFileSync(rolesPage, 'utf8');
  const slips: { readonly name: RequestName; readonly role: Role; readonly to: readonly Role[] }[] = [];
  for (const [name, before] of rolesBefore) {
    if (before === 'anyone') continue;
    const other = roles.find((role) => !before.includes(role));
    if (other !== undefined) slips.push({ name, role: other, to: [...before, other] });
    if (before.length > 1) slips.push({ name, role: before[0]!, to: before.slice(1) });
  }
  let found = 0;
  for (const { name, role, to } of slips) {
    const before = rolesNow[name].roles;
    rolesNow[name].roles = to;
    // An input that fits nothing: what is let through by mistake here is not done as well.
    const answer = await answerTo(study, role, name, 'no object');
    const observed = (one: RequestName, who: Asker) =>
      one === name && who === role
        ? !isRefusedByRole(answer, role, name)
        : before === 'anyone' || mayAskBefore(one, who);
    if (rolesText(observed) !== written) found += 1;
    rolesNow[name].roles = before;
  }
  expect(found).toBe(slips.length);
  expect(slips.length).toBeGreaterThan(requestNames.length - 20);
});

function mayAskBefore(name: RequestName, who: Asker): boolean {
  const before = rolesBefore.get(name)!;
  return before === 'anyone' || (who !== 'nobody' && before.includes(who));
}
