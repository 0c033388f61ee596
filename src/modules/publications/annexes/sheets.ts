import { onPaper } from '#kernel/characters'
import { language } from '#kernel/i18n'
import { authorityKey, inItsLanguage } from '#kernel/tenancy'
import { setOnPress } from '#commons/documents'
import type { Sheet } from '#commons/pseudonymisation'

/** In milliseconds. */
const longest = 50_000

/**
 * A PDF/A-2a of pages that were drawn anew, tagged and titled, with the words of each over its picture. Nothing of the file that they were
 * drawn from is in it. Throws `PressFailure`.
 */
export function setSheets(sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  const named = sheets.map((sheet, at) => ({ ...sheet, name: `sheet-${at}` }))
  return setOnPress(
    {
      ...{ format: 'pdf', template: 'modules/publications/annexes/sheets.typ', standard: 'a-2a' },
      input: JSON.stringify({
        title: onPaper(title),
        language: inItsLanguage(language),
        sheets: named.map(({ width, height, name: picture, lines }) => ({
          ...{ width, height, picture },
          lines: lines.map((line) => ({ ...line, text: onPaper(line.text) })),
        })),
      }),
      // When it was made says nothing of it: the same pages give the same bytes.
      createdAt: 0,
      pictures: new Map(
        named.map(({ name, picture: bytes }) => [
          name,
          { bytes, width: 0, height: 0, isPhoto: true },
        ]),
      ),
    },
    authorityKey(),
    longest,
  )
}
