import { strToU8, zipSync } from 'fflate'

/** Bytes of files as programs write them, for what is read of them. */
const bytes = (text: string) => new TextEncoder().encode(text)

/** A PDF of one page with these lines. */
export function pdfOf(...lines: string[]): Uint8Array {
  const shown = lines.map((line) => `(${line}) Tj 0 -16 Td`).join('\n')
  const content = `BT /F1 12 Tf 72 720 Td\n${shown}\nET`
  return bytes(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj
trailer <</Root 1 0 R>>
%%EOF`)
}

const word = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`

/** A text of Word whose words are spread over runs, with what was struck out beside them. */
export const docxOf = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(word(body)),
  })

/** A text of LibreOffice. */
export const odtOf = (body: string): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<office:document-content><office:body>${body}</office:body></office:document-content>`,
    ),
  })

/** A text of Word that unfolds to more than is read of one (20 MB). */
export const bomb = (): Uint8Array =>
  zipSync({ 'word/document.xml': new Uint8Array(21_000_000).fill(97) })
