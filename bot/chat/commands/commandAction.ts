import { z } from 'zod';
import { hasRole } from '../../../services/domain/organization.js';
import { AppError } from '../../../services/runtime/errors.js';
import type { CardAction, Command } from '../chatTools.js';

const commandSchema = z.object({ command: z.string() });

/** A button that stands for a typed command. Its answer is a new message: the card that holds the button may be someone's result. */
export function commandAction(commands: readonly Command[]): CardAction {
  return {
    verb: 'command',
    role: 'viewer',
    async run(caller, data) {
      const name = commandSchema.safeParse(data).data?.command;
      const command = commands.find((known) => known.name === name);
      if (!command) throw new AppError('bad-request', 'a button names no known command', { sentence: 'This button is no longer known. Type "help" to see what I can do.' });
      if (!hasRole(caller, command.role)) throw new AppError('not-allowed', `${command.name} needs the role ${command.role}`);
      return { kind: 'post', card: await command.run(caller) };
    },
  };
}
