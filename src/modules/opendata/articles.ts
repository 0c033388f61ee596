/** An article of a decision, as it is numbered and what it says. */
export interface Article {
  number: string
  words: string
}

/** « Article 1er. », « Art. 2 – », « Artikel 3. » at the beginning of a line. */
const heading =
  /^(?:article|artikel|art\.)[ \u00A0]{0,3}(\d{1,4})(?:er|ère|°)?(?![\d-])[ \u00A0]{0,3}[.:–—-]{0,3}[ \u00A0]{0,3}/i

/** The articles of the plain words of a decision; none where it has none. Linear. */
export function articlesIn(plain: string): Article[] {
  const found: { number: string; lines: string[] }[] = []
  for (const line of plain.split('\n')) {
    const [begins, number] = heading.exec(line) ?? []
    if (begins !== undefined && number !== undefined)
      found.push({ number, lines: [line.slice(begins.length)] })
    else found.at(-1)?.lines.push(line)
  }
  return found.map(({ number, lines }) => ({ number, words: lines.join('\n').trim() }))
}

/** « Vu le décret du 18 mai 2022 ; »: what a motivation stands on. */
const visa = /^(?:vu|gelet op|gezien|aufgrund|gestützt auf)[ \u00A0]{1,3}(\S.*)$/i

/** What the plain words of a motivation cite (visas), each once. Linear. */
export function citedIn(plain: string): string[] {
  const cited = plain.split('\n').flatMap((line) => {
    const [, what] = visa.exec(line.trim()) ?? []
    return what?.replace(/[\s;,.\u00A0]{1,5}$/, '') ?? []
  })
  return [...new Set(cited)].filter(Boolean)
}
