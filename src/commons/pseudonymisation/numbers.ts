import type { Finding, PersonalKind } from './kinds.ts'

/** What stands before a place: what a number is, is said there. */
export const before = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - length), at).toLowerCase()

/** What a scan reads as letters where figures stand. */
export const asFigures = (text: string): string =>
  text.replaceAll(/[OoQ]/g, '0').replaceAll(/[lI|]/g, '1').replaceAll('S', '5')

export const every = (
  text: string,
  kind: PersonalKind,
  pattern: RegExp,
  holds: (found: string, at: number) => boolean,
): Finding[] =>
  [...text.matchAll(pattern)]
    .filter((match) => holds(match[0], match.index))
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length, kind }))

export const figure = '[\\dOolI]'
