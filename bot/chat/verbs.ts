/** What a card's button may ask for. */
export const verbs = ['command', 'add-steps', 'add-search', 'add-next', 'add-back', 'add-cancel', 'add-resume', 'add-save', 'undo', 'notify-save', 'notice-accept'] as const;
export type Verb = (typeof verbs)[number];
