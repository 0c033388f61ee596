import type { Finding } from './kinds.ts'

const figure = '[\\dOolI]'
const months =
  'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|januar|februar|m[äa]rz|april|juni|juli|august|september|oktober|november|dezember|januari|februari|maart|mei|augustus|december'
const unit =
  'premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|octante|huitante|nonante|cent|cents|mil|mille|et|un|une|vingts'
const inLetters = `(?:${unit})(?:[ -](?:${unit})){0,3} (?:${months}) (?:mil|deux)(?:[ -](?:${unit})){0,8}`
const day = `(?:${figure}{1,2}(?:er|e)?[.,]? ?(?:${months}) ${figure}{4}|${figure}{1,2} ?[.,/-] ?${figure}{1,2} ?[.,/-] ?(?:[12lO]${figure}{3}|${figure}{2})|(?:19|20|l9|2O)${figure}{2}[-./]${figure}{2}[-./]${figure}{2}|${inLetters})(?![\\p{L}\\d/]|[-.]\\d)`
const birth =
  '(?:(?<!\\p{L})n ?[éeè]{1,2}\\(?e?\\)?s?(?!\\p{L}|\\.|°)|n ?a ?i ?s ?s ?a ?n ?[ce] ?[ce]|(?<!\\p{L})geboren(?:en|e|er)?(?!\\p{L})|(?<!\\p{L})geb\\.|geburtsdatum|geboortedatum|(?<![nN])°|(?<![\\p{L}*])\\*(?=\\d)|(?<!\\p{L})nat\\.)'
/** What ends what is said of a birth: another event, another sentence. */
const otherwise =
  /d[ée]c[ée]d|mari[ée]|mort|sentence|jugement|délib|arrêté|décision|(?<!\p{L})vu |considérant|projet|domicili|demeur|depuis|séance|dossier|n° \d|initiative|r[ée]f|verstorben|overleden|overwegende|aufgrund|cahier|permis|rapport|demande|du \d/iu
/** Things are born too. */
const ofThings =
  /(?:projet|initiative|id[ée]e|association|asbl|collaboration|partenariat|litige|diff[ée]rend|mouvement|club|dossier|conflit|accord|programme|plan)\p{L}{0,6} ?[,(]? ?$/iu

const said = new RegExp(`${birth}[^\\t;]{0,60}?(${day})`, 'giu')
/** « (Charleroi, 12-04-2022) » beside a name: a place of birth and its day. */
const bracketed = new RegExp(`(?:\\(|- ?\\()\\(?(\\p{Lu}[\\p{L}' -]{1,30}), ?(${day})\\)`, 'gu')

/** Days of birth: of what is said before them, in brackets after a place, or at the head of their column. */
export function birthDates(text: string): Finding[] {
  const found: Finding[] = []
  const add = (match: RegExpExecArray, date: string, tail = 0) => {
    const to = match.index + match[0].length - tail
    found.push({ from: to - date.length, to, kind: 'birth_date' })
  }
  for (const match of text.matchAll(said)) {
    const date = match[1] ?? ''
    const words = match[0].slice(0, -date.length)
    if (
      otherwise.test(words.slice(1)) ||
      ofThings.test(text.slice(Math.max(0, match.index - 30), match.index))
    )
      continue
    add(match, date)
  }
  for (const match of text.matchAll(bracketed)) add(match, match[2] ?? '', 1)
  return [...found, ...underHeads(text)]
}

/** The head of a column, without its spaces: a scan puts some into words. */
const heads =
  /^(?:datede|date|d\.?)?(?:nais+(?:an[ce]{2})?\.?|n[éeè]{1,2}(?:\([ec]\))?(?:[l1]e)?|geburtsdatum|geboortedatum|geboren(?:am|op)?)(?![\p{L}])/iu
const days = new RegExp(day, 'giu')

/** What stands in the columns of a table of which the head says so: lines of cells with tabs between. */
function underHeads(text: string): Finding[] {
  const found: Finding[] = []
  let columns: number[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    if (cells.length === 1) columns = []
    const marked = cells.flatMap((cell, column) =>
      heads.test(cell.slice(0, 60).replaceAll(' ', '')) && !/\d/.test(cell) ? [column] : [],
    )
    const isForm = cells.length === 2 && marked[0] === 0
    if (cells.length > 1 && marked.length > 0) columns = isForm ? [] : marked
    let from = at
    for (const [column, cell] of cells.entries()) {
      if (columns.includes(column) || (isForm && column === 1))
        for (const match of cell.matchAll(days))
          found.push({
            from: from + match.index,
            to: from + match.index + match[0].length,
            kind: 'birth_date',
          })
      from += cell.length + 1
    }
    at += line.length + 1
  }
  return found
}
