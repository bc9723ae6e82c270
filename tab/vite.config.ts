import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** zod can write JSON schemas, which no page does; a quarter of it is left out. Who calls it all the same is told. */
const zodWithoutJsonSchema: Plugin = {
  name: 'zod-without-json-schema',
  transform(code, id) {
    if (!/[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/.test(id)) return undefined;
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name);
    const stubs = names.map((name) => `export const ${name} = () => () => { throw new Error('JSON schemas are not part of the tab.'); };`);
    return { code: [...stubs, ...(names.includes('processSchema') ? ['export { processSchema as process };'] : [])].join('\n'), map: null };
  },
};

/** The server puts a fresh nonce in place of `__CSP_NONCE__` each time it serves index.html. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [react(), zodWithoutJsonSchema],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rollupOptions: {
      output: {
        // What changes rarely stays in the browser's cache when our own code changes.
        manualChunks: (id) => (/node_modules\/(react|react-dom|scheduler)\//.test(id) ? 'react' : undefined),
      },
      onwarn(warning, warn) {
        // zod's comments inside expressions; nothing is lost by dropping them.
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
      },
    },
  },
});
