import type { Finding } from './kinds.ts'
import { spelt } from './plausible.ts'

/** A text as a reader hears it: no line ends in sentences, no hyphens at their ends, letters whole. */
export interface Flat {
  text: string
  /** A finding of the flat text, where it stands in the text that was given. */
  told: (finding: Finding) => Finding
}

const blank = /^[ \u00A0\u2000-\u200A\u202F\u205F\u3000]$/
const unseen = /^[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\r\f\v]$/
const mark = /^[\u0300-\u036F]$/
const same: Readonly<Record<string, string>> = {
  ...{ '\uFB00': 'ff', '\uFB01': 'fi', '\uFB02': 'fl', '\uFB03': 'ffi', '\uFB04': 'ffl' },
  ...{ '’': "'", '‘': "'", ʼ: "'", '′': "'", '‐': '-', '‑': '-', '−': '-', '—': '–' },
}
/** The foot of a page, which falls into sentences: « Page 2 sur 3 », « - 2 - ». */
const foot =
  /^(?:-\s?\d{1,4}\s?-|(?:page|blz\.?|seite|p\.)?\s?\d{1,4}\s?(?:\/|sur|van|von|de)\s?\d{1,4}|page\s\d{1,4}|suite au verso|\.{3}\/\.{3})$/i
const listed =
  /^\s*(?:[-•*–▪·]\s|\d{1,3}[.)°]\s|[a-z]\)\s|art(?:icle|\.)|considérant|vu\s|attendu)/i
const abbreviated = /(?:^|[\s(,.-])(?:\p{L}|MM|Mme|Mmes|Mlle|Mr|Me|Dr|St|Ste|n°|bte|av|bd|tél)\.?$/u

const unended =
  /(?:^|\s)(?:[àa]|de|du|des|la|le|les|et|au|aux|en|par|pour|van|von|der|te|bus|bo[iî]te|und)$|,$/iu

/** How a line goes into the next one: cut in a word, in a sentence, or not at all. */
function seam(before: string, after: string): 'word' | 'hyphen' | 'sentence' | 'end' {
  if (before.includes('\t') || after.includes('\t') || /^\s*$/.test(after)) return 'end'
  const end = before.slice(-30).trimEnd()
  const start = after.slice(0, 30)
  const cut = /(\p{L})\p{M}*[-\u00AD]$/u.exec(end)
  if (cut && /^\s*\p{L}/u.test(start)) {
    if (end.endsWith('\u00AD')) return 'word'
    if (/^\s*\p{Ll}/u.test(start)) return 'word'
    return /\p{Lu}\p{M}*\p{Lu}\p{M}*-$/u.test(end) ? 'word' : 'hyphen'
  }
  if (listed.test(start)) return 'end'
  if (/^\s*\p{Ll}/u.test(start)) return 'sentence'
  if (abbreviated.test(end) || unended.test(end)) return 'sentence'
  if (/[.;:!?]$/.test(end)) return 'end'
  return before.length >= 45 ? 'sentence' : 'end'
}

/** A text laid flat; each of its signs knows where it came from. */
export function flat(text: string): Flat {
  const starts: number[] = []
  const ends: number[] = []
  const signs: string[] = []
  const put = (sign: string, from: number, to: number) => {
    for (const one of sign) {
      signs.push(one)
      starts.push(from)
      ends.push(to)
    }
  }
  const line = (from: number, words: string) => {
    const joined = seamsIn(words)
    for (let at = 0; at < words.length; at += 1) {
      const sign = words[at] ?? ''
      const place = from + at
      if (joined.has(at)) continue
      if (blank.test(sign)) {
        if (signs.at(-1) !== ' ' && signs.at(-1) !== '\n') put(' ', place, place + 1)
      } else if (mark.test(sign)) {
        const whole = `${signs.at(-1) ?? ''}${sign}`.normalize('NFC')
        if (whole.length === 1) signs[signs.length - 1] = whole
        if (ends.length > 0) ends[ends.length - 1] = place + 1
      } else if (!unseen.test(sign)) put(same[sign] ?? sign, place, place + 1)
    }
  }
  let last: { words: string; to: number } | undefined
  let at = 0
  for (const words of text.split('\n')) {
    const from = at
    at += words.length + 1
    if (last && words.length < 40 && (foot.test(words.trim()) || words === '\f')) continue
    if (last) {
      const kind = seam(last.words, words)
      if (kind !== 'end') while (signs.at(-1) === ' ') drop()
      if (kind === 'word' && signs.at(-1) === '-') drop()
      if (kind === 'sentence') put(' ', last.to, from)
      if (kind === 'end') put('\n', last.to, last.to + 1)
    }
    line(from, words)
    last = { words, to: from + words.length }
  }
  function drop() {
    for (const each of [signs, starts, ends]) each.pop()
  }
  return {
    text: signs.join(''),
    told: ({ from, to, kind }) => ({ from: starts[from] ?? 0, to: ends[to - 1] ?? 0, kind }),
  }
}

/** Of most lines it is known at once that no letters stand apart in them. */
const apart = /[ \u00A0]\S[ \u00A0]{1,3}\S[ \u00A0]/

/** The blanks in words whose letters stand apart: a wider one stands between two words, and so does one before a capital (« J e a n T h y s »). */
function seamsIn(line: string): ReadonlySet<number> {
  const seams = new Set<number>()
  if (!apart.test(line)) return seams
  for (const { 0: run, index } of line.matchAll(spelt))
    for (const { 0: gap, index: at } of run.matchAll(/[ \u00A0]+/g)) {
      const around = `${run[at - 1] ?? ''}${run[at + 1] ?? ''}`
      if (gap.length === 1 && !/^\p{Ll}\p{Lu}$/u.test(around)) seams.add(index + at)
    }
  return seams
}
