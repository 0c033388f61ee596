import { closeSync, openSync, readSync } from 'node:fs'

/** Whether every one of these characters has a form. */
export type Coverage = (codes: readonly number[]) => boolean

const lastCharacter = 0x10ffff

/**
 * Which characters all of these files of fonts draw, by their own tables (`cmap` of OpenType, formats 4 and 12). One
 * for private use is drawn by none: it means what the font of its author made of it, and PDF/A forbids it.
 */
export function coverageOf(files: readonly string[]): Coverage {
  const cuts = files.map((file) => charactersOf(cmapOf(file)))
  return (codes) =>
    codes.every(
      (code) =>
        !isPrivate(code) && cuts.every((bits) => ((bits[code >> 3] ?? 0) >> (code & 7)) & 1),
    )
}

const isPrivate = (code: number) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000

function cmapOf(file: string): DataView {
  const font = openSync(file, 'r')
  try {
    const part = (at: number, length: number): DataView<ArrayBuffer> => {
      const bytes = new Uint8Array(length)
      readSync(font, bytes, { length, position: at })
      return new DataView(bytes.buffer)
    }
    const tables = part(12, part(4, 2).getUint16(0) * 16)
    for (let at = 0; at < tables.byteLength; at += 16) {
      if (tables.getUint32(at) === 0x636d6170) {
        return part(tables.getUint32(at + 8), tables.getUint32(at + 12))
      }
    }
    throw new Error(`${file} draws no characters`)
  } finally {
    closeSync(font)
  }
}

/** A bit for each character. */
function charactersOf(cmap: DataView): Uint8Array {
  const bits = new Uint8Array((lastCharacter >> 3) + 1)
  const mark = (code: number) => {
    bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7))
  }
  for (let record = 0; record < cmap.getUint16(2); record++) {
    const at = cmap.getUint32(4 + record * 8 + 4)
    const format = cmap.getUint16(at)
    if (format === 4) markSegments(cmap, at, mark)
    if (format === 12) markGroups(cmap, at, mark)
  }
  return bits
}

function markGroups(cmap: DataView, at: number, mark: (code: number) => void): void {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const [first, last, glyph] = [0, 4, 8].map((from) =>
      cmap.getUint32(at + 16 + group * 12 + from),
    )
    for (let code = first ?? 0; code <= (last ?? -1); code++) {
      if ((glyph ?? 0) + code - (first ?? 0) !== 0) mark(code)
    }
  }
}

function markSegments(cmap: DataView, at: number, mark: (code: number) => void): void {
  const size = cmap.getUint16(at + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const last = cmap.getUint16(at + 14 + segment)
    const first = cmap.getUint16(at + 16 + size + segment)
    const delta = cmap.getUint16(at + 16 + 2 * size + segment)
    const where = at + 16 + 3 * size + segment
    const offset = cmap.getUint16(where)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const given = offset === 0 ? code : cmap.getUint16(where + offset + 2 * (code - first))
      if (given !== 0 && ((given + delta) & 0xffff) !== 0) mark(code)
    }
  }
}
