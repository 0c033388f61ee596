import { inflateRawSync } from 'node:zlib'

/** The texts in a ZIP by their path (PKWARE APPNOTE 4.3.12), as a word processor opens them. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const files = new Map<string, string>()
  let entry = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, names] = [zip.readUInt16LE(entry + 10) === 8, zip.readUInt16LE(entry + 28)]
    const name = zip.toString('utf8', entry + 46, entry + 46 + names)
    const local = zip.readUInt32LE(entry + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + zip.readUInt32LE(entry + 20))
    files.set(name, (packed ? inflateRawSync(data) : data).toString('utf8'))
    entry += 46 + names + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return files
}
