/** The channels between the preload script and the main process: one for every function of the shell, and those on which progress and news are told. */
import type { Shell } from '../shared/shell.ts';

type Asked = Exclude<keyof Shell, 'kind' | 'onProgress' | 'onNews'>;

export const channels: Readonly<Record<Asked, string>> = {
  ask: 'veldwerk:ask',
  chooseSources: 'veldwerk:choose-sources',
  chooseTarget: 'veldwerk:choose-target',
  chooseFolder: 'veldwerk:choose-folder',
  showResults: 'veldwerk:show-results',
  ring: 'veldwerk:ring',
  copyNumber: 'veldwerk:copy-number',
};

export const newsChannel = 'veldwerk:news';
export const progressChannel = 'veldwerk:progress';
