import { expect } from 'chai';
import { readFileSync } from 'node:fs';

const html = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
const css = readFileSync(new URL('app.css', import.meta.url), 'utf8');
const body = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';

describe('the page before its language is known', () => {
  it('shows that it loads without a word in any language, and is called as the app is', () => {
    const words = body.replace(/<noscript>.*?<\/noscript>/s, '').replace(/<[^>]+>/g, '').trim();
    expect(words).to.equal('');
    expect(/<div id="root"><div class="first-paint" role="progressbar" aria-label="([^"]*)">/.exec(body)?.[1]).to.equal('Tenant Mapper').and.to.equal(/<title>(.*)<\/title>/.exec(html)?.[1]);
  });

  it('needs no script of its own and no theme for that', () => {
    expect(html).to.not.match(/<script(?![^>]*\bsrc=)|\bon[a-z]+=|\bstyle=/);
    const ring = /\.first-paint \.spinner-ring \{([^}]*)\}/.exec(css)?.[1] ?? '';
    expect(ring).to.match(/border: 3px solid GrayText/).and.to.not.include('var(');
  });
});
