import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';

/** The looks that our own style sheet knows. */
export type Look = 'default' | 'dark' | 'contrast';

/** `glass` (headsets) is a dark look. Unknown names look as by default. */
export function lookOf(teamsTheme: string): Look {
  if (teamsTheme === 'dark' || teamsTheme === 'glass') return 'dark';
  return teamsTheme === 'contrast' ? 'contrast' : 'default';
}

export const fluentThemes: Readonly<Record<Look, Theme>> = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
