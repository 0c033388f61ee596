import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { converted } from '../convert.ts'
import { pictureSize, pictureTypeOf } from '../type.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#345' } })

const taken = async (bytes: Uint8Array) => {
  const made = await converted(bytes)
  if (typeof made === 'string') throw new Error(made)
  return made
}

/** A PNG that says to be so large, of a few bytes. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a picture of a text (T2)', () => {
  test('is kept as PNG or JPEG, whatever it came as, no larger than paper shows', async () => {
    for (const [format, type] of [
      ['png', 'image/png'],
      ['gif', 'image/png'],
      ['jpeg', 'image/jpeg'],
      ['webp', 'image/jpeg'],
    ] as const) {
      const made = await taken(await plain(60, 40).toFormat(format).toBuffer())
      expect([format, made.type]).toEqual([format, type])
      expect(pictureSize(made.bytes)).toEqual({ width: 60, height: 40 })
    }
    const large = await taken(await plain(4000, 1000).png().toBuffer())
    expect(pictureSize(large.bytes)).toEqual({ width: 2000, height: 500 })
  })

  test('says neither where nor by whom it was taken, and stands upright', async () => {
    const sent = await plain(60, 40)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Alix Terval' }, IFD3: { GPSLatitude: '50/1 27/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { bytes } = await taken(sent)
    expect(Buffer.from(bytes).includes('Terval')).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    expect(pictureSize(bytes)).toEqual({ width: 40, height: 60 })
  })

  test('is refused for what it is, before any of it is decoded', async () => {
    const png = await plain(600, 400).png().toBuffer()
    const noise = await sharp(
      Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 97) % 251)),
      {
        raw: { width: 100, height: 100, channels: 3 },
      },
    )
      .png()
      .toBuffer()
    expect(await converted(new Uint8Array())).toBe('empty')
    expect(await converted(new Uint8Array(10_000_001))).toBe('too_large')
    expect(
      await converted(Buffer.from('<?xml version="1.0"?><svg xmlns="x"><script/></svg>')),
    ).toBe('drawing')
    expect(await converted(Buffer.from('%PDF-1.7'))).toBe('unknown')
    expect(await converted(bomb(60_000, 60_000))).toBe('too_many_pixels')
    expect(await converted(noise.subarray(0, noise.length / 2))).toBe('damaged')
    expect(await converted(bomb(20, 20))).toBe('damaged')
    expect(pictureTypeOf(png)).toBe('png')
  })
})
