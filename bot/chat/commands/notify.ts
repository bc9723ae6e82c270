import type { ChatTools, Command } from '../chatTools.js';
import { languages } from '../language/language.js';
import { drawSettings, switchNotices } from '../notifications/notifyActions.js';
import { settingsWords } from '../notifications/settingsWords.js';

/** `notify on|off|here`, in any language; anything else shows what is chosen. */
export function notifyCommand(tools: ChatTools): Omit<Command, 'name'> {
  return {
    role: 'viewer',
    run(turn, argument) {
      const wish = argument.trim().toLowerCase();
      const isOneOf = (kind: 'onWays' | 'offWays') => languages.some((language) => settingsWords[language][kind].includes(wish));
      if (isOneOf('onWays')) return switchNotices(tools, turn, true);
      if (isOneOf('offWays')) return switchNotices(tools, turn, false);
      return drawSettings(tools, turn);
    },
  };
}
