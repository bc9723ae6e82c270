/** What a card's button may ask for. */
export const verbs = ['command', 'add-steps', 'add-search', 'add-next', 'add-back', 'add-cancel', 'add-resume', 'add-save', 'undo', 'decide-link', 'decide-ignore', 'decide-reject', 'undo-decision', 'review-other', 'review-skip', 'review-next', 'review-refresh', 'review-back', 'review-cancel', 'name-tenant', 'undo-save', 'notify-save', 'notice-accept'] as const;
export type Verb = (typeof verbs)[number];
