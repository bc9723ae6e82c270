import './noEval.js';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { speechOf } from './language.js';
import { connectToTeams } from './teamsHost.js';
import { loadTheme, lookOf } from './theme.js';
import { speak } from './words.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const container = document.getElementById('root');

if (container) {
  const host = await connectToTeams(3_000);
  const look = lookOf(host?.theme ?? 'default');
  const [theme] = await Promise.all([loadTheme(look), speak(speechOf(host?.locale ?? navigator.language))]);
  createRoot(container).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <App host={host} firstTheme={{ look, theme }} />
      </RendererProvider>
    </StrictMode>,
  );
}
