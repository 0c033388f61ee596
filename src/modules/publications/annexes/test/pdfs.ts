import { deflateSync } from 'node:zlib'

/** A PDF as programs write it, for what is found in it. */
interface Sketch {
  /** The operators of its pages, to which the font /F1 and the layer /L1 (object 100) are known. */
  pages: string[]
  /** Entries of the catalogue. */
  catalogue?: string
  /** Objects besides, from number 100. */
  objects?: string[]
  /** Fonts besides /F1. */
  fonts?: string
  /** Entries of each page. */
  page?: string
  /** Entries of the trailer. */
  trailer?: string
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

export function pdfOf({
  pages,
  catalogue = '',
  objects = [],
  page = '',
  fonts = '',
  trailer = '',
}: Sketch) {
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ')
  const sheets = pages.map((operators, at) => {
    const stream = deflateSync(Buffer.from(operators, 'latin1')).toString('latin1')
    return `${10 + at * 2} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${11 + at * 2} 0 R
/Resources<</Font<</F1 5 0 R${fonts}>>/Properties<</L1 100 0 R>>>>${page}>> endobj
${11 + at * 2} 0 obj <</Length ${stream.length}/Filter/FlateDecode>> stream
${stream}
endstream endobj`
  })
  return latin1(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R${catalogue}>> endobj
2 0 obj <</Type/Pages/Kids[${kids}]/Count ${pages.length}>> endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj
${sheets.join('\n')}
${objects.map((one, at) => `${100 + at} 0 obj ${one} endobj`).join('\n')}
trailer <</Root 1 0 R${trailer}>>
%%EOF
`)
}

/** The same file with a page that a program put in the place of the first one, as it saves what was changed: the old one is still in it. */
export const revised = (before: Uint8Array, operators: string): Uint8Array =>
  Buffer.concat([
    before,
    latin1(`11 0 obj <</Length ${operators.length}>> stream
${operators}
endstream endobj
trailer <</Root 1 0 R>>
%%EOF
`),
  ])

/** A page with these lines. */
export const linesOf = (...lines: string[]): string =>
  `BT /F1 12 Tf 72 720 Td ${lines.map((line) => `(${line}) Tj 0 -20 Td`).join(' ')} ET`

const stretched = (bytes: string) =>
  `q 595 0 0 842 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G ID ${bytes} EI Q`

/** A page that was scanned, to which a program added the words of its foot. */
export const scanned = pdfOf({
  pages: [`${stretched('\xf0\xe0\xf0\xff'.repeat(4))} ${linesOf('Page 1 de 1')}`],
})

/** A page of which a machine reads other letters than those that it draws. */
export const misread = (words: string) => {
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <7E> <002D> endbfrange endcmap end`
  return pdfOf({
    pages: [`${linesOf('Le budget est de 500 euros.')} BT /F2 12 Tf 72 500 Td (${words}) Tj ET`],
    fonts: '/F2 100 0 R',
    objects: [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 101 0 R>>',
      `<</Length ${map.length}>> stream\n${map}\nendstream`,
    ],
  })
}

/** A page with letters that were only drawn, as outlines of no font. */
export const outlined = pdfOf({
  pages: [
    `${linesOf('Note')} ${Array.from({ length: 40 }, (_, at) => `${72 + (at % 20) * 12} ${500 - Math.floor(at / 20) * 20} 2 10 re f`).join(' ')}`,
  ],
})

/** A page on which something is drawn and nothing is written. */
export const drawing = '0.2 0.4 0.8 rg 100 300 200 150 re f'

/** What whoever opens it needs a password for (ISO 32000-1, 7.6). */
export const encrypted = pdfOf({
  pages: [linesOf('Rien')],
  objects: [`<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>`],
  trailer: '/Encrypt 100 0 R/ID[<00><00>]',
})
