/** A piece of a text, and whether it is a word that was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

/**
 * A text in pieces: words that begin like one of these stems (in small letters, without accents) stand apart,
 * to be marked.
 */
export function marked(text: string, stems: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]+/gu)) {
    const asRead = plain(word)
    if (!stems.some((stem) => asRead.startsWith(stem))) continue
    if (index > end) pieces.push({ text: text.slice(end, index), hit: false })
    pieces.push({ text: word, hit: true })
    end = index + word.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false })
  return pieces
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' }

// Most words are of letters that are plain already.
const plain = (word: string) => (/^[\x20-\x7E]*$/.test(word) ? word.toLowerCase() : read(word))

const read = (word: string) =>
  word
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u00AD\u200B-\u200D]/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøł]/g, (sign) => ligatures[sign] ?? sign)

/** The passage of a text as it is shown: whole words, with dots where it goes on. */
export function whole(passage: string): string {
  const line = passage.trim().replaceAll(/\s+/g, (blank) => (blank.includes('\n') ? ' · ' : ' '))
  const cut = line.length > 200 ? `${line.slice(0, 230).replace(/\s\S*$/, '')}…` : line
  return /^[\p{Ll}\p{N}]/u.test(cut) ? `… ${cut.replace(/^\S*\s/, '')}` : cut
}
