/** What is still missing in the agreement: each a link to its box. */
import type { Agreement } from '../../../shared/study/agreement.ts';
import { useWords } from '../../bearings.tsx';
import { agreementWords } from '../../wording/screens/agreement.ts';

type Field = keyof Agreement;

export const fieldId = (field: Field): string => `agreement-${field}`;

function goToField(field: Field): void {
  const place = document.getElementById(fieldId(field));
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
}

export function MissingFields({ missing }: { readonly missing: readonly Field[] }) {
  const say = useWords(agreementWords);
  if (missing.length === 0) return null;
  return (
    <ul className="missing-fields" aria-label={say.missingFields}>
      {missing.map((field) => (
        <li key={field}>
          <a
            href={`#${fieldId(field)}`}
            onClick={(event) => {
              event.preventDefault();
              goToField(field);
            }}
          >
            {say.labels[field]}
          </a>
        </li>
      ))}
    </ul>
  );
}
