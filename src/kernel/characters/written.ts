/** Nothing to do: the letters of western Europe in their composed form, and common signs. */
const usual = /^[\t\n\r -~\u00A0-\u00AC\u00AE-\u017F\u2010-\u2027\u202F\u20AC]*$/

/** What word processors mean by characters for private use (the fonts Symbol and Wingdings). */
const symbols: Readonly<Record<string, string>> = {
  '\uF02D': '−',
  '\uF06C': '●',
  '\uF06E': '■',
  '\uF06F': '□',
  '\uF071': '❑',
  '\uF076': '❖',
  '\uF0A7': '▪',
  '\uF0A8': '□',
  '\uF0AE': '→',
  '\uF0B0': '°',
  '\uF0B1': '±',
  '\uF0B7': '•',
  '\uF0D8': '➢',
  '\uF0DE': '⇒',
  '\uF0E0': '→',
  '\uF0FB': '✗',
  '\uF0FC': '✓',
  '\uF0FD': '☒',
  '\uF0FE': '☑',
}
const symbol = new RegExp(`[${Object.keys(symbols).join('')}]`, 'gu')

/** Ligatures of type, Roman numerals and the letters of mathematics: letters in another dress. */
const dressed = /[\uFB00-\uFB06\u2160-\u217F\u{1D400}-\u{1D7FF}]+/gu

/** The ends of lines of other systems, and the soft one of word processors. */
const lineEnds = /\v|\f|\u2028|\u2029/g

/**
 * What nobody sees: soft hyphens, zero-width spaces, marks of byte order, fillers, signs of interlinear notes, and what
 * turns the direction of writing around (each sign knows its own direction). The marks LRM, RLM and ALM stay: they only
 * say on which side a comma or a figure belongs.
 */
const unseen =
  /\u00AD|\u034F|[\u115F\u1160]|[\u17B4\u17B5]|\u180E|\u200B|[\u202A-\u202E]|[\u2060-\u206F]|\u3164|\uFEFF|\uFFA0|[\uFFF9-\uFFFB]/g

/** Joiners and selectors say something after these only: pictures, and scripts whose letters join. */
const joining =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{M}\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Sinh}])[\u200C\u200D]|(?<!\p{Emoji})[\uFE0E\uFE0F]/gu

/** The flag of a part of a country is a black flag with its code. */
const flagCodes = /(?<=(.?))[\u{E0000}-\u{E007F}]+/gu

/**
 * A text as the house keeps it: the one form of what reads the same (NFC), letters instead of their ligatures, the
 * bullets that a word processor meant, and nothing that nobody sees. What it cannot say otherwise stays.
 */
export function written(text: string): string {
  if (usual.test(text)) return text
  return text
    .replace(lineEnds, '\n')
    .replace(unseen, '')
    .replace(symbol, (sign) => symbols[sign] ?? sign)
    .replace(dressed, (letters) => letters.normalize('NFKC'))
    .replace(joining, '')
    .replace(flagCodes, (codes, before: string) => (before === '\u{1F3F4}' ? codes : ''))
    .normalize('NFC')
}
