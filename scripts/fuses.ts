/** The switches in Electron's binary as they are shipped, and as they are for tests, which have to get in. */
import { FuseV1Options } from '@electron/fuses';

/** By the names of electron-builder.yml, which sets them. */
export const shippedFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;
export type FuseName = keyof typeof shippedFuses;

/** Playwright starts the program as one that is inspected. Never shipped: see docs/packaging.md. */
export const fusesForTests: Readonly<Record<FuseName, boolean>> = {
  ...shippedFuses,
  enableNodeCliInspectArguments: true,
};

const places: Readonly<Record<FuseName, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** As the library gives the state of a fuse: the codes of '0' and '1'. */
const isOn = 49;

/** The fuses of a binary that are not as they should be. */
export function wrongFuses(
  wire: Readonly<Partial<Record<FuseV1Options, number>>>,
  wanted: Readonly<Record<FuseName, boolean>>,
): readonly FuseName[] {
  const names = Object.keys(wanted) as readonly FuseName[];
  return names.filter((name) => (wire[places[name]] === isOn) !== wanted[name]);
}
