import { nameOn, tenant } from '#kernel/tenancy'
import { remark } from '#commons/records'
import { type Setting, settled } from '#commons/settings'
import type { Letterhead } from './typeset.ts'

/** How an authority is reached, as its paper says it: a line each for telephone, e-mail, site. */
export const contact: Setting<string> = {
  name: 'documents.contact',
  field: remark(300, { label: 'documents.contact', help: 'documents.contact.help' }, 3),
  initial: '',
}

/**
 * The paper of the current authority: its name, arms, address and colour, how to reach it. What tells of a day bears the
 * name of that day.
 */
export async function letterhead(on?: Temporal.PlainDate): Promise<Letterhead> {
  const { arms, address, hue } = tenant()
  const name = on ? await nameOn(on) : tenant().name
  const lines = (await settled(contact)).split('\n').map((line) => line.trim())
  const reached = lines.filter((line) => line !== '')
  return { authority: name, arms, address: [...address, ...reached], accent: accentOf(hue) }
}

/** The same as far as everybody may read it, without a row of the authority. */
export function openLetterhead(): Letterhead {
  const { name, arms, address, hue } = tenant()
  return { authority: name, arms, address, accent: accentOf(hue) }
}

/**
 * The accent of pages (OKLCH 44 % .11, a hue in degrees) as sRGB, which print takes: Björn Ottosson,
 * "A perceptual color space for image processing".
 */
function accentOf(hue: number): string {
  const [lightness, chroma] = [0.44, 0.11]
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${linear.map((part) => hex(encoded(part))).join('')}`
}

const encoded = (part: number) =>
  part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055

const hex = (part: number) =>
  Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0')
