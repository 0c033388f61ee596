import { withoutUndrawable } from './faces.ts'
import { codeOf, longestWord, tooManyMarks } from './trouble.ts'
import { written } from './written.ts'

/** Control characters other than line ends, halves of a character, what is no character: no file can keep them. */
const unkept = /(?![\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu
const endless = new RegExp(`(\\S{${longestWord}})(?=\\S)`, 'gu')

/**
 * A text as it goes to paper, which nothing makes impossible: what was kept before the house asked (`troubleIn`)
 * is printed as near to it as can be. A sign that no face has is its code, « [U+12000] », so that it is missed.
 */
export function onPaper(text: string): string {
  const plain = written(text.replaceAll('\t', ' ').replace(/\r\n?/g, '\n'))
    .replace(unkept, '')
    .replace(tooManyMarks, '$1')
    .replace(endless, '$1 ')
  return withoutUndrawable(plain, (sign) => `[${codeOf(sign)}]`)
}
