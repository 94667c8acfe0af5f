/** The words of what should be looked at in a protocol, and of what a change of it does to the people that there are. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  checks: 'Controle',
  allWell: 'Er valt niets op aan dit protocol.',
  notYet: 'Vul eerst alles in. Dan wordt het protocol gecontroleerd op de echte mensen.',
  goToStep: 'Bekijk stap',
  ofStep: (step: string, text: string) => `${step}: ${text}`,
  people: (count: number, number: string) => (count === 1 ? '1 persoon' : `${number} mensen`),
  warnings: {
    nobody: 'Niemand krijgt deze stap. Kijk voor wie hij is bedoeld, en wat u van deze mensen weet.',
    'close-together': (count: number, people: string, gap: string) =>
      `${people} ${count === 1 ? 'krijgt' : 'krijgen'} dit ${gap}. Laat er meer tijd tussen.`,
    'before-letter': (count: number, people: string, before: string) =>
      `${people} ${count === 1 ? 'wordt' : 'worden'} gebeld voordat ${before} er kan zijn. Een brief doet er enkele werkdagen over.`,
    'not-a-working-day': (day: string) =>
      `Deze stap valt op ${day}. Dat is geen werkdag: er is dan geen post, en vaak niemand op het bureau.`,
    'left-out': (count: number, people: string) =>
      `${people} ${count === 1 ? 'krijgt' : 'krijgen'} geen enkele stap. Vul hun gegevens aan, of voeg een stap voor hen toe.`,
  },
  onSameDay: (before: string) => `op dezelfde dag als ${before}`,
  already: (days: string, before: string) => `al ${days} na ${before}`,
  days: (count: number, number: string) => (count === 1 ? '1 dag' : `${number} dagen`),

  changes: 'Wat deze wijziging doet',
  changesNone: 'Voor de mensen die er zijn verandert er niets.',
  change: {
    sooner: (count: number, people: string) => `${people} ${count === 1 ? 'wordt' : 'worden'} eerder benaderd.`,
    later: (count: number, people: string) => `${people} ${count === 1 ? 'wordt' : 'worden'} later benaderd.`,
    begun: (count: number, people: string) =>
      `${people} ${count === 1 ? 'krijgt' : 'krijgen'} weer iets, na niets meer te verwachten.`,
    stopped: (count: number, people: string) => `${people} ${count === 1 ? 'krijgt' : 'krijgen'} niets meer.`,
  },
  stepsCaption: 'Mensen per stap',
  stepColumn: 'Stap',
  before: 'Nu',
  after: 'Straks',
  stepGone: (id: string) => `${id} (vervalt)`,
  confirmTitle: 'Deze wijziging vastleggen?',
  confirmText: 'Er zijn al mensen benaderd. Wat is verstuurd, blijft verstuurd.',
  confirmAction: 'Leg wijziging vast',
};

const en: typeof nl = {
  checks: 'Check',
  allWell: 'There is nothing to remark on in this protocol.',
  notYet: 'First fill in everything. Then the protocol is checked against the real people.',
  goToStep: 'Look at step',
  ofStep: (step, text) => `${step}: ${text}`,
  people: (count, number) => (count === 1 ? '1 person' : `${number} people`),
  warnings: {
    nobody: 'Nobody gets this step. Look whom it is meant for, and what you know of these people.',
    'close-together': (count, people, gap) =>
      `${people} ${count === 1 ? 'gets' : 'get'} this ${gap}. Leave more time in between.`,
    'before-letter': (count, people, before) =>
      `${people} ${count === 1 ? 'is' : 'are'} called before ${before} can have arrived. A letter takes some working days.`,
    'not-a-working-day': (day) =>
      `This step falls on ${day}. That is no working day: there is no post then, and often nobody at the bureau.`,
    'left-out': (count, people) =>
      `${people} ${count === 1 ? 'gets' : 'get'} no step at all. Complete their data, or add a step for them.`,
  },
  onSameDay: (before) => `on the same day as ${before}`,
  already: (days, before) => `only ${days} after ${before}`,
  days: (count, number) => (count === 1 ? '1 day' : `${number} days`),

  changes: 'What this change does',
  changesNone: 'For the people that there are nothing changes.',
  change: {
    sooner: (count, people) => `${people} ${count === 1 ? 'is' : 'are'} contacted sooner.`,
    later: (count, people) => `${people} ${count === 1 ? 'is' : 'are'} contacted later.`,
    begun: (count, people) => `${people} ${count === 1 ? 'gets' : 'get'} something again, after nothing was to come.`,
    stopped: (count, people) => `${people} ${count === 1 ? 'gets' : 'get'} nothing any more.`,
  },
  stepsCaption: 'People per step',
  stepColumn: 'Step',
  before: 'Now',
  after: 'Then',
  stepGone: (id) => `${id} (goes)`,
  confirmTitle: 'Set this change?',
  confirmText: 'People have been contacted already. What was sent stays sent.',
  confirmAction: 'Set the change',
};

export const scheduleCheckWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
