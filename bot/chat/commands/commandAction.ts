import { z } from 'zod';
import { messageWords } from '../cards/messageWords.js';
import { answerOf, requireRole } from '../chatTurns.js';
import type { CardAction, Command } from '../chatTools.js';
import { ChatRefusal } from '../language/chatRefusal.js';

const commandSchema = z.looseObject({ command: z.string(), argument: z.string().max(200).catch('') });

/** A button that stands for a typed command. Its answer is a new message: the card that holds the button may be someone's result. */
export function commandAction(commands: readonly Command[]): CardAction {
  return {
    verb: 'command',
    role: 'viewer',
    async run(turn, data) {
      const asked = commandSchema.safeParse(data).data;
      const command = commands.find((known) => known.name === asked?.command);
      if (!command) throw new ChatRefusal('bad-request', 'a button names no known command', messageWords[turn.language].unknownButton);
      requireRole(turn, command.role);
      return { kind: 'post', ...answerOf(await command.run(turn, asked?.argument.trim() ?? '')) };
    },
  };
}
