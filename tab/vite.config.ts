import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Rollup } from 'vite';
import { leaveOut } from './leaveOut.js';

/** The server puts a fresh nonce in place of `__CSP_NONCE__` each time it serves index.html. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [react(), leaveOut()],
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
        manualChunks: chunkOf,
        onlyExplicitManualChunks: true,
      },
      onwarn(warning, warn) {
        // zod's comments inside expressions; nothing is lost by dropping them.
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
      },
    },
  },
});

/** What every page needs is one file; left alone it would be dozens of tiny ones. React and zod change rarely: they stay in the browser's cache when our own code changes. */
function chunkOf(id: string, { getModuleInfo }: Rollup.ManualChunkMeta): string | undefined {
  if (/node_modules\/(react|react-dom|scheduler)\/|commonjsHelpers/.test(id)) return 'react';
  if (/node_modules\/zod\//.test(id)) return 'zod';
  return !id.includes('node_modules') && isFirstLoad(id, getModuleInfo, new Set()) ? 'app' : undefined;
}

function isFirstLoad(id: string, getModuleInfo: Rollup.GetModuleInfo, seen: Set<string>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const module = getModuleInfo(id);
  return module !== null && (module.isEntry || module.importers.some((importer) => isFirstLoad(importer, getModuleInfo, seen)));
}
