import { type Picture, picturesOf, type RichText, toTextWithPictures } from '#kernel/richtext'
import { picture } from '#kernel/textparts'

/** A word that stands for a picture where texts are compared: another picture is another word. */
const markOf = ({ hash }: Pick<Picture, 'hash'>) => `picture${hash}`
const marks = /\bpicture([0-9a-f]{64})\b/

/** The words of a text, its pictures among them. */
export const withMarks = (html: string): string =>
  toTextWithPictures(html as RichText, (one) => [markOf(one), one.alt].filter(Boolean).join(' ')) // As columns keep it.

/** A piece of compared texts, the pictures of these in the place of their marks; their words stand beside them. */
export function PieceOfText({ text, of }: { text: string; of: ReadonlySet<string> }) {
  // Every second part is what the parentheses took.
  return (
    <>
      {text.split(marks).map((part, at) => {
        if (at % 2 === 0) return part
        return of.has(part) ? <img src={`${picture.folder}${part}`} alt="" /> : `picture${part}`
      })}
    </>
  )
}

/** The hashes of the pictures that texts show. */
export const shownIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((html) => picturesOf(html as RichText).map(({ hash }) => hash))) // As columns keep it.
