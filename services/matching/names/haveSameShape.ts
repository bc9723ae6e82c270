/** What the eye sees in two texts without spaces: "rn" for "m", "vv" for "w", 0 for o, 1, i and | for l, 5 for s. True as well for equal texts. */
export function haveSameShape(left: string, right: string): boolean {
  let leftAt = 0;
  let rightAt = 0;
  while (leftAt < left.length && rightAt < right.length) {
    if (shapeAt(left, leftAt) !== shapeAt(right, rightAt)) return false;
    leftAt += widthAt(left, leftAt);
    rightAt += widthAt(right, rightAt);
  }
  return leftAt >= left.length && rightAt >= right.length;
}

const code = (letter: string) => letter.charCodeAt(0);
const [i, l, m, n, o, r, s, v, w] = [code('i'), code('l'), code('m'), code('n'), code('o'), code('r'), code('s'), code('v'), code('w')];
const [zero, one, five, bar] = [code('0'), code('1'), code('5'), code('|')];

function shapeAt(text: string, at: number): number {
  const letter = text.charCodeAt(at);
  if (letter === one || letter === i || letter === bar) return l;
  if (letter === zero) return o;
  if (letter === five) return s;
  if (letter === r) return text.charCodeAt(at + 1) === n ? m : r;
  return letter === v && text.charCodeAt(at + 1) === v ? w : letter;
}

function widthAt(text: string, at: number): number {
  const letter = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return (letter === r && next === n) || (letter === v && next === v) ? 2 : 1;
}
