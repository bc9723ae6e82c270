import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { markdownToHtml } from './markdown.js';

describe('markdownToHtml', () => {
  it('shows what Teams shows', () => {
    expect(markdownToHtml('a **b** *c* _d_')).to.equal('<p>a <strong>b</strong> <em>c</em> <em>d</em></p>');
    expect(markdownToHtml('- a\n- b')).to.equal('<ul><li>a</li><li>b</li></ul>');
    expect(markdownToHtml('1. a\n2. b\n\nc\nd')).to.equal('<ol><li>a</li><li>b</li></ol><p>c<br>d</p>');
    expect(markdownToHtml('[x_y_](https://example.com/_a_?b=1&c)')).to.equal('<p><a href="https://example.com/_a_?b=1&#38;c" rel="noopener noreferrer">x_y_</a></p>');
    expect(markdownToHtml('<at>Tenant Mapper</at> hi')).to.equal('<p><strong>Tenant Mapper</strong> hi</p>');
  });

  it('takes escaped signs as they are', () => {
    expect(markdownToHtml('\\*a\\* \\[b\\](https://example.com) \\<b\\>')).to.equal('<p>*a* [b](https://example.com) &#60;b&#62;</p>');
    expect(markdownToHtml('snake_case_name 2*3*4')).to.equal('<p>snake_case_name 2*3*4</p>');
  });

  it('makes no links but http and https', () => {
    expect(markdownToHtml('[a](javascript:alert(1))')).to.not.include('<a');
  });

  it('never lets markup through', () => {
    const piece = fc.constantFrom('<', '>', '"', "'", '&', '\\', '*', '_', '[', ']', '(', ')', 'https://x', '<at>', '</at>', 'on', '=', ' ', '\n', '- ', 'a', '\ue001');
    const allowed = /<\/?(p|br|ul|ol|li|strong|em)>|<a href="https?:\/\/[^"<>]*" rel="noopener noreferrer">|<\/a>/g;
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => !/[<>]/.test(markdownToHtml(pieces.join('')).replace(allowed, ''))), { numRuns: 1000 });
  });
});
