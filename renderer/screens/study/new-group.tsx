/** A new group: its name, code, how its people were asked, with the strata that were asked in another way, and who of them takes part. */
import { useState } from 'react';
import { type ConsentBasis, consentBases, type GroupCode } from '../../../shared/study/group.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextAreaField, TextField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { newGroupWords } from '../../wording/screens/new-group.ts';
import { studyWords } from '../../wording/screens/study.ts';

/** A code as the office takes it, out of what someone calls the group. */
function codeOf(title: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .replace(/-+$/, '')
    .slice(0, 32);
}

export function NewGroup({ onAdded }: { readonly onAdded: () => void }) {
  const say = useWords(studyWords);
  const ours = useWords(newGroupWords);
  const { ask, busy, trouble } = useAsking();
  const [title, setGroupTitle] = useState('');
  const [typedCode, setTypedCode] = useState<string>();
  const [basis, setBasis] = useState<ConsentBasis>('opt-in');
  const [exceptions, setExceptions] = useState('');
  const [askedText, setAskedText] = useState('');
  const [askedSource, setAskedSource] = useState('');
  const [excludesMinors, setExcludesMinors] = useState(true);
  const [postedByClient, setPostedByClient] = useState(false);
  const [isAdded, setAdded] = useState(false);
  const code = typedCode ?? codeOf(title);
  const lines = exceptions.split('\n').map((line) => readException(line, say.bases));
  const faulty = lines.indexOf('faulty');
  const hasOptIn = basis === 'opt-in' || lines.some((line) => Array.isArray(line) && line[1] === 'opt-in');
  const asked = hasOptIn ? { text: askedText.trim(), source: askedSource.trim() } : { text: '', source: '' };
  const isHalfAsked = (asked.text === '') !== (asked.source === '');
  const isOff = title.trim() === '' || code === '' || faulty >= 0 || isHalfAsked;
  const add = async () => {
    const byStratum = Object.fromEntries(
      lines.flatMap((line) => (line === undefined || line === 'faulty' ? [] : [line])),
    );
    const input = {
      code: code as GroupCode,
      title: title.trim(),
      consentBasis: basis,
      consentBasisByStratum: byStratum,
      ...(asked.text === '' ? {} : { asked }),
      excludesMinors,
      postedByClient,
    };
    if ((await ask('study.addGroup', input)) === undefined) return;
    setGroupTitle('');
    setTypedCode(undefined);
    setExceptions('');
    setAskedText('');
    setAskedSource('');
    setExcludesMinors(true);
    setPostedByClient(false);
    setAdded(true);
    onAdded();
  };
  return (
    <Room title={say.addGroup}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOff) add();
        }}
      >
        <div className="fields">
          <TextField
            label={say.groupTitle}
            value={title}
            onChange={(next) => {
              setAdded(false);
              setGroupTitle(next);
            }}
          />
          <TextField
            label={say.groupCode}
            hint={say.groupCodeHint}
            value={code}
            maxLength={32}
            onChange={setTypedCode}
          />
        </div>
        <RadioField
          label={say.groupBasis}
          value={basis}
          onChange={setBasis}
          options={consentBases.map((value) => ({ value, label: say.bases[value] }))}
        />
        <TextAreaField
          label={say.groupExceptions}
          hint={say.groupExceptionsHint}
          rows={3}
          value={exceptions}
          onChange={setExceptions}
          fault={faulty < 0 ? undefined : say.groupExceptionsFault(faulty + 1)}
        />
        {hasOptIn ? (
          <div className="fields">
            <TextField label={ours.askedText} hint={ours.askedTextHint} value={askedText} onChange={setAskedText} />
            <TextField
              label={ours.askedSource}
              hint={ours.askedSourceHint}
              value={askedSource}
              fault={isHalfAsked ? ours.askedFault : undefined}
              onChange={setAskedSource}
            />
          </div>
        ) : null}
        <Tick
          label={
            <>
              {ours.excludesMinors}
              <small>{ours.excludesMinorsHint}</small>
            </>
          }
          isOn={excludesMinors}
          onChange={setExcludesMinors}
        />
        <Tick
          label={
            <>
              {ours.postedByClient}
              <small>{ours.postedByClientHint}</small>
            </>
          }
          isOn={postedByClient}
          onChange={setPostedByClient}
        />
        <TroubleNotice trouble={trouble} />
        {isAdded ? <Notice kind="done">{say.groupAdded}</Notice> : null}
        <div className="row">
          <Button submits isBusy={busy !== undefined} isOff={isOff}>
            {say.addGroup}
          </Button>
        </div>
      </form>
    </Room>
  );
}

/** 'Lindenhof = geen bezwaar na een brief' as stratum and basis; undefined for an empty line. */
function readException(
  line: string,
  names: Readonly<Record<ConsentBasis, string>>,
): readonly [string, ConsentBasis] | 'faulty' | undefined {
  if (line.trim() === '') return undefined;
  const [stratum, way] = line.split('=').map((part) => part.trim());
  const basis = consentBases.find((one) => names[one] === way?.toLowerCase() || one === way);
  return stratum && basis !== undefined ? [stratum, basis] : 'faulty';
}
