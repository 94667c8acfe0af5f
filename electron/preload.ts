/** Runs in the window's sandbox before the page: gives it the functions of the shell and nothing else. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { News, Progress, Shell } from '../shared/shell.ts';
import { channels, newsChannel, progressChannel } from './channels.ts';

function listen<T>(channel: string, listener: (told: T) => void): () => void {
  const hear = (_: IpcRendererEvent, told: T) => listener(told);
  ipcRenderer.on(channel, hear);
  return () => {
    ipcRenderer.off(channel, hear);
  };
}

const shell: Shell = {
  kind: 'electron',
  ask: (name, input) => ipcRenderer.invoke(channels.ask, name, input),
  chooseSources: (kind, several) => ipcRenderer.invoke(channels.chooseSources, kind, several),
  chooseTarget: (kind, suggestedName) => ipcRenderer.invoke(channels.chooseTarget, kind, suggestedName),
  chooseFolder: (purpose) => ipcRenderer.invoke(channels.chooseFolder, purpose),
  showResults: () => ipcRenderer.invoke(channels.showResults),
  ring: (number) => ipcRenderer.invoke(channels.ring, number),
  copyNumber: (number) => ipcRenderer.invoke(channels.copyNumber, number),
  onProgress: (listener) => listen<Progress>(progressChannel, listener),
  onNews: (listener) => listen<News>(newsChannel, listener),
};

contextBridge.exposeInMainWorld('veldwerk', shell);
