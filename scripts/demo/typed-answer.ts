/** An answer as an interviewer types it. */
import type { Asked } from '../../shared/contract.ts';
import type { Answer } from '../../shared/study/answer.ts';

export function typedAnswer(answer: Answer): Asked<'interview.answer'>['answer'] {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'number':
      return answer.number;
    case 'date':
      return answer.day;
    case 'choice':
      return answer.choice;
    case 'choices':
    case 'ranking':
      return [...answer.choices];
    case 'acknowledged':
      return 'OK';
    case 'missing':
      return answer.choice ?? { kind: 'missing', missing: answer.missing };
  }
}
