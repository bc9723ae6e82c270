/** A text with its colour and what lies behind it, nearest first, as the browser computed them: rgb(…) or rgba(…). */
export type TextOnGround = { readonly text: string; readonly colour: string; readonly grounds: readonly string[] };

type Colour = readonly [red: number, green: number, blue: number];

/** What may be behind a page that lets it through, as in a headset. */
const worlds: readonly Colour[] = [
  [0, 0, 0],
  [255, 255, 255],
];

/** WCAG 2's contrast ratio, 1-21; the worse one of a black and of a white world where nothing opaque lies behind. */
export function contrastOf({ colour, grounds }: TextOnGround): number {
  return Math.min(
    ...worlds.map((world) => {
      const ground = [...grounds].reverse().reduce(lay, world);
      const [one, other] = [luminanceOf(lay(ground, colour)), luminanceOf(ground)];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }),
  );
}

/** The colour that is seen where `above` lies on `below`. */
function lay(below: Colour, above: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = partsOf(above);
  const mix = (over: number, under: number) => over * alpha + under * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2])];
}

function partsOf(colour: string): number[] {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour)?.slice(1);
  if (!parts) throw new Error(`not a colour that is known here: ${colour}`);
  return parts.flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
