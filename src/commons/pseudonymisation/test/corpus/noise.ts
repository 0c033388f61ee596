import { isSign } from './marks.ts'
import type { Dice } from './dice.ts'

/** The contractions that words put together at random want; a name in a mark keeps its « de le ». */
export function contracted(text: string): string {
  return text
    .replace(/\bde le (?=\p{L})/gu, 'du ')
    .replace(/\bde les (?=\p{L})/gu, 'des ')
    .replace(/(?<!\p{L})à le (?=\p{L})/gu, 'au ')
    .replace(/(?<!\p{L})à les (?=\p{L})/gu, 'aux ')
    .replace(/\bde (?=un |une |avenue|allée|esplanade|impasse)/g, "d'")
    .replace(/\bde (?=des )/g, '')
}

/** Half of the acts have the curly apostrophe and the space that does not break; some lose both. */
export function typeset(dice: Dice, text: string): string {
  let out = contracted(text)
  if (dice.chance(0.2)) out = out.replace(/\b(M\.|Mme|Mmes|MM\.|Mlle|Me|n°|rue) /g, '$1\u00a0')
  if (dice.chance(0.55)) out = out.replaceAll("'", '’')
  if (dice.chance(0.5)) out = out.replace(/ (?=[:;?!»€])/g, '\u00a0').replaceAll('« ', '«\u00a0')
  return out
}

const letter = /\p{L}/u

/** Cuts a word at the end of a line; the signs of a mark may stand in it. */
function hyphenated(dice: Dice, word: string, room: number): [string, string] | undefined {
  if (/[\d@/.]/.test(word) || word.length < 7) return undefined
  const places: number[] = []
  for (let i = 3; i < Math.min(word.length - 2, room); i += 1) {
    const around = [word[i - 2], word[i - 1], word[i], word[i + 1]]
    if (around.every((one) => one !== undefined && letter.test(one))) places.push(i)
  }
  if (places.length === 0) return undefined
  const at = dice.pick(places)
  const hyphen = dice.chance(0.05) ? '\u00ad' : '-'
  return [word.slice(0, at) + hyphen, word.slice(at)]
}

/** Breaks the lines as the text layer of a PDF gives them; rows of tables stay whole. */
export function wrapped(dice: Dice, text: string, width: number): string {
  const broken = text
    .split('\n')
    .map((line) => (line.includes('\t') ? line : paragraph(dice, line, width)))
    .join('\n')
  return dice.chance(0.4) ? paged(dice, broken) : broken
}

/** The foot of a page falls between two lines, also in the middle of a sentence, but never in a mark. */
function paged(dice: Dice, text: string): string {
  const foot = dice.pick(['- 2 -', 'Page 2 sur 3', '2/3', 'Suite au verso', '\u000c'])
  let open = false
  let lines = 0
  const after = dice.int(12, 22)
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? ''
    if (isSign(one)) open = !open
    if (one !== '\n') continue
    lines += 1
    if (lines >= after && !open) return `${text.slice(0, at)}\n${foot}${text.slice(at)}`
  }
  return text
}

function paragraph(dice: Dice, line: string, width: number): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const room = width - current.length - 1
    if (current === '' || word.length <= room) {
      current = current === '' ? word : `${current} ${word}`
      continue
    }
    const cut = dice.chance(0.6) ? hyphenated(dice, word, room) : undefined
    lines.push(cut ? `${current} ${cut[0]}` : current)
    current = cut ? cut[1] : word
  }
  return [...lines, current].join('\n')
}

/** What some writers of PDF leave in a text layer that is otherwise clean: ligatures, accents apart. */
export function layered(dice: Dice, text: string): string {
  let out = text
  if (dice.chance(0.15)) out = out.replaceAll('fi', '\ufb01').replaceAll('fl', '\ufb02')
  if (dice.chance(0.08)) out = out.normalize('NFD')
  return out
}

const accents = /[\u0300-\u036f]/g

/** What a scanner makes of a letter, or the letter itself. */
function misread(dice: Dice, one: string, next: string | undefined, level: number): string {
  const may = (probability: number) => dice.chance(probability * level)
  if (one === 'l' && may(0.012)) return '1'
  if (one === '1' && may(0.02)) return 'l'
  if (one === 'I' && may(0.03)) return 'l'
  if (one === 'O' && may(0.05)) return '0'
  if (one === '0' && may(0.02)) return 'O'
  if (one === 'm' && may(0.008)) return 'rn'
  if (one === '.' && may(0.03)) return ','
  if (one === 'é' && may(0.01)) return 'è'
  if (one === 'S' && may(0.006)) return '5'
  if (one === 'c' && may(0.004)) return 'e'
  if (one === ' ' && may(0.02)) return '  '
  if (/[à-ÿÀ-Ý]/.test(one) && may(0.05)) return one.normalize('NFD').replace(accents, '')
  if (letter.test(one) && next !== undefined && letter.test(next) && may(0.004)) return `${one} `
  return one
}

/** Reads the act again as a middling scanner does. The signs of marks are not letters: they stay. */
export function scanned(dice: Dice, text: string, level: number): string {
  let out = ''
  const letters = [...text]
  for (let i = 0; i < letters.length; i += 1) {
    const one = letters[i] ?? ''
    const next = letters[i + 1]
    if (isSign(one) || one === '\n' || one === '\t') out += one
    else if (one === 'r' && next === 'n' && dice.chance(0.1 * level)) {
      out += 'm'
      i += 1
    } else out += misread(dice, one, next, level)
  }
  return out
}
