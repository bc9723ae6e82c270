import type { Theme } from '@fluentui/react-components';

/** The looks that our own style sheet knows. */
export type Look = 'default' | 'dark' | 'contrast' | 'glass';

/** Unknown names of Teams look as by default. */
export function lookOf(teamsTheme: string): Look {
  return teamsTheme === 'dark' || teamsTheme === 'contrast' || teamsTheme === 'glass' ? teamsTheme : 'default';
}

const themes = {
  default: () => import('./themes/light.js'),
  dark: () => import('./themes/dark.js'),
  contrast: () => import('./themes/contrast.js'),
  glass: () => import('./themes/glass.js'),
} as const satisfies Record<Look, () => Promise<{ readonly theme: Theme }>>;

/** Only the theme in use is loaded. */
export async function loadTheme(look: Look): Promise<Theme> {
  return (await themes[look]()).theme;
}
