import type { Finding } from './kinds.ts'
import type { Run } from './things.ts'
import { joins, type Token } from './tokens.ts'

const figure = '[\\dlIO]'
/** « , n° 12 bis/3, bte 4 (2e étage) », after the name of a way. */
const number = new RegExp(
  `(?:,? ?\\n| ?, ?| )(?:(?:n[°ºo]s?|nr|numéro|no)\\.? ?)?(?!(?:19|20)\\d\\d(?!\\d))\\d${figure}{0,3}(?!\\.\\d| ?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|euros?|eur|h |%|€|m²|ha ))` +
    `(?: ?(?:bis|ter|quater)(?!\\p{L})|[A-Za-z](?![\\p{L}\\d'])| [A-Za-z](?![\\p{L}\\d'.]| ?\\d))?` +
    `(?: ?/ ?[\\dA-Z][\\dA-Z.]{0,5}(?![\\d.]))?` +
    `(?:,? ?\\(?(?:b ?te|bt|bo[îi]t ?e?|bus|app?t?|appartement|b|r|studio)\\.? ?(?:n° ?)?[\\dA-Z][\\dA-Z./]{0,5}\\)?(?![\\d]))?` +
    `(?:,? ?\\(?(?:\\d{1,2}(?:e|er|[èe]me)|rez)(?:[ -](?:[ée]tage|de-chauss[ée]e|ch))?\\)?(?!\\p{L}))?`,
  'iuy',
)
const townName =
  "(?:(?:La|Le|Les|De|Den|Sankt|Saint|Sint|St\\.?|LA|LE|LES) )?(?:L')?\\p{Lu}[\\p{L}']*(?:-[\\p{L}']+)*(?: (?:lez|les|sur|sous|en|aux)[ -]\\p{Lu}[\\p{L}'-]*)*"
const postcode = `(?:(?:B|F|D|L|NL|BE)[ -]{1,2})?[1-9O]${figure}{3}`
/** « , 4500 Huy », « à Huy », « (4500 Huy) », on the line below too. */
const townAfter = new RegExp(
  `(?:(?: ?[,–-] ?| |,? ?\\n| ?\\(|,? (?:[àa]|in|te|zu) )${postcode},? ?-? ?${townName}\\)?|,? à ${townName})`,
  'uy',
)
const townBefore = new RegExp(
  `(?<![\\p{L}\\d])${postcode} ?-? ?${townName}(?: ?, ?| ?[–-] ?| ?\\(|\\n)$`,
  'u',
)
const towns = new RegExp(`(?<![\\p{L}\\d/.-])${postcode} ${townName}`, 'gu')

/** Whose address it is where it is nobody's home. */
const ofBodies =
  /administration|maison (?:communale|d)|h[ôo]tel de (?:ville|police)|si[èe]ge|[ée]cole|cr[èe]che|salle|chantier|travaux|biblioth|hall |stade|cimeti|[ée]glise|mus[ée]e|greffe|tribunal|parquet|bourgmestre|coll[èe]ge|conseil communal|soci[ée]t[ée]|guichet|commissariat|centre |h[ôo]pital|home |rathaus|gemeindehaus|verwaltung|gemeentehuis|cpas|rejoint|circulation|stationnement|voirie|antenne|local |locaux|trottoir|[ée]gout|arr[êe]t de bus|permanence|arsenal|[ée]v[êe]ch[ée]|minist[èe]r|direction|service|parking|parkplatz|place communale|\bSPF\b|\bSPW\b|\bDRP|caserne|carrefour|hauteur/giu
const forms = /(?<!\p{L})(?:SA|S\.A\.|SRL|SPRL|SNC|SCRL|SC|ASBL|BV|NV|VoG|GmbH|VZW)(?!\p{L})/gu
/** What says that somebody lives there. */
const ofPeople =
  /domicil|demeur|habit|r[ée]sid|occup|(?<!\p{L})n[ée]+\(?e?\)?(?!\p{L})|adresse|logement|locat|lou[ée]|propri[ée]t|\bmme|monsieur|madame|(?<!\p{L})m\. |[ée]poux|consorts|veuve|riverain|wohnhaft|wohnsitz|wonende|woonachtig|woonplaats|anschrift|requ[ée]rant|d[ée]funt|plaignant|int[ée]ress[ée]|immeuble|maison (?!communale|d)|ménage|famille|cabinet|étude/giu
const lives =
  /^(?:domicil|demeur|r[ée]sid(?!ence)|habit|adresse|[ée]tabli|inscrit|install[ée]|wohnhaft|wohnsitz|wonende|woonachtig|gedomicilieerd|woonplaats|sise?|situ[ée])\p{L}{0,8}$/iu

/**
 * Where people live: a way, a number, and what follows or stands before it of box and town. A public building or a work in the street
 * is none; `people` says where people are named, for an address beside one of them is theirs.
 */
export function addresses(
  text: string,
  tokens: readonly Token[],
  streets: readonly Run[],
  people: readonly Finding[],
): Finding[] {
  const sorted = people.toSorted((a, b) => a.from - b.from)
  const read = (runs: readonly Run[]) => runs.flatMap((run) => addressAt(text, tokens, run))
  const known = read(streets)
  const found = [...known, ...read(placesOf(text, tokens, known, sorted))]
  return found.filter((one) => isHome(text, one, sorted))
}

const datum = /^ ?,? ?(?:le )?(?:\d{1,2}([-./])\d{1,2}\1\d{2}|\d{4}-\d{2}-\d{2})/

/** The address that begins with the name of a way, where a number follows it. */
function addressAt(text: string, tokens: readonly Token[], { first, end }: Run): Finding[] {
  const [start, last] = [tokens[first], tokens[end - 1]]
  if (!start || !last) return []
  // « Charleroi, 12-04-1984 » is a day.
  if (datum.test(text.slice(last.to, last.to + 18))) return []
  const numbered = after(number, text, last.to)
  if (numbered === last.to || isRange(text, last.to, numbered)) return []
  let from = start.from
  const ahead = townBefore.exec(text.slice(Math.max(0, from - 60), from))?.[0]
  if (ahead) from -= ahead.length
  let to = ahead ? numbered : after(townAfter, text, numbered)
  const words = text.slice(from, to)
  if (text[to] === ')' && words.includes('(') && !words.includes(')')) to += 1
  return [{ from, to, kind: 'address' }]
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? at + match[0].length : at
}

/** « n° 12 à 90 », « 5-95 »: houses along a work, nobody's. */
function isRange(text: string, from: number, to: number): boolean {
  const other = /^ ?(?:-|à|au|et) ?(?:n° ?)?(\d{1,3})(?![\d\p{L}]| ?[.,/]\d| \d)/u.exec(
    text.slice(to, to + 14),
  )?.[1]
  const one = /\d+/.exec(text.slice(from, to))?.[0]
  if (other !== undefined) return Number(other) > Number(one)
  return /^ ?(?:km|m |mètres|ans|voix)/.test(text.slice(to, to + 8))
}

/** Places without a word for way: « Les Trixhes 33, 4500 Huy », by the town beside them, « domicilié », a name or a column. */
function placesOf(
  text: string,
  tokens: readonly Token[],
  known: readonly Finding[],
  people: readonly Finding[],
): Run[] {
  const found: Run[] = []
  const tokenAt = placer(tokens)
  for (const match of text.matchAll(towns)) {
    const first = tokenAt(match.index)
    const before = backFrom(tokens, first - 1)
    if (before) found.push(before)
    let end = first
    while (end < tokens.length && (tokens[end]?.to ?? 0) <= match.index + match[0].length) end += 1
    const ahead = nameFrom(tokens, end)
    if (ahead && /^ ?[,–(\n-] ?$/.test(tokens[end]?.gap ?? '')) found.push(ahead)
  }
  const nearTown = placer(tokens)
  for (const match of text.matchAll(/\d[\p{L}\d/]{0,8} à \p{Lu}/gu)) {
    const at = nearTown(match.index + match[0].length - 1)
    const before = tokens[at]?.is.place ? backFrom(tokens, at - 2) : undefined
    if (before) found.push(before)
  }
  for (const [nth, token] of tokens.entries()) {
    if (!lives.test(token.key)) continue
    let first = nth + 1
    while (/^(?:a|au|e|es|in|te|l'|ensemble)$/.test(tokens[first]?.key ?? '')) first += 1
    const ahead = nameFrom(tokens, first)
    if (ahead) found.push(ahead)
  }
  const after = placer(tokens)
  for (const { to } of people) {
    if (!/^ ?(?:,|-|–|,? ?\()? ?\p{Lu}/u.test(text.slice(to, to + 5))) continue
    const ahead = nameFrom(tokens, after(to))
    if (ahead) found.push(ahead)
  }
  const inCell = placer(tokens)
  for (const cell of cellsOfAddresses(text, known)) {
    const ahead = nameFrom(tokens, inCell(cell))
    if (ahead) found.push(ahead)
  }
  return found
}

/** Gives the first word at or after a place; places are asked in their order. */
function placer(tokens: readonly Token[]): (place: number) => number {
  let at = 0
  return (place) => {
    while (at < tokens.length && (tokens[at]?.from ?? 0) < place) at += 1
    return at
  }
}

const label = /(?:^|\n)(?:adresse|domicile|rue et n\S+|rue|résidence|anschrift|adres) ?:? ?\n?$/i

/** Where the cells begin that stand in a column in which an address is known, or of which the head says so. */
function cellsOfAddresses(text: string, known: readonly Finding[]): number[] {
  const starts = new Set(known.map(({ from }) => from))
  const found: number[] = []
  let rows: { column: number; from: number }[] = []
  let columns = new Set<number>()
  const close = () => {
    for (const { column, from } of rows)
      if (columns.has(column) && !starts.has(from)) found.push(from)
    rows = []
    columns = new Set()
  }
  let at = 0
  let last = ''
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      let from = at
      for (const [column, cell] of line.split('\t').entries()) {
        if (starts.has(from) || /^(?:adresse|domicile|résidence|rue)/i.test(cell))
          columns.add(column)
        rows.push({ column, from })
        from += cell.length + 1
      }
    } else {
      close()
      if (label.test(`\n${last}`)) found.push(at)
      const form = /^(?:adresse|domicile|rue et numéro|rue) ?: ?(?=\p{L})/iu.exec(line)
      if (form) found.push(at + form[0].length)
    }
    at += line.length + 1
    last = line
  }
  close()
  return found.toSorted((a, b) => a - b)
}

const small = /^(?:aux|au|a|en|sur|sous|de|du|des|d'|la|le|les|l'|op|der|den|dem)$/
const box = /^(?:b?te\.?|bt|boite?|bus|b|bis|ter|n|no|nr\.?|e|er|etage|rez|[a-z]|a\d+)$/

/** The name of a place before its number, its box and its town: back to a capital. */
function backFrom(tokens: readonly Token[], last: number): Run | undefined {
  let end = last + 1
  let number = false
  while (end > last - 6) {
    const [token, right] = [tokens[end - 1], tokens[end]]
    if (!token || (end <= last && right && /[\t;:.]/.test(right.gap))) break
    if (token.writing === 'figures' || /\d/.test(token.key)) number = true
    else if (!(box.test(token.key) && (token.writing === 'small' || token.to - token.from === 1)))
      break
    end -= 1
  }
  if (!number || end > last) return undefined
  let first = end
  let capital = -1
  while (first > end - 6) {
    const [token, right] = [tokens[first - 1], tokens[first]]
    if (!token || !right || (first < end && !joins(right))) break
    if (first === end && !/^ ?[, ] ?$/.test(right.gap)) break
    const isName =
      (token.writing === 'capital' || token.writing === 'capitals') && token.to - token.from > 1
    if ((!isName && !small.test(token.key)) || token.is.title) break
    first -= 1
    if (isName) capital = first
  }
  return capital < 0 ? undefined : { first: capital, end }
}

/** The name of a place that begins here, up to its number. */
function nameFrom(tokens: readonly Token[], at: number): Run | undefined {
  const start = tokens[at]
  if (!start || (start.writing !== 'capital' && start.writing !== 'capitals')) return undefined
  if (
    start.is.title ||
    /^(?:art\.?|articles?|section|sion)$/.test(start.key) ||
    start.to - start.from === 1
  )
    return undefined
  if (
    start.writing === 'capitals' &&
    start.to - start.from < 5 &&
    tokens[at + 1]?.writing === 'figures'
  )
    return undefined
  let end = at + 1
  while (end < at + 6) {
    const token = tokens[end]
    if (!token || !joins(token)) break
    if (
      !(
        (token.writing === 'capital' || token.writing === 'capitals') &&
        token.to - token.from > 1
      ) &&
      !small.test(token.key)
    )
      break
    end += 1
  }
  const next = tokens[end]
  const isNumber = next && (next.writing === 'figures' || /^(?:n|no|nr\.?)$/.test(next.key))
  return isNumber && /^ ?[, ] ?$/.test(next.gap) ? { first: at, end } : undefined
}

/** The last of `people`, in their order, that ends before a place. */
function lastBefore(people: readonly Finding[], place: number): Finding | undefined {
  let [low, high] = [0, people.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((people[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return people[low - 1]
}

function isHome(text: string, { from, to }: Finding, people: readonly Finding[]): boolean {
  const start = Math.max(0, from - 160)
  const around = text.slice(start, from)
  // An address at the head of a line is that of who is named above it.
  const line = around.replace(/\n$/, ' ')
  const stop = Math.max(line.lastIndexOf('\n'), line.lastIndexOf(';'))
  const near = around.slice(stop + 1)
  const offset = start + stop + 1
  const living = lastOf(near, ofPeople)
  const bodies = Math.max(lastOf(near, ofBodies), lastOf(near, forms))
  if (/place communale|grand-place 1(?!\d)/i.test(text.slice(from, to)) && living < 0) return false
  if (bodies < 0) return true
  const named = lastBefore(people, from)
  const person = Math.max(living, named && named.to >= offset ? named.from - offset : -1)
  return person > bodies
}

function lastOf(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
