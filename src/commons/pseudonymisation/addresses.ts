import type { Finding } from './kinds.ts'
import type { Run } from './things.ts'
import { joins, type Token } from './tokens.ts'

const figure = '[\\dlIO]'
/** « , n° 12 bis/3, bte 4 (2e étage) », after the name of a way. */
const number = new RegExp(
  `(?:,? ?\\n| ?, ?| )?(?:(?:n[°ºo]s?|nr|numéro|no)\\.? ?)?\\d${figure}{0,3}(?! ?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|euros?|eur|h |%|€|m²|ha ))` +
    `(?: ?(?:bis|ter|quater)(?!\\p{L})| ?[A-Za-z](?![\\p{L}\\d'.]| ?\\d))?` +
    `(?: ?/ ?[\\dA-Z][\\dA-Z.]{0,5}(?![\\d.]))?` +
    `(?:,? ?\\(?(?:bte|bt|bo[îi]te?|bus|app?t?|appartement|b|r|studio)\\.? ?(?:n° ?)?[\\dA-Z][\\dA-Z./]{0,5}\\)?(?![\\d]))?` +
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
const townBefore = new RegExp(`(?<![\\p{L}\\d])${postcode} ?-? ?${townName}(?: ?, ?| ?[–-] ?| ?\\(|\\n)$`, 'u')
const towns = new RegExp(`(?<![\\p{L}\\d/.-])${postcode} ${townName}`, 'gu')

/** Whose address it is where it is nobody's home. */
const ofBodies =
  /administration|maison communale|h[ôo]tel de (?:ville|police)|si[èe]ge|bureaux|[ée]cole|cr[èe]che|salle|chantier|travaux|biblioth|hall |stade|cimeti|[ée]glise|mus[ée]e|greffe|tribunal|parquet|asbl|sprl|srl|\bSA\b|soci[ée]t[ée]|guichet|commissariat|centre |h[ôo]pital|home |rathaus|gemeindehaus|verwaltung|gemeentehuis|cpas|rejoint|circulation|stationnement|voirie|antenne|local |locaux|trottoir|[ée]gout|arr[êe]t de bus|permanence|arsenal|[ée]v[êe]ch[ée]|minist[èe]re|direction|service|parking|parkplatz|place communale|\bSPF\b|\bSPW\b|\bDRP|caserne|carrefour|hauteur/giu
/** What says that somebody lives there. */
const ofPeople =
  /domicil|demeur|habit|r[ée]sid|occup|(?<!\p{L})n[ée]+\(?e?\)?(?!\p{L})|adresse|logement|locat|lou[ée]|propri[ée]t|\bmme|monsieur|madame|(?<!\p{L})m\. |[ée]poux|consorts|veuve|riverain|wohnhaft|wohnsitz|wonende|woonachtig|woonplaats|anschrift|requ[ée]rant|d[ée]funt|plaignant|int[ée]ress[ée]|immeuble|maison (?!communale)|ménage|famille|cabinet|étude/giu
const lives =
  /(?:domicili|demeur|r[ée]sid|habit|adresse|domicile|[ée]tabli|inscrit|wohnhaft|wohnsitz|wonende|woonachtig|gedomicilieerd|woonplaats|sise?|situ[ée]e?)\p{L}*(?:\(e\))?(?:s)?$/iu

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
  const found: Finding[] = []
  for (const { first, end } of [...streets, ...placesOf(text, tokens)]) {
    const [start, last] = [tokens[first], tokens[end - 1]]
    if (!start || !last) continue
    const numbered = after(number, text, last.to)
    if (numbered === last.to || isRange(text, numbered)) continue
    let from = start.from
    const ahead = townBefore.exec(text.slice(Math.max(0, from - 60), from))?.[0]
    if (ahead) from -= ahead.length
    let to = ahead ? numbered : after(townAfter, text, numbered)
    if (text[to] === ')' && text.slice(from, to).includes('(') && !text.slice(from, to).includes(')')) to += 1
    found.push({ from, to, kind: 'address' })
  }
  const known = people.toSorted((a, b) => a.from - b.from)
  return found.filter((one) => isHome(text, one, known))
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? at + match[0].length : at
}

/** « n° 12 à 90 », « 5-95 »: houses along a work, nobody's. */
const isRange = (text: string, at: number): boolean =>
  /^ ?(?:-|à|au|et) ?(?:n° ?)?\d{1,3}(?![\d\p{L}]| ?[.,/]\d)/u.test(text.slice(at, at + 14)) ||
  /^ ?(?:km|m |mètres)/.test(text.slice(at, at + 8))

/** Places without a word for way: « Les Trixhes 33, 4500 Huy », by the town beside them or by « domicilié ». */
function placesOf(text: string, tokens: readonly Token[]): Run[] {
  const found: Run[] = []
  let at = 0
  const tokenAt = (place: number) => {
    while (at < tokens.length && (tokens[at]?.from ?? 0) < place) at += 1
    return at
  }
  for (const match of text.matchAll(towns)) {
    const first = tokenAt(match.index)
    const before = backFrom(tokens, first - 1)
    if (before) found.push(before)
    let end = first
    while (end < tokens.length && (tokens[end]?.to ?? 0) <= match.index + match[0].length) end += 1
    const ahead = nameFrom(tokens, end)
    if (ahead && /^ ?[,–(\n-] ?$/.test(tokens[end]?.gap ?? '')) found.push(ahead)
  }
  for (const [nth, token] of tokens.entries()) {
    const isCell = token.opens && /[\t\n]$/.test(token.gap)
    if (!isCell && !(token.writing === 'small' && lives.test(token.key))) continue
    let first = isCell ? nth : nth + 1
    while (!isCell && /^(?:a|au|e|in|te|l')$/.test(tokens[first]?.key ?? '')) first += 1
    const ahead = nameFrom(tokens, first)
    const next = tokens[ahead?.end ?? 0]
    if (!ahead || !next || next.writing !== 'figures') continue
    // A whole cell: a name and a number.
    if (isCell && !/^[^\n\t]{1,20}[\t]/.test(text.slice(next.from, next.from + 24))) continue
    if (isCell && token.gap.endsWith('\n')) continue
    found.push(ahead)
  }
  return found
}

const small = /^(?:aux|au|a|en|sur|sous|de|du|des|d'|la|le|les|l'|op|der|den|dem)$/

/** The name of a place before its number: back to a capital. */
function backFrom(tokens: readonly Token[], number: number): Run | undefined {
  let end = number
  while (end > number - 3 && tokens[end] && !/\d/.test(tokens[end]?.key ?? '') && tokens[end]?.writing !== 'figures') end -= 1
  // The last of figures before the town is the box or the number.
  while (tokens[end - 1]?.writing === 'figures' && (tokens[end]?.gap.length ?? 9) <= 3) end -= 1
  if (tokens[end]?.writing !== 'figures' || /[\n\t]/.test(tokens[end]?.gap ?? '')) return undefined
  while (/^(?:n|no|nr\.?)$/.test(tokens[end - 1]?.key ?? '')) end -= 1
  let first = end
  let capital = -1
  while (first > end - 6) {
    const [token, right] = [tokens[first - 1], tokens[first]]
    if (!token || !right || (first < end && !joins(right))) break
    if (first === end && !/^ ?[, ] ?(?:n° ?)?$/.test(right.gap)) break
    const isName = token.writing === 'capital' || token.writing === 'capitals'
    if (!isName && !small.test(token.key)) break
    first -= 1
    if (isName) capital = first
  }
  return capital < 0 ? undefined : { first: capital, end }
}

/** The name of a place that begins here, up to its number. */
function nameFrom(tokens: readonly Token[], at: number): Run | undefined {
  const start = tokens[at]
  if (!start || (start.writing !== 'capital' && start.writing !== 'capitals')) return undefined
  if (start.is.title) return undefined
  let end = at + 1
  while (end < at + 6) {
    const token = tokens[end]
    if (!token || !joins(token)) break
    if (token.writing === 'figures') break
    if (!(token.writing === 'capital' || token.writing === 'capitals' || small.test(token.key))) break
    end += 1
  }
  const next = tokens[end]
  const isNumbered = next && (next.writing === 'figures' || /^(?:n|no|nr\.?)$/.test(next.key)) && /^ ?[, ] ?(?:n° ?)?$/.test(next.gap)
  return isNumbered ? { first: at, end } : undefined
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
  const stop = Math.max(around.lastIndexOf('\n'), around.lastIndexOf(';'))
  const near = around.slice(stop + 1)
  const offset = start + stop + 1
  const [living, bodies] = [lastOf(near, ofPeople), lastOf(near, ofBodies)]
  const named = lastBefore(people, from)
  const person = Math.max(living, named && named.to >= offset ? named.from - offset : -1)
  if (bodies >= 0) return person > bodies
  return true || to
}

function lastOf(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
