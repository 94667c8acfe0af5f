/** Nine weeks of fieldwork, a working day at a time: returns read first, then e-mails, letters and calls. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalHost } from '../../electron/host.ts';
import { groups, lastDay, people } from '../../electron/practice/study-set-up.ts';
import { addDays, type Day } from '../../shared/calendar.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Questionnaire } from '../../shared/study/questionnaire.ts';
import type { Mailbox } from '../loopback-mail.ts';
import type { Seeded } from '../seeded.ts';
import type { AskAs } from './asking.ts';
import { ringEveryoneDue } from './interviewer.ts';
import { codesInLetters, codesInMessages } from './received.ts';
import { type SurveyPlatform, surveyPlatform } from './survey-platform.ts';
import { type CallWill, callWills, type Turnout, webWills } from './wills.ts';

const { manager, interviewers } = people;

export interface Field {
  readonly ask: AskAs;
  readonly host: LocalHost;
  /** Where letters are saved. */
  readonly handouts: string;
  readonly delivered: string;
  readonly mailbox: Mailbox;
  readonly draw: Seeded;
  readonly turnout: Turnout;
  readonly questionnaires: ReadonlyMap<GroupCode, Questionnaire>;
}

export class Fieldwork {
  readonly #field: Field;
  readonly #platforms: ReadonlyMap<GroupCode, SurveyPlatform>;
  readonly #wills = new Map<string, CallWill>();
  #newWill: (() => CallWill) | undefined;
  #read = 0;

  constructor(field: Field) {
    this.#field = field;
    this.#platforms = new Map(
      [...field.questionnaires].map(([group, questionnaire]) => [group, surveyPlatform(questionnaire, field.draw)]),
    );
  }

  /** One day's work. Gives a line about it, when anything was done. */
  async workOn(today: Day): Promise<string | undefined> {
    const { ask } = this.#field;
    await ask(manager, 'study.moveClock', { today });
    const dueAtFirst = await ask(manager, 'schedule.due', {});
    const returns = await this.#readReturns(today, new Set(dueAtFirst.steps.map(({ group }) => group)));
    const due = await ask(manager, 'schedule.due', {});
    const isDue = (group: GroupCode, channel: string) =>
      due.steps.some((step) => step.group === group && step.channel === channel);
    let emails = 0;
    let letters = 0;
    for (const { group } of groups) {
      if (isDue(group.code, 'email')) emails += await this.#sendEmails(group.code, today);
      if (isDue(group.code, 'letter')) letters += await this.#sendLetters(group.code, today);
    }
    const calls = due.steps.some(({ channel }) => channel === 'phone') ? await this.#ring(today) : 0;
    const done = [
      [returns, 'web returns'],
      [emails, 'e-mails'],
      [letters, 'letters'],
      [calls, 'calls'],
    ] as const;
    const said = done.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    return said.length === 0 ? undefined : `${today}: ${said.join(', ')}`;
  }

  /** Those of a group that is due today as well when nobody came: reminders and calls wait for them. */
  async #readReturns(today: Day, due: ReadonlySet<GroupCode>): Promise<number> {
    const { ask, host, delivered } = this.#field;
    let accepted = 0;
    for (const [group, platform] of this.#platforms) {
      const path = join(delivered, `returns-${group}.csv`);
      const { bytes, isNew } = platform.export(today);
      if (!isNew && !due.has(group)) continue;
      writeFileSync(path, bytes);
      accepted += (await ask(manager, 'interview.readReturns', { group, file: host.offerSource(path) })).accepted;
    }
    return accepted;
  }

  async #sendEmails(group: GroupCode, today: Day): Promise<number> {
    const { ask, mailbox, draw, turnout } = this.#field;
    const { sent } = await ask(manager, 'contact.sendEmails', { group });
    const received = codesInMessages(mailbox.messages.slice(this.#read));
    this.#read = mailbox.messages.length;
    const answering =
      { residents: turnout.webAfterEmail, partners: turnout.partners, 'team-members': turnout.teamMembers }[
        String(group)
      ] ?? 0;
    if (!this.#invited.has(group)) {
      this.#invited.add(group);
      // Residents are rung after two weeks; the others have until their reminder and ten days after it.
      const until = group === 'residents' ? 11 : 24;
      this.#expectVisits(group, received, answering, until, today);
      await this.#objections(received, draw);
    }
    return sent;
  }
  readonly #invited = new Set<GroupCode>();

  /** Some write back that they do not want to take part; the manager enters it the same day. */
  async #objections(codes: readonly string[], draw: Seeded): Promise<void> {
    const { ask } = this.#field;
    for (const code of draw.shuffle(codes.filter((one) => !this.#willVisit.has(one))).slice(0, 2)) {
      const { caseId } = await ask(manager, 'contact.findCase', { code });
      await ask(manager, 'contact.stopCase', { caseId, why: 'withdrew' });
    }
  }
  readonly #willVisit = new Set<string>();

  #expectVisits(group: GroupCode, codes: readonly string[], answering: number, until: number, today: Day): void {
    const { draw } = this.#field;
    const platform = this.#platforms.get(group)!;
    for (const [place, days] of webWills(codes.length, answering, 1, until, draw)) {
      this.#willVisit.add(codes[place]!);
      platform.expect(codes[place]!, addDays(today, days));
    }
    const others = codes.filter((code) => !this.#willVisit.has(code));
    for (const code of draw.shuffle(others).slice(0, 2)) {
      this.#willVisit.add(code);
      platform.expect(code, addDays(today, 3), false);
    }
  }

  async #sendLetters(group: GroupCode, today: Day): Promise<number> {
    const { ask, host, handouts, turnout } = this.#field;
    mkdirSync(handouts, { recursive: true });
    const path = join(handouts, `letters-${group}-${today}.pdf`);
    const { batch, letters } = await ask(manager, 'contact.makeLetters', { group, target: host.offerTarget(path) });
    await ask(manager, 'contact.markPosted', { batch });
    const codes = await codesInLetters(new Uint8Array(readFileSync(path)));
    this.#expectVisits(group, codes, turnout.webAfterLetter, 11, today);
    return letters;
  }

  async #ring(today: Day): Promise<number> {
    const { ask, draw, questionnaires } = this.#field;
    this.#newWill ??= await this.#firstWills();
    const newWill = this.#newWill;
    const street = {
      today,
      closesOn: lastDay,
      draw,
      questionnaireOf: ({ group }: { readonly group: GroupCode }) => questionnaires.get(group)!,
      willOf: ({ caseId }: { readonly caseId: string }) => {
        const will = this.#wills.get(caseId) ?? newWill();
        this.#wills.set(caseId, will);
        return will;
      },
    };
    // They ring side by side, as in a call room.
    const calls = await Promise.all(
      interviewers.map((name) => ringEveryoneDue((request, input) => ask(name, request, input), street)),
    );
    return calls.reduce((sum, count) => sum + count, 0);
  }

  /** On the first day of ringing: how many people will be rung is known, so how many of them answer can be drawn. */
  async #firstWills(): Promise<() => CallWill> {
    const { ask, turnout, draw } = this.#field;
    let rung = 0;
    for (const { group } of groups) {
      const { days } = await ask(manager, 'schedule.load', { group: group.code });
      rung += days.reduce((sum, { channel, cases }) => sum + (channel === 'phone' ? cases : 0), 0);
    }
    const answering = typeof turnout.phone === 'number' ? turnout.phone : Math.round(rung * turnout.phone.share);
    return callWills(rung, answering, draw);
  }
}
