import { createServer } from 'node:net';

/** `preferred` when nobody has it, else any free one of 127.0.0.1. */
export async function freePort(preferred: number): Promise<number> {
  return (preferred !== 0 && (await isFree(preferred))) ? preferred : listenOnce(0);
}

/** Is nobody listening there on 127.0.0.1? */
export function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
