import type { Localized } from '../../language/language.js';
import type { CommandWords } from './commandNames.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { nl } from './nl.js';

export const commandWords: Localized<CommandWords> = { en, de, fr, nl, es };
