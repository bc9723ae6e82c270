import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts the module `name` (without extension, beside the caller whose `import.meta.url` is given) as a worker thread.
 * Works compiled and under tsx, whose hooks do not reach into threads by themselves.
 */
export function startWorker(callerUrl: string, name: string, options: Omit<WorkerOptions, 'eval'> = {}): Worker {
  if (!callerUrl.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, callerUrl), options);
  const tsx = new URL('dist/esm/api/index.mjs', pathToFileURL(createRequire(callerUrl).resolve('tsx/package.json')));
  const file = new URL(`./${name}.ts`, callerUrl);
  return new Worker(`import('${tsx.href}').then(({ register }) => { register(); return import('${file.href}'); });`, { ...options, eval: true });
}
