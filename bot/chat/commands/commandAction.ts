import { z } from 'zod';
import { messageWords } from '../cards/messageWords.js';
import { requireRole } from '../chatTurns.js';
import type { CardAction, Command } from '../chatTools.js';
import { ChatRefusal } from '../language/chatRefusal.js';

const commandSchema = z.object({ command: z.string() });

/** A button that stands for a typed command. Its answer is a new message: the card that holds the button may be someone's result. */
export function commandAction(commands: readonly Command[]): CardAction {
  return {
    verb: 'command',
    role: 'viewer',
    async run(turn, data) {
      const name = commandSchema.safeParse(data).data?.command;
      const command = commands.find((known) => known.name === name);
      if (!command) throw new ChatRefusal('bad-request', 'a button names no known command', messageWords[turn.language].unknownButton);
      requireRole(turn, command.role);
      return { kind: 'post', card: await command.run(turn, '') };
    },
  };
}
