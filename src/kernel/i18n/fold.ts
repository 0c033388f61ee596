/** Accents that stand as signs of their own, and signs that nobody sees (soft hyphen, zero-width space). */
const unsaid =
  // oxlint-disable-next-line no-misleading-character-class -- each of them is taken off by itself
  /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E0FFF}]/gu
const blanks = /[\t\n\v\f\r \u0085\u1680\u2028\u2029]+/g

/**
 * Words and names as people compare them: case, accents (composed or not), signs that nobody sees, curly
 * apostrophes, ligatures and spaces too many say nothing. `kernel.name_key` of the database is its other face,
 * by which names are unique.
 */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(unsaid, '')
    .toLowerCase()
    .replaceAll(/[’‘ʼ′]/g, "'")
    .replaceAll('‐', '-')
    .replaceAll('ς', 'σ')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(blanks, ' ')
    .trim()
