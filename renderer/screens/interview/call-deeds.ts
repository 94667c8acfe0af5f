/** What an interviewer does with the case in hand; each deed says whether it was done, and what ended the call is told between two cases. */
import { type Conduct, plainConduct } from '../../../shared/study/conduct.ts';
import type { CallOutcome } from '../../../shared/study/disposition.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import type { Asking } from '../../request.ts';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import type { Made } from './appointment-form.tsx';
import type { Held } from './conduct-pane.tsx';
import type { InterviewAtHand } from './interview-at-hand.ts';
import { isOfNumber } from './outcomes.ts';
import type { TypedAtHand } from './typed-in-call.ts';

/** What goes with an outcome: the hour agreed, or the language that is spoken. */
export interface SaidAtEnd {
  readonly appointment?: Made;
  readonly language?: string;
}

export interface CallAtHand {
  readonly contact: CaseInHand['contact'];
  /** The place of the number that is rung. */
  readonly numberAt: () => number;
  readonly asking: Asking;
  readonly at: InterviewAtHand;
  /** Beside the answers. */
  readonly typed: Pick<TypedAtHand, 'note' | 'settled'>;
  /** What was said before the interview began. */
  readonly before: { readonly wanted: string | undefined; readonly conduct: Conduct; readonly held: Held };
  readonly onEnded: (ended: string) => void;
}

export function useCallDeeds({ contact, numberAt, asking: { ask }, at, typed, before, onEnded }: CallAtHand) {
  const say = useWords(interviewWords);
  const aside = useWords(asideWords);
  const endings = useWords(callEndingWords);
  const { count, shortDay } = useGrammar();
  const setConduct = async (conduct: Conduct, item = at.view?.next?.item): Promise<boolean> => {
    const set = await ask('interview.setConduct', { conduct, ...(item === undefined ? {} : { item }) });
    if (set !== undefined) at.keep(set);
    return set !== undefined;
  };
  /** What is typed at the item was said too. Where it is no answer, the call ends without it. */
  const keepTyped = async () => {
    await at.leaving.current?.();
    await typed.settled();
  };
  return {
    setConduct,
    async begin(goesOn: boolean): Promise<boolean> {
      const { wanted, conduct, held } = before;
      const language = wanted === undefined ? {} : { language: wanted };
      const begun = await ask('interview.begin', { consent: 'spoken', mode: held, goesOn, ...language });
      if (begun === undefined) return false;
      at.see(begun);
      // One that goes on has its own.
      if (conduct !== plainConduct) await setConduct(conduct, begun.next?.item);
      return true;
    },
    async close(outcome: CallOutcome, told: SaidAtEnd = {}): Promise<void> {
      await keepTyped();
      const said = typed.note === '' ? {} : { note: typed.note };
      const number = contact === 'phone' && isOfNumber(outcome) ? { number: numberAt() } : {};
      if ((await ask('contact.closeCall', { outcome, ...said, ...told, ...number })) === undefined) return;
      // As it stood on the key that was pressed.
      const called =
        at.view !== undefined && outcome === 'no-answer'
          ? endings.lineDropped[contact]
          : { ...endings.outcomes, ...endings.outcomesOf[contact] }[outcome];
      const { appointment } = told;
      const when = appointment === undefined ? '' : ` ${say.appointmentAt(shortDay(appointment.on), appointment.at)}`;
      const ended = called + when;
      onEnded(contact === 'visit' ? say.ended.visit(ended) : say.ended.call(ended));
    },
    async breakOff(): Promise<void> {
      await keepTyped();
      const broken = await ask('interview.breakOff', {});
      if (broken === undefined) return;
      onEnded(`${say.ended['broke-off']} ${broken.isPartial ? aside.partial : aside.notPartial}`);
    },
    async finish(): Promise<void> {
      await typed.settled();
      const ended = await ask('interview.finish', {});
      if (ended !== undefined) onEnded(say.ended.completed(count(ended.answers, say.answers)));
    },
    /** Only after the respondent said yes to it. */
    async askHelp(text: string): Promise<boolean> {
      return (await ask('contact.askHelp', { permission: true, text })) !== undefined;
    },
    /** The numbers as they stand then. */
    async giveNumber(phone: string, instead: number | undefined): Promise<readonly string[] | undefined> {
      return (await ask('contact.newNumber', { phone, ...(instead === undefined ? {} : { instead }) }))?.phones;
    },
    async handOver(): Promise<void> {
      await typed.settled();
      if ((await ask('contact.acquainted', {})) !== undefined) onEnded(aside.acquaintedDone);
    },
  };
}
