import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: { outDir: '../../../dist/teams', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
