/** Runs in the window's sandbox before the page: gives it the functions of the shell and nothing else. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Progress, Shell } from '../shared/shell.ts';
import { channels, progressChannel } from './channels.ts';

const shell: Shell = {
  kind: 'electron',
  ask: (name, input) => ipcRenderer.invoke(channels.ask, name, input),
  chooseSources: (kind, several) => ipcRenderer.invoke(channels.chooseSources, kind, several),
  chooseTarget: (kind, suggestedName) => ipcRenderer.invoke(channels.chooseTarget, kind, suggestedName),
  chooseFolder: (purpose) => ipcRenderer.invoke(channels.chooseFolder, purpose),
  showResults: () => ipcRenderer.invoke(channels.showResults),
  onProgress(listener) {
    const hear = (_: IpcRendererEvent, progress: Progress) => listener(progress);
    ipcRenderer.on(progressChannel, hear);
    return () => {
      ipcRenderer.off(progressChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('veldwerk', shell);
