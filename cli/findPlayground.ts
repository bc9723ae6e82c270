import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const playgroundPackage = '@microsoft/m365agentsplayground';
const version = '0.2.28';

/**
 * The script that starts the Agents Playground, fetched by npx into npm's own cache: its licence is for evaluation,
 * so it is no dependency. Rejects with a sentence for people when it can't be fetched.
 */
export async function findPlayground(command = 'npx'): Promise<string> {
  // npx puts what it fetched at the front of PATH.
  const path = await run(command, ['--yes', '--prefer-offline', `--package=${playgroundPackage}@${version}`, '--', 'node', '-p', 'process.env.PATH']);
  const script = path
    .trim()
    .split(delimiter)
    .map((folder) => resolve(folder, '..', playgroundPackage, 'cli.js'))
    .find((file) => existsSync(file));
  if (!script) throw new Error(`npx has fetched ${playgroundPackage}, but its program is not where it should be.`);
  return script;
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((settle, reject) => {
    // Windows starts npx.cmd through a shell only; no argument holds anything that a shell would change.
    execFile(command, args, { shell: process.platform === 'win32', encoding: 'utf8' }, (error, stdout, stderr) => {
      if (!error) return settle(stdout);
      const reason = /^npm error (?:code )?(.+)$/m.exec(stderr)?.[1] ?? error.message.split('\n')[0] ?? '';
      reject(new Error(`The Agents Playground can't be fetched (${reason}). It is not part of this project: npx gets ${playgroundPackage}@${version} from the npm registry the first time, so this machine must be online. Everything else works without it: npm run demo`));
    });
  });
}
