/** A colour of CSS Color 4 `oklch()`: lightness 0–1, chroma, hue in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

/** The colour tokens of a scheme, with the authority's hue put in. */
export function parseTokens(
  css: string,
  scheme: 'light' | 'dark',
  hue: number,
): Map<string, Oklch> {
  const tokens = new Map<string, Oklch>()
  const one = String.raw`oklch\(([^()]*(?:var\([^()]*\))?[^()]*)\)`
  const token = new RegExp(String.raw`--([\w-]+): light-dark\(${one}, ${one}\);`, 'g')
  for (const [, name = '', light = '', dark = ''] of css.matchAll(token)) {
    const text = (scheme === 'light' ? light : dark).replace('var(--accent-h)', String(hue))
    const [l = '', c = '', h = ''] = text.split(/\s+/)
    tokens.set(name, { l: Number.parseFloat(l) / 100, c: Number(c), h: Number(h) })
  }
  return tokens
}

/** Linear sRGB of an OKLCH colour (Ottosson 2020), each channel clipped to the screen's gamut. */
function linearRgb({ l, c, h }: Oklch): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
