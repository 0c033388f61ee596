import type { Finding, InOffice } from './kinds.ts'
import { isGiven, isNameLike, isParticle, joins, keyOf, type Token, tokensOf } from './tokens.ts'
import { bearers, common, companies, cues, functions, titles, titlesOfMany, ways } from './words.ts'

/** So many words has a name at most. */
const longest = 7

/** A run of words that may be a name: from one to another of the words of a text. */
interface Run {
  first: number
  /** Beyond the last. */
  end: number
}

/**
 * The names of people in a text: after a title, beside a first name, in capitals beside a word that is not, with initials, in the
 * cells of a table; and, once a surname is known, wherever it stands again. Who acts in office is left out, as are ways, schools
 * and companies that bear a name.
 */
export function names(text: string, office: readonly InOffice[], german: boolean): Finding[] {
  const tokens = tokensOf(text)
  const seen = new Set(tokens.filter(({ writing }) => writing === 'small').map(({ key }) => key))
  const isPlain = (token: Token) => common.has(token.key) || functions.has(token.key)
  const judge: Judge = { text, tokens, isPlain, smalls: seen, german, office: officeOf(office) }
  const runs = runsOf(judge).filter((run) => isPerson(judge, run))
  const listed = runs.flatMap((run) => followers(judge, run))
  const all = [...runs, ...listed, ...cells(judge)].map((run) => whole(judge, run))
  const known = surnamesOf(judge, all)
  const again = repeated(judge, known, all)
  return [...all, ...again]
    .filter((run) => run.end > run.first && !isInOffice(judge, run, known))
    .map(({ first, end }) => ({
      from: tokens[first]?.from ?? 0,
      to: tokens[end - 1]?.to ?? 0,
      kind: 'person' as const,
    }))
}

interface Judge {
  text: string
  tokens: readonly Token[]
  isPlain: (token: Token) => boolean
  /** Words that the text writes small somewhere. */
  smalls: ReadonlySet<string>
  german: boolean
  office: Office
}

interface Office {
  full: ReadonlySet<string>
  last: ReadonlySet<string>
}

const officeOf = (people: readonly InOffice[]): Office => ({
  full: new Set(people.map(({ first, last }) => bag(`${first} ${last}`))),
  last: new Set(people.map(({ last }) => bag(last))),
})

/** The words of a name in one order: « DUPONT Jean » is « Jean Dupont ». */
const bag = (name: string): string =>
  keyOf(name)
    .split(/[\s-]+/)
    .filter(Boolean)
    .toSorted()
    .join(' ')

/** Runs of words with a capital, particles between them, without what begins a sentence or says an office. */
function runsOf({ tokens, isPlain, smalls }: Judge): Run[] {
  const runs: Run[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token || !isNameLike(token) || isPlain(token)) {
      at += 1
      continue
    }
    let end = at + 1
    for (;;) {
      const next = tokens[end]
      if (!next || !joins(next) || end - at >= longest) break
      if (isNameLike(next) && !isPlain(next)) end += 1
      else if (isParticle(next) && continues(tokens, end, isPlain)) end += 1
      else break
    }
    runs.push({ first: startOf(tokens, at, end, smalls), end })
    at = end
  }
  return runs
}

/** Whether a name goes on after particles: « van den Bossche ». */
function continues(tokens: readonly Token[], at: number, isPlain: Judge['isPlain']): boolean {
  for (let beyond = at + 1; beyond < at + 4; beyond += 1) {
    const next = tokens[beyond]
    if (!next || !joins(next)) return false
    if (isNameLike(next)) return !isPlain(next)
    if (!isParticle(next)) return false
  }
  return false
}

/** A word that begins a sentence, and that the text writes small elsewhere, is no name. */
function startOf(
  tokens: readonly Token[],
  at: number,
  end: number,
  smalls: ReadonlySet<string>,
): number {
  const token = tokens[at]
  const isWord =
    token?.opens && token.writing === 'capital' && smalls.has(token.key) && !isGiven(token)
  return isWord && end - at > 1 ? at + 1 : at
}

const between = (tokens: readonly Token[], { first, end }: Run) => tokens.slice(first, end)

/** The word before, where nothing but spaces and particles stand between. */
function wordBefore(tokens: readonly Token[], at: number): Token | undefined {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const [token, after] = [tokens[before], tokens[before + 1]]
    if (!token || !after || !/^[ \u00A0\n,:(]*(?:[dDlL]['’])?$/.test(after.gap)) return undefined
    if (!isParticle(token)) return token
  }
  return undefined
}

function isPerson(judge: Judge, run: Run): boolean {
  const { tokens, german, smalls } = judge
  const words = between(tokens, run)
  if (isOfThings(judge, run)) return false
  const before = wordBefore(tokens, run.first)
  const near = tokens[run.first - 1]
  const touches = Boolean(tokens[run.first] && joins(tokens[run.first] as Token))
  if (near && touches && titles.has(near.key)) return true
  const given = words.filter(isGiven)
  const rest = words.filter((one) => !isGiven(one) && !isParticle(one))
  const said = before !== undefined && (cues.has(before.key) || titles.has(before.key))
  if (given.length > 0 && (words.length > 1 || said))
    return rest.length > 0 || given.length > 1 || said
  if (said && rest.some((one) => !smalls.has(one.key))) return true
  if (rest.some(({ writing }) => writing === 'initial'))
    return words.length > 1 && !isAcronyms(words)
  if (isMixed(words)) return true
  if (follows(judge, run))
    return words.length > 1 || words.some(({ writing }) => writing === 'capitals')
  return (
    !german &&
    words.length > 1 &&
    !words[0]?.opens &&
    words.every((one) => isParticle(one) || (one.writing === 'capital' && !smalls.has(one.key))) &&
    !words.some(({ key }) => /^(?:saint|sainte|st|ste)(?:-|$)/.test(key)) &&
    !/^(?:[àa]|en|de|sur)$/.test(near?.key ?? '')
  )
}

/** « KOWALCZYK Zbigniew »: one word in capitals that is no acronym beside one that is not. */
function isMixed(words: readonly Token[]): boolean {
  const capitals = words.filter(({ writing, key }) => writing === 'capitals' && isNoAcronym(key))
  return (
    capitals.length > 0 && words.some(({ writing }) => writing === 'capital') && words.length <= 5
  )
}

const isNoAcronym = (key: string) => key.length > 3 && /[aeiouy]/.test(key)
const isAcronyms = (words: readonly Token[]) =>
  words.every(
    ({ writing, key }) => writing === 'initial' || (writing === 'capitals' && !isNoAcronym(key)),
  )

/** What comes after a name says that it is one: « , né à Huy », « , domicilié rue ». */
function follows({ text, tokens }: Judge, { end }: Run): boolean {
  const last = tokens[end - 1]
  if (!last) return false
  return /^[ ,(\n]{0,3}(?:n[ée]+e?\s|n[ée]\(e\)|domicili|demeurant|habitant|r[ée]sidant|notaire|avocat|g[ée]om[èe]tre|architecte|g[ée]rant|employ[ée]|ouvri|[ée]tudiant|enseignant|institut|pensionn|retrait[ée]|wohnhaft|geboren|wonende|°\s?\d|NN\s|R\.?N\.?\s|NISS)/u.test(
    text.slice(last.to, last.to + 30),
  )
}

/** A way, a house or a company bears the name. */
function isOfThings({ text, tokens }: Judge, run: Run): boolean {
  const words = between(tokens, run)
  if (words.some(({ key }) => companies.has(key) || companies.has(key.replaceAll('.', ''))))
    return true
  const before = wordBefore(tokens, run.first)
  const isTitled = titles.has(tokens[run.first - 1]?.key ?? '')
  if (
    before &&
    !isTitled &&
    (ways.has(before.key) || bearers.has(before.key) || companies.has(before.key))
  )
    return true
  const last = tokens[run.end - 1]
  const after = tokens[run.end]
  if (!last) return false
  if (
    /^,? {0,2}(?:&|et) {1,2}(?:fils|frères|cie|associés|partners)/iu.test(
      text.slice(last.to, last.to + 20),
    )
  )
    return true
  return Boolean(after && /^[ (,]{1,2}$/.test(after.gap) && companies.has(after.key) && !isTitled)
}

/** After « MM. » and its kin all names up to the end of the list are names. */
function followers({ tokens, isPlain }: Judge, run: Run): Run[] {
  const title = tokens[run.first - 1]
  if (!title || !titlesOfMany.has(title.key)) return []
  const found: Run[] = []
  let at = run.end
  for (let rounds = 0; rounds < 60; rounds += 1) {
    const next = tokens[at]
    if (!next) break
    const comma = /^ ?, ?\n?$/.test(next.gap)
    const and = joins(next) && /^(?:et|und|en|&)$/.test(next.key)
    const first = and ? at + 1 : at
    if (!comma && !and) break
    let end = first
    while (end - first < longest) {
      const word = tokens[end]
      if (!word || (end > first && !joins(word))) break
      const isPiece =
        (isNameLike(word) && !isPlain(word)) ||
        (isParticle(word) && continues(tokens, end, isPlain))
      if (!isPiece) break
      end += 1
    }
    if (end === first) break
    found.push({ first, end })
    at = end
  }
  return found
}

/** With what stands around it and belongs to it: « DUPONT, Jean », an initial, particles before. */
function whole({ tokens, isPlain }: Judge, run: Run): Run {
  let { first, end } = run
  const next = tokens[end]
  const last = tokens[end - 1]
  if (
    next &&
    last &&
    /^ ?, ?$/.test(next.gap) &&
    isGiven(next) &&
    last.writing === 'capitals' &&
    end - first <= 4
  ) {
    end += 1
    while (tokens[end] && joins(tokens[end] as Token) && isGiven(tokens[end] as Token)) end += 1
  }
  for (;;) {
    const [start, before] = [tokens[first], tokens[first - 1]]
    if (!start || !before || !joins(start)) break
    const isPart =
      before.writing === 'initial' ||
      (isNameLike(before) && isGiven(before)) ||
      (/^(?:van|von|vander|vanden|den|der|de|la|le|du|di|el|ben|da|dos|del|ter|ten|de la|d')$/.test(
        before.key,
      ) &&
        before.writing !== 'small')
    if (!isPart || isPlain(before) || titles.has(before.key)) break
    first -= 1
  }
  return { first, end }
}

/** Tables: a surname and a first name in two cells beside one another, and columns of which the head says « nom ». */
function cells({ text, tokens, isPlain }: Judge): Run[] {
  const found: Run[] = []
  let columns = new Set<number>()
  for (const line of linesOf(text, tokens)) {
    if (line.length < 2) {
      columns = new Set()
      continue
    }
    const heads = line.flatMap((cell, column) => (isHead(text, tokens, cell) ? [column] : []))
    if (heads.length > 0) {
      columns = new Set(heads)
      continue
    }
    const isName = (cell: Run | undefined): cell is Run =>
      cell !== undefined &&
      cell.end - cell.first <= 5 &&
      cell.end > cell.first &&
      between(tokens, cell).every((one) => isParticle(one) || (isNameLike(one) && !isPlain(one)))
    for (const [column, cell] of line.entries()) {
      if (!isName(cell)) continue
      const beside = [line[column - 1], line[column + 1]].filter(isName)
      const isGivenCell = (one: Run) => between(tokens, one).every(isGiven)
      if (
        columns.has(column) || isGivenCell(cell)
          ? columns.has(column) || beside.length > 0
          : beside.some(isGivenCell)
      )
        found.push(cell)
    }
  }
  return found
}

const head =
  /^(?:n°|nom|noms|pr[ée]noms?|nom et pr[ée]nom|candidate?s?|agents?|titulaires?|demandeurs?|b[ée]n[ée]ficiaires?|[ée]tudiante?s?|concessionnaires?|r[ée]clamante?s?|propri[ée]taires?|locataires?|d[ée]funte?s?|int[ée]ress[ée]e?s?|name|vorname|naam|voornaam|riverains?|jubilaires|[ée]poux|[ée]pouse|enfants?|[ée]l[èe]ves?|redevables?)(?:$|[ ,(/])/iu

const isHead = (text: string, tokens: readonly Token[], { first, end }: Run): boolean => {
  const [start, last] = [tokens[first], tokens[end - 1]]
  return Boolean(
    start &&
    last &&
    end > first &&
    end - first <= 4 &&
    head.test(text.slice(start.from, last.to)) &&
    start.key !== 'n',
  )
}

/** The cells of each line of a text, as runs of its words. */
function linesOf(text: string, tokens: readonly Token[]): Run[][] {
  const lines: Run[][] = []
  let at = 0
  let from = 0
  for (const line of text.split('\n')) {
    const row: Run[] = []
    let start = from
    for (const cell of line.split('\t')) {
      const stop = start + cell.length
      const first = at
      while (at < tokens.length && (tokens[at]?.from ?? 0) < stop) at += 1
      row.push({ first, end: at })
      start = stop + 1
    }
    lines.push(row)
    from += line.length + 1
  }
  return lines
}

/** The words by which those who were found are known: neither their first names nor what is common. */
function surnamesOf({ tokens, isPlain }: Judge, runs: readonly Run[]): ReadonlySet<string> {
  const keys = runs.flatMap((run) => {
    const words = between(tokens, run).filter(
      (one) => one.writing !== 'initial' && !isParticle(one) && !isPlain(one) && one.key.length > 2,
    )
    return words.flatMap(({ key }) => [
      key,
      ...(key.includes('-') ? key.split('-').filter((part) => part.length > 3) : []),
    ])
  })
  return new Set(keys)
}

/** Where a known name stands again, alone. */
function repeated(judge: Judge, known: ReadonlySet<string>, found: readonly Run[]): Run[] {
  const { tokens, smalls } = judge
  const taken = new Set(
    found.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, at) => first + at)),
  )
  const again: Run[] = []
  for (const [at, token] of tokens.entries()) {
    if (taken.has(at) || !isNameLike(token) || !known.has(token.key)) continue
    if (
      token.writing === 'initial' ||
      (token.opens && smalls.has(token.key) && token.writing === 'capital')
    )
      continue
    const run = whole(judge, { first: at, end: at + 1 })
    if (!isOfThings(judge, run)) again.push(run)
  }
  return again
}

/** Whether it names somebody who acts in office, and nobody else of that name is in the text. */
function isInOffice(
  { tokens, office, text }: Judge,
  run: Run,
  known: ReadonlySet<string>,
): boolean {
  const words = between(tokens, run)
  const name = bag(text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0))
  if (office.full.has(name)) return true
  const initials = words.filter(({ writing }) => writing !== 'initial')
  const last = bag(initials.map((one) => one.text).join(' '))
  return known.size >= 0 && office.last.has(last)
}
