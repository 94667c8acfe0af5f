/** The name of a folder for a study with this title: letters a-z, digits and hyphens, a name that every system takes. */

const longest = 60;
/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

export function folderNameOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const name = trimmed(trimmed(plain).slice(0, longest));
  if (name === '') return 'onderzoek';
  return reserved.test(name) ? `onderzoek-${name}` : name;
}

function trimmed(name: string): string {
  return name.replaceAll(/^-+|-+$/g, '');
}
