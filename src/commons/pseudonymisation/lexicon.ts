import { readFileSync } from 'node:fs'
import { folded } from '#kernel/i18n'

/**
 * Whether a word is one of the French language, and not a name by its writing: those that the dictionary of Grammalecte
 * (npm `dictionary-fr`) writes small, in all their forms, without their accents. Read once, when it is first asked.
 */
export function isFrench(key: string): boolean {
  lexicon ??= read()
  if (key.length > 30) return false
  if (lexicon.words.has(key)) return true
  for (let length = 0; length <= Math.min(key.length, longestEnding); length += 1) {
    const stem = key.slice(0, key.length - length)
    for (const [taken, flags] of lexicon.endings.get(key.slice(key.length - length)) ?? []) {
      const word = lexicon.words.get(stem + taken)
      if (word && flags.some((flag) => word.includes(flag))) return true
    }
  }
  return false
}

interface Lexicon {
  /** Each word with the flags of the endings that it takes, a space before each. */
  words: Map<string, string>
  /** By what they add: what they take off, and their flags. */
  endings: Map<string, Map<string, string[]>>
}

const longestEnding = 8
let lexicon: Lexicon | undefined

/** Reads the two files of Hunspell: flags of two signs; « SFX flag taken added/more condition ». */
function read(): Lexicon {
  const place = import.meta.resolve('dictionary-fr')
  const lines = (name: string) => readFileSync(new URL(name, place), 'utf8').split('\n')
  const words: Lexicon['words'] = new Map()
  for (const line of lines('index.dic')) {
    const [word = '', flags = ''] = line.split('/')
    if (!/^\p{Ll}/u.test(word)) continue
    const key = bare(word)
    words.set(key, `${words.get(key) ?? ''}${flags.replaceAll(/../g, ' $&')}`)
  }
  const endings: Lexicon['endings'] = new Map()
  for (const line of lines('index.aff')) {
    const [kind, flag, taken, added] = line.split(/\s+/, 4)
    if (kind !== 'SFX' || !flag || !taken || !added || /^\d+$/.test(added)) continue
    const ending = bare(added.split('/')[0] ?? '').replace(/^0$/, '')
    if (ending.length > longestEnding) continue
    const known = endings.get(ending) ?? new Map<string, string[]>()
    const stripped = taken === '0' ? '' : bare(taken)
    const flags = known.get(stripped) ?? []
    if (!flags.includes(` ${flag}`)) known.set(stripped, [...flags, ` ${flag}`])
    endings.set(ending, known)
  }
  return { words, endings }
}

const bare = (word: string): string => (/^[a-z'-]*$/.test(word) ? word : folded(word))
