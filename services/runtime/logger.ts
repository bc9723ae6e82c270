import { pino, type Logger } from 'pino';

export type { Logger };

/** JSON lines on stdout: a fixed message, data in fields. Give it ids, counts and codes; never tokens, cards or whole records. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: (error: unknown) => (error instanceof Error ? { name: error.name, code: (error as { code?: unknown }).code, message: error.message, stack: error.stack } : { message: String(error) }),
    },
  });
}
