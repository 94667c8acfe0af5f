/** `npm run practice-study [-- folder]`: writes the source files of the practice study, by default over the ones beside this script. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { practiceFiles } from './practice-files.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, 'files');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of practiceFiles()) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}  ${bytes.length} bytes`);
}
