/** A colour as #rrggbb, in sRGB. */
export type Hex = `#${string}`;

/** A colour where equal distances look equally different: lightness (0–1), green to red, blue to yellow. Björn Ottosson, 2020. */
export type Oklab = readonly [lightness: number, a: number, b: number];

export function isHex(text: string): text is Hex {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** Red, green and blue, 0 to 255. */
export function channelsOf(hex: Hex): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Channels beyond 0 to 255 are cut off. */
export function hexOf(channels: readonly number[]): Hex {
  return `#${channels.map((channel) => clamp(Math.round(channel), 255).toString(16).padStart(2, '0')).join('')}`;
}

/** Whether it is nearer to white than to black, to the eye. */
export function isLight(hex: Hex): boolean {
  return luminanceOf(hex) > MIDDLE;
}

/** The luminance of the grey that looks halfway between black and white. */
const MIDDLE = 0.18;

/** A mixture that looks the way between the two, with `share` (0 to 1) of the second. */
export function mix(from: Hex, to: Hex, share: number): Hex {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const end = oklabOf(to);
  const [lightness, a, b] = oklabOf(from).map((part, i) => part + ((end[i] ?? part) - part) * share) as unknown as Oklab;
  return hexOf(fromLinear(linearOf([lightness, a, b])));
}

/** How different two colours look: 0 is the same, 0.02 just told apart, 1 black and white. */
export function distance(one: Oklab, other: Oklab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

export function oklabOf(hex: Hex): Oklab {
  const [red = 0, green = 0, blue = 0] = linearChannelsOf(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Relative luminance as WCAG 2 has it: 0 is black, 1 white. */
export function luminanceOf(hex: Hex): number {
  const [red = 0, green = 0, blue = 0] = linearChannelsOf(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue as amounts of light, 0 to 1. */
export function linearChannelsOf(hex: Hex): readonly number[] {
  return channelsOf(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

/** The channels, 0 to 255, of amounts of light. */
export function fromLinear(light: readonly number[]): readonly number[] {
  return light.map((amount) => {
    const part = clamp(amount, 1);
    return 255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
  });
}

function linearOf([lightness, a, b]: Oklab): readonly number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
