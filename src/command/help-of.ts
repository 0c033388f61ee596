import { help } from './help.ts'

/** What is said of the commands that begin as these words do, else that speak of them all; else which commands there are. */
export function helpOf(words: readonly string[]): string {
  const parts = help.split('\n\n')
  for (const length of [2, 1]) {
    const begins = `beffroi ${words.slice(0, length).join(' ')} `
    const own = parts.filter((part) => part.split('\n').some((one) => `${one} `.startsWith(begins)))
    if (own.length > 0) return own.join('\n\n')
  }
  const asked = words.map((one) => one.toLowerCase())
  const speaking = parts.filter((part) => asked.every((one) => part.toLowerCase().includes(one)))
  if (speaking.length > 0) return speaking.join('\n\n')
  const firsts = [...help.matchAll(/^beffroi (\w+)/gm)].map(([, first = '']) => first)
  return `Commands: ${[...new Set(firsts)].join(', ')}.\n« beffroi help WORDS » says more of those that begin with WORDS, or speak of them.`
}
