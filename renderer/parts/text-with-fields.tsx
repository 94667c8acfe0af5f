/** A long text with fields that Veldwerk fills in later, each put at the cursor by a button: '{{bureau}}'. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { TextAreaField } from './field.tsx';

export interface TextWithFieldsProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  readonly rows?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fields: readonly { readonly field: string; readonly label: string }[];
  /** What stands before the buttons: 'Voeg in'. */
  readonly insertWord: string;
}

export function TextWithFields({ value, onChange, fields, insertWord, ...frame }: TextWithFieldsProps) {
  const place = useRef<HTMLDivElement>(null);
  // As long as nobody has put the cursor anywhere, a field goes to the end.
  useEffect(() => {
    const box = place.current?.querySelector('textarea');
    box?.setSelectionRange(box.value.length, box.value.length);
  }, []);
  const insert = (field: string) => {
    const box = place.current?.querySelector('textarea');
    const at = box?.selectionStart ?? value.length;
    const until = box?.selectionEnd ?? at;
    const text = `{{${field}}}`;
    onChange(value.slice(0, at) + text + value.slice(until));
    // After React has put the new text in the box.
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(at + text.length, at + text.length);
    });
  };
  return (
    <div className="text-with-fields" ref={place}>
      <TextAreaField {...frame} value={value} onChange={onChange} />
      <div className="row">
        <span className="soft" aria-hidden="true">
          {insertWord}
        </span>
        {fields.map(({ field, label }) => (
          <Button key={field} onPress={() => insert(field)}>
            <span className="unseen">{insertWord} </span>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
