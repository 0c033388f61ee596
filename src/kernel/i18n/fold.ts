/** Words as they are compared: without accents, capitals, curly apostrophes or spaces too many. */
export const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('fr')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
