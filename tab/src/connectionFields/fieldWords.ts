import type { FormField } from '../../../contracts/connections.js';
import { currentSpeech } from '../app/language.js';
import { texts } from './texts.js';

type Asked = { readonly name: string; readonly title: string; readonly description?: string; readonly choices?: FormField['choices'] };
type FieldWords = { readonly title: string; readonly description: string; readonly choices: FormField['choices'] };
type Known = { readonly title: string; readonly description: string; readonly choices?: Readonly<Record<string, string>> };

/** How a setting or secret of a kind of connection is asked for. In English, and where this page knows no words for it, as its adapter says. */
export function fieldWords(typeId: string, { name, title, description = '', choices = null }: Asked): FieldWords {
  const words = currentSpeech().language === 'en' ? undefined : find(typeId, name);
  if (!words) return { title, description, choices };
  return { title: words.title, description: words.description, choices: choices?.map((choice) => ({ ...choice, title: words.choices?.[choice.value] ?? choice.title })) ?? null };
}

function find(typeId: string, name: string): Known | undefined {
  const kinds: Readonly<Record<string, Readonly<Record<string, Known>>>> = texts;
  const fields = Object.hasOwn(kinds, typeId) ? kinds[typeId] : undefined;
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}
