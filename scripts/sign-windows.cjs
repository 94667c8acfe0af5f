/**
 * Signs one file for Windows with the program that VELDWERK_SIGN names, as a JSON list of the program and its first arguments; the file
 * comes last. For tokens and signing services, whose key cannot be given as a file.
 */
const { execFileSync } = require('node:child_process');

exports.default = async ({ path }) => {
  const [program, ...before] = JSON.parse(process.env.VELDWERK_SIGN);
  execFileSync(program, [...before, path], { stdio: 'inherit' });
};
