/** What can be seen of a file without reading it as code: its name, its length, how it opens, and paths or hosts that belong to one machine. */

export interface FileFault {
  readonly line: number;
  readonly rule: 'name' | 'length' | 'opening' | 'machine-path' | 'registry-host';
  readonly what: string;
}

export const longestFile = 300;
/** A term of the field that only looks like an empty noun. */
const fieldTerms = /citizen-service-number/g;
const emptyNouns = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'service', 'base', 'core'];

const isHouse = (path: string) => /^(?:shared|electron|renderer|scripts|test)\//.test(path);
export const isSource = (path: string) => /\.(?:ts|tsx|mts|cts|js|mjs|cjs|jsx)$/.test(path);
const isWritten = (path: string) => isSource(path) || /\.(?:css|sql|html)$/.test(path);

const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
// a path of one person's or one builder's machine, at the begin of a word so that a part of an address is none
const machinePath =
  /(?<![\w.\-$<>)\]}/])\/(?:work|root|home\/[\w.-]+|Users\/[\w.-]+)(?![\w-])|(?<![\w])[A-Za-z]:\\{1,2}Users\\/;
const registryHost =
  /\bregistry\.[\w-]+\.(?:org|com|net|io|dev|cloud)\b|:\/\/[^\s"'/]*(?:registry|artifactory|nexus|jfrog|verdaccio|npmmirror)[^\s"'/]*/i;

function nameFaults(path: string): readonly FileFault[] {
  if (!isHouse(path)) return [];
  const faults: FileFault[] = [];
  const segments = path.split('/');
  const parts = segments
    .flatMap((segment) => segment.replaceAll(fieldTerms, '').split(/[-.]/))
    .map((part) => part.toLowerCase());
  const crooked = segments.filter((segment, i) => (isWritten(path) || i < segments.length - 1) && !kebab.test(segment));
  for (const segment of crooked) faults.push({ line: 1, rule: 'name', what: `'${segment}' is not kebab-case` });
  for (const part of emptyNouns.filter((noun) => parts.includes(noun)))
    faults.push({ line: 1, rule: 'name', what: `'${part}' names nothing: which noun is missing?` });
  return faults;
}

/** The faults of a file by its path and text. */
export function fileFaults(path: string, text: string): readonly FileFault[] {
  const lines = text.split('\n');
  const length = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const faults: FileFault[] = [...nameFaults(path)];
  if (isHouse(path) && isWritten(path) && !path.startsWith('test/') && length > longestFile)
    faults.push({ line: longestFile + 1, rule: 'length', what: `${length} lines, more than ${longestFile}` });
  if (isHouse(path) && isSource(path) && !path.startsWith('test/') && !/^(?:#![^\n]*\n)?\s*\/[*/]/.test(text))
    faults.push({ line: 1, rule: 'opening', what: 'does not open by saying what it is for' });
  lines.forEach((line, i) => {
    if (machinePath.test(line)) faults.push({ line: i + 1, rule: 'machine-path', what: 'a path of one machine' });
    if (registryHost.test(line)) faults.push({ line: i + 1, rule: 'registry-host', what: 'the host of a registry' });
  });
  return faults;
}
