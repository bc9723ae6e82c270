import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { TeamsHost } from './teamsHost.js';
import { loadTheme, lookOf, type Look } from './theme.js';

/** A look with Fluent's values for it. */
export type LoadedTheme = { readonly look: Look; readonly theme: Theme };

/** Follows the theme of Teams while the page is open. Also tells our own style sheet. */
export function useTheme(host: TeamsHost | undefined, first: LoadedTheme): Theme {
  const [{ look, theme }, setLoaded] = useState(first);
  useEffect(() => {
    document.documentElement.dataset['look'] = look;
  }, [look]);
  useEffect(() => {
    let latest = first.look;
    host?.onThemeChange((teamsTheme) => {
      const next = lookOf(teamsTheme);
      latest = next;
      // What can't be loaded leaves the look as it is; the next change tries again.
      loadTheme(next).then(
        (loaded) => latest === next && setLoaded({ look: next, theme: loaded }),
        () => undefined,
      );
    });
  }, [host, first]);
  return theme;
}
