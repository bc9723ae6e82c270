import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { OrgId } from '../../domain/ids.js';
import { AppError, errorCodes, toAppError } from '../../runtime/errors.js';
import type { Logger } from '../../runtime/logger.js';
import type { StorageOperator } from '../storageOperator.js';

const question = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('organizations') }),
  z.object({ ask: z.literal('verify'), orgId: z.string().min(1) }),
  z.object({ ask: z.literal('sealAt'), orgId: z.string().min(1), orgVersion: z.int().min(1) }),
  z.object({ ask: z.literal('backup'), file: z.string().min(1) }),
]);
type Question = z.infer<typeof question>;

const verdict = z.discriminatedUnion('kind', [z.object({ kind: z.literal('intact'), changeSetCount: z.number(), headHash: z.string() }), z.object({ kind: z.literal('broken'), orgVersion: z.number(), why: z.string() })]);
const answers = { organizations: z.array(z.string()), verify: verdict, sealAt: z.string().nullable(), backup: z.number() };
const reply = z.union([z.object({ answer: z.unknown() }), z.object({ code: z.enum(errorCodes), sentence: z.string() })]);

/** Longer paths are cut by some systems. */
const longestPath = 100;

/**
 * The process that owns the database answers the operator's commands on a socket in its folder, which only its own user can reach.
 * Undefined where there can be none: Windows, a very long path.
 */
export async function listenAsOwner(folder: string, operator: StorageOperator, logger: Logger): Promise<{ close(): Promise<void> } | undefined> {
  const path = socketPath(folder);
  if (path === undefined) return undefined;
  // Left by a process that was killed: the database is ours, so nobody listens there.
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', (error) => logger.warn({ err: error }, "an operator's command went away"));
    createInterface({ input: socket }).on('line', (line) => void answerLine(operator, line).then((text) => socket.end(`${text}\n`)));
  });
  try {
    await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done));
    chmodSync(path, 0o600);
  } catch (error) {
    logger.warn({ err: error }, 'no socket for commands could be made: backup and verify need the app to be stopped');
    return undefined;
  }
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answerLine(operator: StorageOperator, line: string): Promise<string> {
  try {
    return JSON.stringify({ answer: await answerQuestion(operator, question.parse(JSON.parse(line))) });
  } catch (thrown) {
    const { code, sentence } = toAppError(thrown);
    return JSON.stringify({ code, sentence });
  }
}

function answerQuestion(operator: StorageOperator, asked: Question): Promise<unknown> {
  switch (asked.ask) {
    case 'organizations':
      return operator.listOrganizations();
    case 'verify':
      return operator.verifyHistory(asked.orgId as OrgId);
    case 'sealAt':
      return operator.sealAt(asked.orgId as OrgId, asked.orgVersion);
    case 'backup':
      return operator.backUp(asked.file);
  }
}

/** Asks the process that owns the database in `folder`; undefined when none is running. */
export async function askOwner(folder: string): Promise<StorageOperator | undefined> {
  const path = socketPath(folder);
  if (path === undefined || !(await isListening(path))) return undefined;
  const ask = async <Kind extends Question['ask']>(asked: Extract<Question, { ask: Kind }>): Promise<z.infer<(typeof answers)[Kind]>> => {
    const told = reply.parse(JSON.parse(await exchange(path, JSON.stringify(asked))));
    if ('code' in told) throw new AppError(told.code, 'the running process refused', { sentence: told.sentence });
    return answers[asked.ask].parse(told.answer) as z.infer<(typeof answers)[Kind]>;
  };
  return {
    listOrganizations: async () => (await ask<'organizations'>({ ask: 'organizations' })) as OrgId[],
    verifyHistory: (orgId) => ask<'verify'>({ ask: 'verify', orgId }),
    sealAt: (orgId, orgVersion) => ask<'sealAt'>({ ask: 'sealAt', orgId, orgVersion }),
    backUp: (file) => ask<'backup'>({ ask: 'backup', file: resolve(file) }),
  };
}

function socketPath(folder: string): string | undefined {
  const path = resolve(folder, 'owner.sock');
  return process.platform === 'win32' || Buffer.byteLength(path) > longestPath ? undefined : path;
}

function isListening(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

function exchange(path: string, line: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(path);
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.once('error', fail).once('close', () => (text === '' ? fail(new Error('the running process did not answer')) : done(text)));
    socket.write(`${line}\n`);
  });
}
