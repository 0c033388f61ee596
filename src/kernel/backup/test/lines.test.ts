import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { linesOf, packing } from '../lines.ts'

async function packed(lines: Iterable<string>): Promise<Buffer[]> {
  const files: Buffer[] = []
  const pack = packing(async (file) => void files.push(file))
  for (const line of lines) await pack.add(line)
  await pack.end()
  return files
}

async function read(file: Buffer): Promise<string[][]> {
  const all: string[][] = []
  for await (const lines of linesOf(file)) all.push(lines)
  return all
}

describe('rows of an archive', () => {
  test('long ones stand in more files, so that no house has too many of them for a backup', async () => {
    const long = (sign: string) => sign.repeat(9 * 2 ** 20)
    const files = await packed(['{}', long('a'), long('é'), long('c'), '{}'])
    expect(files).toHaveLength(2)
    const lines = (await Promise.all(files.map(read))).flat(2)
    expect(lines.map((line) => [line.length, line[0]])).toEqual([
      [2, '{'],
      [long('a').length, 'a'],
      [long('a').length, 'é'],
      [long('a').length, 'c'],
      [2, '{'],
    ])
  })

  test('short ones stand 2 000 together, and none makes no file', async () => {
    const files = await packed(Array.from({ length: 4001 }, (_, at) => String(at)))
    expect((await Promise.all(files.map(read))).flat().map((one) => one.length)).toEqual([
      2000, 2000, 1,
    ])
    expect(await packed([])).toEqual([])
  })

  test('what little bytes unpack to is not held at once: some lines at a time, and none without end', async () => {
    const many = gzipSync(`${'x'.repeat(99)}\n`.repeat(200_000))
    let most = 0
    let count = 0
    for await (const lines of linesOf(many)) {
      most = Math.max(most, lines.length)
      count += lines.length
    }
    expect({ most, count }).toEqual({ most: 2000, count: 200_000 })

    // A few hundred kilobytes that unpack to more than any row.
    const part = gzipSync(Buffer.alloc(2 ** 24, 'A'))
    const endless = Buffer.concat(Array.from({ length: 17 }, () => part))
    expect(endless.length).toBeLessThan(2 ** 19)
    await expect(read(endless)).rejects.toThrow('longer than any row')
  })

  test('that are cut or damaged throw', async () => {
    const whole = gzipSync('{"a":1}\n{"b":2}\n')
    await expect(read(whole.subarray(0, -3))).rejects.toThrow('unexpected end of file')
    await expect(read(gzipSync('{"a":1}\n{"b":'))).rejects.toThrow('the last line is cut')
    expect(await read(whole)).toEqual([['{"a":1}', '{"b":2}']])
  })
})
