import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The tab checks answers and makes no JSON schemas: the part of zod that does, a quarter of it, stays out of the bundle. */
export function withoutJsonSchemas(): Plugin {
  return {
    name: 'without-json-schemas',
    enforce: 'pre',
    load(id) {
      if (!/[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/.test(id)) return undefined;
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name = '']) => name);
      // Each schema makes its methods when it is made; only calling one is the fault.
      const exported = names.map((name) => `${name.startsWith('create') ? 'makeAbsent' : 'absent'} as ${name}`);
      return `const absent = () => { throw new Error('There are no JSON schemas in the tab.'); };\nconst makeAbsent = () => absent;\nexport { ${exported.join(', ')} };`;
    },
  };
}
