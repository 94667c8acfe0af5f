/** The processor agreement as a form: sixteen fields of AVG art. 28(3), each with what it enforces; client and legal ground beside them. */
import { useState } from 'react';
import { type Agreement, type AgreementDraft, agreementFields } from '../../../shared/study/agreement.ts';
import type { AgreementView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { agreementWords } from '../../wording/screens/agreement.ts';
import { AgreementField } from './agreement-field.tsx';
import { changedDraft, lastDayOf } from './answers-end.ts';
import { fieldId, MissingFields } from './missing-fields.tsx';
import { OwnInitiative } from './own-initiative.tsx';

export function AgreementRoom() {
  const seen = useView('study.agreement', {});
  return <Shown seen={seen}>{(view) => <AgreementForm view={view} onSaved={seen.refresh} />}</Shown>;
}

function AgreementForm({ view, onSaved }: { readonly view: AgreementView; readonly onSaved: () => void }) {
  const say = useWords(agreementWords);
  const { status, refresh } = useStudy();
  const hasRole = useHasRole();
  const { ask, busy, trouble } = useAsking();
  const [draft, setDraft] = useState<AgreementDraft>(view.agreement);
  /** Whether it was recorded here, and whether a box was emptied that kept what stood. */
  const [saved, setSaved] = useState<{ readonly isAnyKept: boolean }>();
  const isInForce = status.groups.some(({ cases }) => cases > 0);
  const isFixed = !hasRole('manager') || (isInForce && view.missing.length === 0);
  /** Once in force a field stands; one that was not asked before may still be filled. */
  const isFixedField = (name: keyof Agreement) => isFixed || (isInForce && !view.missing.includes(name));
  const change = <F extends keyof Agreement>(field: F, value: Agreement[F] | undefined) => {
    setSaved(undefined);
    setDraft((before) => changedDraft(before, { [field]: value }));
  };
  const save = async () => {
    // Boxes that are still empty are not sent: what stands is kept.
    const subProcessors = draft.subProcessors?.map((name) => name.trim()).filter((name) => name !== '');
    const filled = Object.entries({ ...draft, subProcessors }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    const recorded = await ask('study.recordAgreement', { agreement: Object.fromEntries(filled) });
    if (recorded === undefined) return;
    const sent = new Set(filled.map(([name]) => name));
    setSaved({ isAnyKept: Object.keys(recorded.agreement).some((name) => !sent.has(name)) });
    // What stands is what is shown, in a box that was emptied too.
    setDraft(recorded.agreement);
    refresh();
    onSaved();
  };
  const field = (name: keyof Agreement) => (
    <div key={name} id={fieldId(name)}>
      <AgreementField
        field={name}
        value={draft[name]}
        isFixed={isFixedField(name)}
        // Before anything was recorded every box is empty, which the list above says already.
        isMissing={saved !== undefined && view.missing.includes(name)}
        onChange={(value) => change(name, value as never)}
      />
    </div>
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Notice kind={view.missing.length === 0 ? 'done' : 'due'} title={say.lead(view.missing.length)}>
        {isInForce ? <p>{say.inForce}</p> : isFixed ? <p>{say.readOnly}</p> : null}
        <MissingFields missing={view.missing} />
      </Notice>
      <div>
        {agreementFields.map(({ nr, article, filledBy }) => (
          <div className="agreement-field" key={nr}>
            <span className="article">{say.article(nr, article)}</span>
            <div className="stack">
              {filledBy.map(field)}
              {filledBy.includes('allowedFields') ? field('specialCategories') : null}
              {filledBy.includes('afterEndDays') ? <LastDay draft={draft} /> : null}
            </div>
          </div>
        ))}
      </div>
      <Room title={say.beside}>
        <OwnInitiative
          client={draft.client}
          isFixed={isFixedField('client')}
          onChange={(client) => change('client', client)}
        />
        {field('client')}
        {field('clientContact')}
        {field('legalGround')}
      </Room>
      <TroubleNotice trouble={trouble} />
      {saved === undefined ? null : (
        <Notice kind="done">
          {say.saved} {saved.isAnyKept ? say.keptWhatStood : null}
        </Notice>
      )}
      {isFixed ? null : (
        <div className="row">
          <Button submits kind="primary" isBusy={busy !== undefined}>
            {say.save}
          </Button>
        </div>
      )}
    </form>
  );
}

/** The day by which the destruction has to be done, when the end and the number of days are there. */
function LastDay({ draft }: { readonly draft: AgreementDraft }) {
  const say = useWords(agreementWords);
  const { day } = useGrammar();
  const last = lastDayOf(draft);
  return last === undefined ? null : <p className="soft">{say.lastDay(day(last))}</p>;
}
