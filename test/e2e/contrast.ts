/** A text with its colour and the first opaque colour behind it, as the browser computed them: rgb(…). */
export type TextPair = { readonly text: string; readonly colour: string; readonly background: string };

/** WCAG 2's contrast ratio, 1-21. */
export function contrastOf({ colour, background }: TextPair): number {
  const [one, other] = [luminanceOf(colour), luminanceOf(background)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminanceOf(colour: string): number {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1);
  if (!parts) throw new Error(`not an opaque colour: ${colour}`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
