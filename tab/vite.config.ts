import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { withoutJsonSchemas } from './withoutJsonSchemas.js';

/** The server puts a fresh nonce in place of `__CSP_NONCE__` each time it serves index.html. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [react(), withoutJsonSchemas()],
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
