/** A text for `conditions`: nothing in it can end the text and widen what is asked for. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A moment for `conditions`, in whole seconds. */
export function moment(time: Date): string {
  return `[${time.toISOString().replace(/\.\d+/, '')}]`;
}
