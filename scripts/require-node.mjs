/** Says in one line when the Node that runs is too old: the project brings its own, but not for every platform. Plain JavaScript, so that any Node can read it. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Veldwerk needs Node 22.18 or newer, and this is ${process.version}. Run "npm ci" first; on macOS install a newer Node.\n`,
  );
  process.exit(1);
}
