// Plain TypeScript that imports nothing of ours: processes that make files load it as it is.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Places after the comma of a share: none for 54 %, one for 62,5 %. */
const percentage = [
  '<number:percentage-style style:name="Nnum-pct1">',
  '<number:number number:min-decimal-places="0" number:decimal-places="2" number:min-integer-digits="1"/>',
  '<number:text>\u00A0%</number:text></number:percentage-style>',
].join('')

const euros = [
  '<number:currency-style style:name="Nnum-eur2" number:language="fr" number:country="BE">',
  '<number:number number:decimal-places="2" number:min-decimal-places="2" number:grouping="true" number:min-integer-digits="1"/>',
  '<number:text>\u00A0</number:text>',
  '<number:currency-symbol number:language="fr" number:country="BE">€</number:currency-symbol>',
  '</number:currency-style>',
].join('')

const part = (name: string) => `<number:${name} number:style="long"/>`
const then = (sign: string) => `<number:text>${sign}</number:text>`
const moment = [
  '<number:date-style style:name="Ndate-dt">',
  part('day') + then('/') + part('month') + then('/') + part('year'),
  then(' ') + part('hours') + then(':') + part('minutes'),
  '</number:date-style>',
].join('')

/** A4, all columns on one page: a label is not parted from what it says. */
const page = (landscape: boolean) => {
  const [width, height, way] = landscape ? [29.7, 21, 'landscape'] : [21, 29.7, 'portrait']
  return [
    '<style:page-layout-properties',
    `fo:page-width="${width}cm" fo:page-height="${height}cm" style:print-orientation="${way}"`,
    'fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/>',
  ].join(' ')
}

/** The bytes of an ODS in which shares, euros and moments are what they are, and that prints as it is read. */
export function finished(bytes: Uint8Array, landscape: boolean): Uint8Array {
  const { mimetype, ...parts } = unzipSync(bytes)
  const changed = (name: string, change: (xml: string) => string) => {
    parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())))
  }
  changed('content.xml', withStyles)
  changed('styles.xml', (xml) => xml.replace('<style:page-layout-properties/>', page(landscape)))
  // First, and as it is: programs tell by it what the file is (ODF 1.3 part 2, 3.3).
  const all: Zippable = { mimetype: [mimetype ?? new Uint8Array(), { level: 0 }], ...parts }
  return zipSync(all)
}

const withStyles = (xml: string) =>
  xml
    .replace(/<number:number-style style:name="Nnum-pct1">.*?<\/number:number-style>/s, percentage)
    .replace(/<number:currency-style style:name="Nnum-eur2">.*?<\/number:currency-style>/s, euros)
    .replace(/<number:date-style style:name="Ndate-dt">.*?<\/number:date-style>/s, moment)
