import type { Stretch } from '#kernel/richtext'

/** Words found in a text: where they stand in it, and which they are. */
export interface Standing extends Stretch {
  words: string
}

/** Words as they are judged: on one line, whatever breaks them where they stand. */
export const inOneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim()

const part = /[\p{L}\p{M}\p{N}]+|\S/gu
const inWord = /^[\p{L}\p{M}\p{N}]/u

/**
 * Finds words wherever they stand as such in a text, across lines and cells: never a part of a longer word, also where two overlap. Goes
 * over each text once.
 */
export function finder(all: Iterable<string>): (text: string) => Standing[] {
  const beginning = new Map<string, string[]>()
  for (const words of new Set(all)) {
    const [first] = words.match(part) ?? []
    if (first === undefined) continue
    const same = beginning.get(first) ?? []
    same.push(words)
    beginning.set(first, same)
  }
  if (beginning.size === 0) return () => []
  return (text) => {
    const { line, places } = laidInOneLine(text)
    return [...line.matchAll(part)].flatMap(({ 0: first, index: from }) =>
      (beginning.get(first) ?? []).flatMap((words) => {
        const to = from + words.length
        if (!line.startsWith(words, from) || runsOn(line, to)) return []
        return [{ words, from: places[from] ?? 0, to: (places[to - 1] ?? 0) + 1 }]
      }),
    )
  }
}

/** Whether the word before this place goes on after it. */
const runsOn = (text: string, at: number) =>
  inWord.test(text.slice(at - 1, at)) && inWord.test(text.slice(at, at + 2))

/** A text in one line, and where each of its signs stood. */
function laidInOneLine(text: string): { line: string; places: number[] } {
  const places: number[] = []
  const signs: string[] = []
  let space = true
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    const isSpace = /\s/.test(sign)
    if (!(isSpace && space)) {
      signs.push(isSpace ? ' ' : sign)
      places.push(at)
    }
    space = isSpace
  }
  return { line: signs.join(''), places }
}

/** A stretch as far as the words reach that it begins and ends in. */
export function wholeWords(text: string, { from, to }: Stretch): Stretch {
  let [begin, end] = [from, to]
  while (begin > 0 && inWord.test(text[begin - 1] ?? '') && inWord.test(text[begin] ?? ''))
    begin -= 1
  while (end < text.length && inWord.test(text[end] ?? '') && inWord.test(text[end - 1] ?? ''))
    end += 1
  return { from: begin, to: end }
}

/**
 * What of a text is masked: each word that is, but where it stands within longer ones that were kept as they are (« Jean Thys » kept,
 * « Thys » masked). In order, none overlaps another.
 */
export function maskedIn(
  text: string,
  find: (text: string) => Standing[],
  isMasked: (words: string) => boolean,
): Stretch[] {
  const sorted = find(text).toSorted((a, b) => a.from - b.from || b.to - a.to)
  const left: Stretch[] = []
  let kept = -1
  for (const { words, from, to } of sorted) {
    if (!isMasked(words)) kept = Math.max(kept, to)
    else if (to > kept) {
      const last = left.at(-1)
      if (last && from <= last.to) last.to = Math.max(last.to, to)
      else left.push({ from, to })
    }
  }
  return left
}
