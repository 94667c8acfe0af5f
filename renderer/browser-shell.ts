/** The shell of a browser seat: the same functions as the preload script's, over loopback. */
import type { Outcome, SourceFile, TargetFile, View } from '../shared/contract.ts';
import {
  type Chosen,
  isRingable,
  type News,
  type Progress,
  type Shell,
  type SourceKind,
  type TargetKind,
} from '../shared/shell.ts';

const endings: Readonly<Record<SourceKind, string>> = {
  extract: '.xlsx,.xls,.ods,.csv,.tsv,.txt,.age',
  questionnaire: '.xlsx,.xls,.ods',
  returns: '.csv,.xlsx,.xls,.ods,.tsv,.txt',
  replies: '.eml,.mbox,.mbx,.zip',
  'set-up': '.json',
  'recovery-file': '.vwherstel',
  backup: '.vwkopie',
};

export function browserShell(): Shell {
  const listeners = new Set<(progress: Progress) => void>();
  const newsListeners = new Set<(news: News) => void>();
  // The open stream is also how the seat knows that its window is still there.
  const events = new EventSource('/events');
  events.onmessage = ({ data }: MessageEvent<string>) => {
    for (const listener of listeners) listener(JSON.parse(data) as Progress);
  };
  const tell = (news: News) => {
    for (const listener of newsListeners) listener(news);
  };
  events.addEventListener('news', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as News));
  let isFollowing = false;
  events.addEventListener('open', async () => {
    // What was told while the stream was broken was missed: a place that was locked meanwhile may not show anything.
    if (isFollowing && (await isLocked())) tell('locked');
    isFollowing = true;
  });
  return {
    kind: 'browser',
    ask: (name, input) => post<Outcome<unknown>>('/ask', JSON.stringify({ name, input }), 'application/json'),
    chooseSources: async (kind, several) => {
      const files = await chosenFiles(endings[kind], several);
      return Promise.all(files.map((file) => upload(kind, file)));
    },
    chooseTarget: (kind: TargetKind, name: string) =>
      post<Chosen<TargetFile>>('/target', JSON.stringify({ kind, name }), 'application/json'),
    chooseFolder: async () => false,
    showResults: () => post<boolean>('/results', '{}', 'application/json'),
    ring: async (number) => isRingable(number) && followed(`tel:${number}`),
    // A page may not look at a clipboard, so what it put there would stay.
    copyNumber: async () => false,
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onNews(listener) {
      newsListeners.add(listener);
      return () => newsListeners.delete(listener);
    },
  };
}

/** As if someone had pressed a link to it: the system may ask with which program. */
function followed(address: string): boolean {
  const link = document.createElement('a');
  link.href = address;
  link.click();
  return true;
}

async function isLocked(): Promise<boolean> {
  try {
    const question = JSON.stringify({ name: 'study.here', input: {} });
    const here = await post<Outcome<View<'study.here'>>>('/ask', question, 'application/json');
    return here.kind === 'ok' && here.view.locked !== undefined;
  } catch {
    return false;
  }
}

async function post<T>(path: string, body: BodyInit, type: string, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  if (!answer.ok) throw new Error(`the seat answered ${answer.status}`);
  return (await answer.json()) as T;
}

function upload(kind: SourceKind, file: File): Promise<Chosen<SourceFile>> {
  return post(`/source?kind=${kind}`, file, 'application/octet-stream', {
    'x-file-name': encodeURIComponent(file.name),
  });
}

/** The browser's own file dialog. Empty when it is cancelled. */
function chosenFiles(accept: string, several: boolean): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = several;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
