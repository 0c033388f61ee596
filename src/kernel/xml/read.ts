import { aLot, aside, TooMuch } from '#kernel/aside'
import { parseXml, type XmlReading, type XmlSource } from './parse.ts'

/**
 * Reads a document, which may come from anybody: nothing is fetched, a DOCTYPE is refused and with
 * it every entity. With the text of a schema (XSD 1.0, complete in itself) it is validated too; one
 * text is compiled once and kept, so schemas are constants. Throws only where the schema is wrong. A large one is read
 * beside the process that answers, and is too large where that takes too long.
 */
export async function readXml(bytes: Uint8Array, schema?: string): Promise<XmlReading> {
  const source: XmlSource = { bytes, schema }
  if (bytes.length < aLot) return parseXml(source)
  try {
    return await aside('kernel/xml/parse.ts', 'parseXml', source)
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    const message = 'It takes too much time or memory'
    return { ok: false, problems: [{ kind: 'too_large', line: 0, message, path: '' }] }
  }
}
