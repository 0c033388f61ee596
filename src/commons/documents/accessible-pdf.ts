/** PDF/A lists what it does not know of its own: the identifier of PDF/UA (ISO 14289-1, 5). */
const schema =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'

/** What is written where, in the metadata and in the catalogue. */
const additions: readonly (readonly [before: string, added: string])[] = [
  [' xmlns:pdfaExtension=', ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'],
  ['</rdf:Bag></pdfaExtension:schemas>', schema],
  ['<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part>'],
]

/**
 * The same PDF/A-2a, which says that it is PDF/UA-1 too and has its title shown (7.1). The compiler takes one standard
 * at a time; whether the document meets the other one is asked before. It writes metadata, catalogue and table of
 * places last and in the clear: where it does not, this throws.
 */
export function asAccessible(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const table = placeOf(text, '\nxref\n', text.length) + 1
  const catalogue = startOf(text, placeOf(text, '/Type /Catalog', table))
  const metadata = startOf(text, placeOf(text, '/Type /Metadata', catalogue))

  let xmp = text.slice(metadata, catalogue)
  const before = xmp.length
  for (const [place, added] of additions) xmp = withBefore(xmp, place, added)
  const grown = xmp.length - before
  xmp = xmp.replace(/\/Length (\d+)/, (_, length) => `/Length ${Number(length) + grown}`)

  const shown = withBefore(
    text.slice(catalogue, table),
    '/Direction /L2R',
    '/DisplayDocTitle true\n    ',
  )
  const moved = metadata + xmp.length
  const places = text
    .slice(table)
    .replace(tenFigures(catalogue), tenFigures(moved))
    .replace(/startxref\n\d+/, `startxref\n${moved + shown.length}`)
  return Buffer.concat([pdf.subarray(0, metadata), Buffer.from(xmp + shown + places, 'latin1')])
}

const tenFigures = (place: number) => String(place).padStart(10, '0')

/** Where the object begins in which this stands. */
const startOf = (text: string, within: number) => placeOf(text, ' 0 obj', within, true)

function placeOf(text: string, what: string, before: number, lineStart = false): number {
  const found = text.lastIndexOf(what, before)
  if (found < 0) throw new Error(`The PDF has no ${what.trim()} in the clear`)
  return lineStart ? text.lastIndexOf('\n', found) + 1 : found
}

function withBefore(text: string, place: string, added: string): string {
  const at = text.indexOf(place)
  if (at < 0) throw new Error(`The PDF has no ${place.trim()} where it is expected`)
  return text.slice(0, at) + added + text.slice(at)
}
