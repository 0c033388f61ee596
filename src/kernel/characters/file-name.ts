import { onPaper } from './paper.ts'

const nothingSeen = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/**
 * The name of a file that came from outside, as the house keeps and shows it: one line, in the one form of what reads
 * the same, with nothing that turns it around (`abc<U+202E>fdp.exe` would read as `abcexe.pdf`). A sign that no face has
 * is its code. Empty where nothing of it is seen.
 */
export function fileName(name: string): string {
  const plain = onPaper(name).replace(/\s+/g, ' ').trim()
  return nothingSeen.test(plain) ? '' : plain
}
