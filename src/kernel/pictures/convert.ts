import type { Metadata } from 'sharp'
import { type PictureType, pictureTypeOf } from './type.ts'

/** Of a picture as it is sent, in bytes. */
export const mostBytes = 10_000_000
/** As many as a good camera takes; what says to have more is refused before any of them is decoded. */
export const mostPixels = 50_000_000
/** On paper, 300 dots an inch over the width of a page; more is made smaller. */
const widest = 2000
/** In seconds. */
const longest = 10

/** Why a picture is not taken. */
export type Refusal = 'empty' | 'too_large' | 'drawing' | 'unknown' | 'too_many_pixels' | 'damaged'

/** A picture as the house keeps it. */
export interface Converted {
  bytes: Uint8Array
  type: PictureType
}

/** Loaded with the first picture. One at a time, on one thread, and nothing kept between: memory stays bounded. */
async function library() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

let before: Promise<unknown> = Promise.resolve()

/**
 * A picture as every page, PDF and DOCX can show it: PNG or JPEG, upright, at most `most` pixels wide or high (2000 unless told), without
 * what a camera writes besides (places, names, thumbnails). Of one that moves, the first picture. It is decoded whole
 * here, so that none which is kept can fail later.
 */
export async function converted(
  bytes: Uint8Array,
  most: number = widest,
): Promise<Converted | Refusal> {
  const wrong = wrongAtSight(bytes)
  if (wrong) return wrong
  const turn = before.then(() => convert(bytes, most))
  before = turn.catch(() => {})
  return turn
}

function wrongAtSight(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > mostBytes) return 'too_large'
  const type = pictureTypeOf(bytes)
  if (type === 'svg') return 'drawing'
  return type === undefined ? 'unknown' : undefined
}

async function convert(bytes: Uint8Array, most: number): Promise<Converted | Refusal> {
  const sharp = await library()
  // Its header alone is read: what it says of its size is compared before anything is decoded.
  const found = await sharp(bytes, { limitInputPixels: false, pages: 1 })
    .metadata()
    .catch(() => null)
  if (!found) return 'damaged'
  if (found.width * found.height > mostPixels) return 'too_many_pixels'
  const small = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .timeout({ seconds: longest })
    .autoOrient()
    .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const photo = isPhoto(found)
  const made = await (photo ? small.jpeg({ quality: 85 }) : small.png({ compressionLevel: 9 }))
    .toBuffer()
    .catch(() => null)
  if (!made) return 'damaged'
  return { bytes: made, type: photo ? 'image/jpeg' : 'image/png' }
}

/** What lost nothing until now loses nothing here; a photograph as PNG would weigh ten times as much. */
const isPhoto = ({ hasAlpha, format }: Metadata) =>
  format === 'jpeg' || (format === 'webp' && !hasAlpha)
