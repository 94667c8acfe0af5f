/** The scripts of this study, and as they are read aloud in it. */
import { spokenScript } from '../../shared/contact/spoken-script.ts';
import { defaultScripts } from '../../shared/study/default-scripts.ts';
import type { Language } from '../../shared/study/questionnaire.ts';
import type { Script, ScriptField } from '../../shared/study/script.ts';
import type { SpokenScripts } from '../../shared/views.ts';
import type { Desk } from '../desk.ts';

/** Its own; a kind that the study has no own words for stays as every study begins with it. In the order of the kinds, own ones last. */
export async function scriptsOf({ settings }: Pick<Desk, 'settings'>): Promise<readonly Script[]> {
  const own = (await settings.find('scripts')) ?? [];
  const standard = defaultScripts.map((script) => own.find(({ kind }) => kind === script.kind) ?? script);
  return [...standard, ...own.filter(({ kind }) => kind === 'own')];
}

/** Filled in with what this study is; without a client the bureau studies on its own initiative. */
export async function spokenScripts(desk: Pick<Desk, 'settings'>, language: Language): Promise<SpokenScripts> {
  const bureau = await desk.settings.find('bureau');
  const agreement = (await desk.settings.find('agreement')) ?? {};
  const fields: Readonly<Record<ScriptField, string>> = {
    bureau: bureau?.name ?? '',
    client: agreement.client ?? bureau?.name ?? '',
    purpose: agreement.purpose ?? '',
    objectTo: bureau?.objectTo ?? '',
  };
  const scripts = (await scriptsOf(desk)).flatMap((script) => spokenScript(script, language, fields) ?? []);
  return { scripts };
}
