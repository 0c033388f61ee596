import {
  type Finding,
  finder,
  inOneLine,
  type InOffice,
  personalData,
  wholeWords,
} from '#commons/pseudonymisation'
import type { FoundWords } from './tables.ts'

/** What is asked of the words of some points. A process beside runs this file as it is. */
export interface Looked {
  /** Of each point, its texts. */
  texts: readonly (readonly string[])[]
  office: readonly InOffice[]
  /** Others of the directory: found by their whole names, however those stand. */
  people: readonly InOffice[]
  language: 'fr' | 'nl' | 'de' | 'en'
}

/** What says who somebody is in the texts of each point: words as they are judged, each once, in the order of the text. */
export function lookedAt({ texts, office, people, language }: Looked): FoundWords[][] {
  const named = finder(people.flatMap(waysToWrite))
  return texts.map((some) => {
    // Read as one: who is named in the title is found in the text.
    const whole = some.join('\n\n')
    const found = personalData(whole, { office, language })
    const others = named(whole)
      .filter((one) => !found.some(({ from, to }) => one.from < to && from < one.to))
      .map(({ from, to }): Finding => ({ from, to, kind: 'person' }))
    return eachOnce(
      inEach(
        some,
        [...found, ...others].toSorted((a, b) => a.from - b.from),
      ),
    )
  })
}

const waysToWrite = ({ first, last }: InOffice) => {
  const upper = last.toUpperCase()
  return [`${first} ${last}`, `${last} ${first}`, `${first} ${upper}`, `${upper} ${first}`]
}

/** Of what was found in texts read as one, the words in each of them. */
function inEach(texts: readonly string[], findings: readonly Finding[]): FoundWords[] {
  const found: FoundWords[] = []
  let begins = 0
  let next = 0
  for (const text of texts) {
    const ends = begins + text.length
    while ((findings[next]?.to ?? Infinity) <= begins) next += 1
    for (let at = next; (findings[at]?.from ?? Infinity) < ends; at += 1) {
      const one = findings[at]
      if (!one) break
      const stretch = {
        from: Math.max(one.from - begins, 0),
        to: Math.min(one.to - begins, text.length),
      }
      const { from, to } = wholeWords(text, stretch)
      for (const words of cut(inOneLine(text.slice(from, to))))
        found.push({ words, kind: one.kind })
    }
    begins = ends + 2
  }
  return found
}

/** As much as one judgement holds. */
const longest = 500

function cut(words: string): string[] {
  if (words.length <= longest) return words === '' ? [] : [words]
  const at = words.lastIndexOf(' ', longest)
  const end = at > 0 ? at : longest
  return [words.slice(0, end), ...cut(words.slice(end).trim())]
}

function eachOnce(found: readonly FoundWords[]): FoundWords[] {
  const known = new Map<string, FoundWords>()
  for (const one of found) if (!known.has(one.words)) known.set(one.words, one)
  return [...known.values()]
}
