import { z } from 'zod';
import type { Remark } from '../domain/remark.js';
import type { RemarkFacts } from '../domain/remarkFacts.js';

/** One field of a form, drawn from a settings schema. `choices`: one of these; null: free text. */
export type FormField = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** '' for none. */
  readonly example: string;
  readonly isRequired: boolean;
  readonly choices: readonly { readonly value: string; readonly title: string }[] | null;
};
export type FieldProblem = { readonly name: string } & Remark;
export type SettingsReading<Settings> = { readonly kind: 'read'; readonly settings: Settings } | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

const property = z.object({ title: z.string().optional(), description: z.string().optional(), examples: z.array(z.unknown()).optional(), type: z.unknown(), enum: z.array(z.string()).optional(), choiceTitles: z.record(z.string(), z.string()).default({}) });
const objectSchema = z.object({ properties: z.record(z.string(), property), required: z.array(z.string()).default([]) });

/** The fields of one line of text or a choice, in the schema's order. Others (such as the columns of a file) have a page of their own. */
export function drawForm(schema: z.ZodType): FormField[] {
  const { properties, required } = objectSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties)
    .filter(([, { type }]) => type === 'string')
    .map(([name, { title = name, description = '', examples = [], enum: values, choiceTitles }]) => ({ name, title, description, example: typeof examples[0] === 'string' ? examples[0] : '', isRequired: required.includes(name), choices: values?.map((value) => ({ value, title: choiceTitles[value] ?? value })) ?? null }));
}

/** What a person has filled in, as the schema has it; a field left empty counts as not given. */
export function readSettings<Settings>(schema: z.ZodType<Settings>, given: Readonly<Record<string, unknown>>): SettingsReading<Settings> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return { kind: 'read', settings: parsed.data };
  const fields = new Map(drawForm(schema).map((field) => [field.name, field]));
  const byField = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const name = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue.path[0] ?? '');
    if (byField.has(name)) continue;
    const { title = name, example = '' } = fields.get(name) ?? {};
    const [what, facts] = explain(issue, { name, example, isGiven: name in filled });
    byField.set(name, { name, sentence: `${title} ${what}.`, facts: [facts] });
  }
  return { kind: 'refused', problems: [...byField.values()] };
}

type Field = { readonly name: string; /** '' for none. */ readonly example: string; readonly isGiven: boolean };

/** What comes behind the field's title, and what it is made of. */
function explain(issue: z.core.$ZodIssue, { name, example, isGiven }: Field): [string, RemarkFacts] {
  if (issue.code === 'unrecognized_keys') return ['is no setting of this kind of connection', { code: 'setting-unknown', name }];
  if (!isGiven) return ['is needed', { code: 'setting-needed' }];
  const unlike: RemarkFacts = example === '' ? { code: 'setting-odd' } : { code: 'setting-unlike', example };
  if (issue.message.startsWith('must')) return [issue.message, unlike];
  switch (issue.code) {
    case 'too_big':
      return [`is too long: at most ${issue.maximum.toLocaleString('en-US')} characters`, { code: 'setting-too-long', most: Number(issue.maximum) }];
    case 'invalid_format':
      return issue.format === 'guid' || issue.format === 'uuid' ? ['must be an id such as 11111111-2222-3333-4444-555555555555', { code: 'setting-no-id' }] : ['is not in the right form', unlike];
    default:
      return ['is not in the right form', unlike];
  }
}
