import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

type Absent = { readonly module: RegExp; /** What stands in its place. */ readonly code: (source: () => string) => string };

/** Parts of packages that the tab never runs, 11 KB of what would be its first load. Calling one is an error that says so, not a silence. */
const absent: readonly Absent[] = [
  {
    // The tab checks answers and makes no JSON schemas. Each schema makes its methods when it is made; only calling one is the fault.
    module: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/,
    code: (source) => {
      const names = [...source().matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name = '']) => name);
      const exported = names.map((name) => `${name.startsWith('create') ? 'makeAbsent' : 'absent'} as ${name}`);
      return `const absent = () => { throw new Error('There are no JSON schemas in the tab.'); };\nconst makeAbsent = () => absent;\nexport { ${exported.join(', ')} };`;
    },
  },
  {
    // An answer that does not fit is told in the page's words; zod's own are "Invalid input" without this.
    module: /[\\/]zod[\\/]v4[\\/]locales[\\/]en\.js$/,
    code: () => 'export default () => ({ localeError: () => undefined });',
  },
  {
    // Reads styles back that a server has rendered; ours renders none.
    module: /[\\/]@griffel[\\/]core[\\/]src[\\/]renderer[\\/]forEachCSSRule\.js$/,
    code: () => "export function forEachCSSRule() { throw new Error('There are no styles from a server in the tab.'); }",
  },
  {
    // The log of teams-js for its own developers, off unless a key in local storage turns it on.
    module: /[\\/]debug[\\/]src[\\/]browser\.js$/,
    code: () => 'const silent = Object.assign(() => {}, { extend: () => silent });\nexport const b = { debug: Object.assign(() => silent, { formatArgs() {} }) };',
  },
];

export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    load: (id) => absent.find(({ module }) => module.test(id))?.code(() => readFileSync(id, 'utf8')),
  };
}
