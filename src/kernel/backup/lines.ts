import { createGunzip, gzipSync } from 'node:zlib'

/** How many rows stand together, at most; and of how many bytes, but for the last one. */
const together = { rows: 2000, bytes: 2 ** 24 }

/** What PostgreSQL keeps in one value of JSON: no row of the house is longer. */
const longest = 2 ** 28

const lineEnd = 10

/** Packs lines as they come into files of an archive, each small enough to be held, however long the lines are. */
export function packing(write: (packed: Buffer) => Promise<void>) {
  let lines: string[] = []
  let size = 0
  const flush = async () => {
    const packed = gzipSync(lines.join(''))
    lines = []
    size = 0
    await write(packed)
  }
  return {
    add: async (line: string) => {
      lines.push(`${line}\n`)
      size += line.length
      if (lines.length === together.rows || size >= together.bytes) await flush()
    },
    end: async () => {
      if (lines.length > 0) await flush()
    },
  }
}

/**
 * The lines of a packed file, some at a time: what little bytes unpack to need not be held at once. Throws where it does not
 * unpack, where a line is longer than the house has any, and where the last is cut.
 */
export async function* linesOf(packed: Buffer): AsyncGenerator<string[]> {
  const unpacking = createGunzip({ chunkSize: 2 ** 16 })
  unpacking.end(packed)
  let lines: string[] = []
  let size = 0
  let begun: Buffer[] = []
  let begunSize = 0
  for await (const piece of unpacking as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd, from)) {
      const line = Buffer.concat([...begun, piece.subarray(from, end)])
      begun = []
      begunSize = 0
      from = end + 1
      lines.push(line.toString())
      size += line.length
      if (lines.length === together.rows || size >= together.bytes) {
        yield lines
        lines = []
        size = 0
      }
    }
    begun.push(piece.subarray(from))
    begunSize += piece.length - from
    if (begunSize > longest) throw new Error('a line is longer than any row')
  }
  if (begunSize > 0) throw new Error('the last line is cut')
  if (lines.length > 0) yield lines
}
