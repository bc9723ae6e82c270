import type { TeamsPage } from './teamsPage.js';

/** In the window: what has focus, in whichever frame: its role or tag and its name, as it is read out. */
const readFocus = `(() => {
  let focused = document.activeElement;
  while (focused?.tagName === 'IFRAME' && focused.contentDocument?.activeElement) focused = focused.contentDocument.activeElement;
  if (!focused) return { role: 'none', name: '' };
  const labelled = (focused.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => focused.ownerDocument.getElementById(id)?.innerText ?? '').join(' ').trim();
  const label = focused.getAttribute('aria-label') ?? (labelled || [...(focused.labels ?? [])].map(({ innerText }) => innerText).join(' '));
  return { role: focused.getAttribute('role') ?? focused.tagName.toLowerCase(), name: (label || focused.innerText || '').replace(/\\s+/g, ' ').trim() };
})()`;

export type Focus = { readonly role: string; readonly name: string };

/** Somebody without a pointer: keys only, and never lost. */
export function keyboardPerson({ page }: TeamsPage) {
  let presses = 0;
  const focus = () => page.evaluate<Focus>(readFocus);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      presses += 1;
    }
  };
  /** Tab (or Shift+Tab) until what has focus is called so. Rejects where that never happens. */
  const goTo = async (name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
    const seen: string[] = [];
    for (let count = 0; count <= 120; count += 1) {
      const at = await focus();
      if (typeof name === 'string' ? at.name === name : name.test(at.name)) return at;
      seen.push(`${at.role} ${at.name.slice(0, 40)}`);
      await press(key);
    }
    throw new Error(`"${name}" is not to be reached with ${key}. Seen: ${seen.slice(-40).join(' | ')}`);
  };
  return {
    press,
    focus,
    goTo,
    type: (text: string) => page.keyboard.type(text),
    get presses() {
      return presses;
    },
  };
}
