// A backslash takes a sign's meaning away, as in Teams; such signs wait behind private-use characters.
const escapable = '\\`*_{}[]()#+-.!~<>|';
const hidden = (sign: string) => String.fromCodePoint(0xe000 + escapable.indexOf(sign));
const shown = (text: string) => text.replace(/[\ue000-\ue013]/g, (mark) => escapable.charAt((mark.codePointAt(0) ?? 0xe000) - 0xe000));

/** The part of Markdown that Teams shows in messages and text blocks, as HTML: bold, italic, links, lists, mentions. All else is text. */
export function markdownToHtml(text: string): string {
  const guarded = text.replace(/[\ue000-\ue013]/g, '').replace(/\\([\\`*_{}[\]()#+\-.!~<>|])/g, (_, sign: string) => hidden(sign));
  const blocks = guarded.replace(/\r\n?/g, '\n').split(/\n{2,}/).map(block);
  return encode(blocks.join(''));
}

function block(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return '';
  if (lines.every((line) => /^\s*[-*] +/.test(line))) return list('ul', lines, /^\s*[-*] +/);
  if (lines.every((line) => /^\s*\d+\. +/.test(line))) return list('ol', lines, /^\s*\d+\. +/);
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

function list(tag: 'ul' | 'ol', lines: readonly string[], mark: RegExp): string {
  return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${tag}>`;
}

function inline(line: string): string {
  // With a capturing group, split gives text, label, address, text, label, address, ...
  const parts = escapeHtml(line).split(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/);
  return parts.map((part, i) => (i % 3 === 0 ? emphasis(part) : i % 3 === 1 ? `<a href="${parts[i + 1] ?? ''}" rel="noopener noreferrer">${emphasis(part)}</a>` : '')).join('');
}

function emphasis(text: string): string {
  return text
    .replace(/&lt;at&gt;(.+?)&lt;\/at&gt;/g, '<strong>$1</strong>')
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '<em>$1</em>')
    .replace(/(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])/g, '<em>$1</em>');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/&#60;(\/?)at&#62;/g, '&lt;$1at&gt;');
}

function encode(html: string): string {
  return html.replace(/[\ue000-\ue013]/g, (mark) => escapeHtml(shown(mark)));
}
