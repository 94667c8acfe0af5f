/** The scripts of the study: the given ones and its own, edited one at a time and kept together. */
import { useState } from 'react';
import type { Script } from '../../../shared/study/script.ts';
import type { ScriptsView } from '../../../shared/views.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { scriptWords } from '../../wording/screens/scripts.ts';
import { givenScript, isSameScript, scriptFaults, scriptsToKeep } from './script-drafts.ts';
import { ScriptForm } from './script-form.tsx';

export function ScriptsRoom() {
  const seen = useView('study.scripts', {});
  return <Shown seen={seen}>{(view) => <Scripts view={view} />}</Shown>;
}

/** A script with what it is known by while it is edited: two own ones may have the same name. */
interface Draft {
  readonly id: string;
  readonly script: Script;
}
const draftsOf = (scripts: readonly Script[]): readonly Draft[] =>
  scripts.map((script, nr) => ({ id: script.kind === 'own' ? `own ${nr}` : script.kind, script }));

function Scripts({ view }: { readonly view: ScriptsView }) {
  const say = useWords(scriptWords);
  const { language } = useBearing();
  const { ask, busy, trouble } = useAsking();
  const [kept, setKept] = useState(() => draftsOf(view.scripts));
  const [drafts, setDrafts] = useState(kept);
  const [openId, setOpenId] = useState(kept[0]?.id);
  const [isSaved, setSaved] = useState(false);
  const change = (next: readonly Draft[]) => {
    setSaved(false);
    setDrafts(next);
  };
  const isChanged = ({ id, script }: Draft) => {
    const before = kept.find((one) => one.id === id);
    return before === undefined || !isSameScript(before.script, script);
  };
  const hasChanges = drafts.length !== kept.length || drafts.some(isChanged);
  const isFaulty = drafts.some(({ script }) => scriptFaults(script).length > 0);
  const save = async () => {
    const scripts = scriptsToKeep(drafts.map(({ script }) => script));
    const set = await ask('study.setScripts', { scripts: scripts.map((script) => ({ ...script })) });
    if (set === undefined) return;
    const now = draftsOf(set.scripts);
    const at = drafts.findIndex(({ id }) => id === openId);
    setKept(now);
    setDrafts(now);
    setOpenId(now[at]?.id ?? now[0]?.id);
    setSaved(true);
  };
  const add = () => {
    const id = `new ${drafts.length} ${Date.now()}`;
    change([...drafts, { id, script: { kind: 'own', title: { [language]: say.newTitle }, text: {} } }]);
    setOpenId(id);
  };
  const open = drafts.find(({ id }) => id === openId) ?? drafts[0];
  const titleOf = ({ title }: Script) => title[language] || Object.values(title).find(Boolean) || say.newTitle;
  return (
    <div className="stack">
      <p>{say.text}</p>
      <div className="scripts">
        <div className="stack">
          <ul className="script-list" aria-label={say.list}>
            {drafts.map((draft) => {
              const given = givenScript(draft.script);
              return (
                <li key={draft.id}>
                  <button
                    type="button"
                    aria-current={draft.id === open?.id ? 'true' : undefined}
                    onClick={() => setOpenId(draft.id)}
                  >
                    <strong>{titleOf(draft.script)}</strong>
                    <small>{say.kinds[draft.script.kind]}</small>
                    {isChanged(draft) ? (
                      <Mark kind="due">{say.unsaved}</Mark>
                    ) : given !== undefined && !isSameScript(given, draft.script) ? (
                      <small>{say.changed}</small>
                    ) : null}
                  </button>
                </li>
              );
            })}
          </ul>
          <div className="row">
            <Button onPress={add}>{say.add}</Button>
          </div>
        </div>
        {open === undefined ? null : (
          <ScriptForm
            key={open.id}
            script={open.script}
            languages={view.languages}
            onChange={(script) => change(drafts.map((one) => (one.id === open.id ? { ...one, script } : one)))}
            onRemove={() => change(drafts.filter(({ id }) => id !== open.id))}
          />
        )}
      </div>
      <div className="scripts-bar">
        <TroubleNotice trouble={trouble} />
        {isSaved ? <Notice kind="done">{say.saved}</Notice> : null}
        <div className="row">
          <Button kind="primary" isOff={!hasChanges || isFaulty} isBusy={busy !== undefined} onPress={save}>
            {say.save}
          </Button>
          {hasChanges ? (
            <Button kind="plain" onPress={() => change(kept)}>
              {say.undo}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
