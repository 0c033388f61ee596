import type { Run } from './things.ts'
import { isPiece } from './runs.ts'
import type { Token } from './tokens.ts'

/** What a column or a line of a form holds, by the words at its head. */
const ofNames =
  /^(?:(?:n° )?noms?|pr[ée]noms?(?:\(s\))?|noms? (?:et|,) pr[ée]noms?(?:\(s\))?|(?:personne de )?contact|candidat|agents?$|titulaire|demandeur|demanderesse|b[ée]n[ée]ficiaire|[ée]tudiant|concessionnaire|r[ée]clamant|propri[ée]taire|locataire|d[ée]funt|int[ée]ress[ée]|(?:vor)?name$|antragsteller|(?:voor)?naam$|aanvrager|riverain|jubilaire|[ée]poux|[ée]pouse|enfant|[ée]l[èe]ve|redevable|parents?$|p[èe]re|m[èe]re|responsable|au nom de|exploitant|forain|preneur|bailleur|membre|effectif|suppl[ée]ant|conjoint|tuteur|conducteur|signataire|identit[ée]|nageur|joueur|stagiaire|b[ée]n[ée]vole)/iu

const label =
  /^(?:- )?(?:noms?|pr[ée]noms?(?:\(s\))?|nom et pr[ée]nom|name|vorname|naam|voornaam) ?: ?$/i

/** A name in a cell; where a first name stands in the cell beside it, both. */
type NameCell = Run & { beside?: Run }

const both = (one: Run, other: Run): Run => ({
  first: Math.min(one.first, other.first),
  end: Math.max(one.end, other.end),
})

/** A cell of a table: its words, and where it stands. */
interface Cell extends Run {
  column: number
  text: string
}

/**
 * The cells of tables that are names: under a head that says so, or in a column where most are. `isSure` says whether the words of
 * a cell are a name by themselves.
 */
export function cellsOf(
  text: string,
  tokens: readonly Token[],
  taken: Uint8Array,
  isSure: (run: Run) => boolean,
): NameCell[] {
  const found: NameCell[] = []
  let table: Cell[][] = []
  const close = () => {
    found.push(...namesIn(table, tokens, taken, isSure))
    table = []
  }
  let at = 0
  let place = 0
  let labelled = false
  for (const line of text.split('\n')) {
    const cells: Cell[] = []
    let from = place
    const form =
      /^(?:- )?(?:Nom|Prénom|Prénom\(s\)|Prénoms|Nom et prénom|Name|Vorname|Naam|Voornaam) ?: ?/i.exec(
        line,
      )
    const parts = form ? [form[0], line.slice(form[0].length)] : line.split('\t')
    for (const [column, cell] of parts.entries()) {
      const first = at
      while (at < tokens.length && (tokens[at]?.from ?? 0) < from + cell.length) at += 1
      cells.push({ first, end: at, column, text: cell })
      from += cell.length + (form ? 0 : 1)
    }
    place += line.length + 1
    const value = cells[0]
    if (labelled && value && parts.length === 1 && isName(value, tokens, taken)) found.push(value)
    labelled = label.test(line)
    if (form) found.push(...formsOf(cells, tokens, taken))
    else if (parts.length > 1) table.push(cells)
    else if (line.trim() !== '') close()
  }
  close()
  return found
}

const formsOf = (cells: readonly Cell[], tokens: readonly Token[], taken: Uint8Array): Run[] => {
  const value = cells[1]
  return value && isName(value, tokens, taken) ? [value] : []
}

const isHead = (cell: Cell): boolean =>
  cell.text.length < 40 && ofNames.test(cell.text.trim().replace(/ ?:$/, ''))

const isName = (
  cell: Run,
  tokens: readonly Token[],
  taken: Uint8Array,
  isHeaded = false,
): boolean => {
  const words = tokens.slice(cell.first, cell.end)
  return (
    words.length > 0 &&
    words.length <= 8 &&
    words.some((one) => isPiece(one) || (isHeaded && one.is.office)) &&
    words.every(
      (one, nth) =>
        taken[cell.first + nth] === 0 &&
        (isPiece(one) ||
          (isHeaded && one.is.office && one.writing !== 'small') ||
          one.is.particle ||
          one.is.title ||
          /^(?:et|und|en)$/.test(one.key)),
    )
  )
}

const isFirst = ({ first, end }: Run, tokens: readonly Token[]): boolean =>
  end > first &&
  tokens.slice(first, end).every(({ is, writing }) => is.given && writing.startsWith('capital'))

function namesIn(
  table: readonly Cell[][],
  tokens: readonly Token[],
  taken: Uint8Array,
  isSure: (run: Run) => boolean,
): NameCell[] {
  const found: NameCell[] = []
  const heads = new Set<number>()
  const counts = new Map<number, { names: number; sure: number }>()
  for (const [nth, row] of table.entries()) {
    if (row.length === 2 && row[0] && row[1] && isHead(row[0])) {
      if (isName(row[1], tokens, taken)) found.push(row[1])
      continue
    }
    if (row.some(isHead) && !row.some((cell) => /\d{3}/.test(cell.text))) {
      heads.clear()
      for (const cell of row) if (isHead(cell)) heads.add(cell.column)
      if (nth > 0) counts.clear()
      continue
    }
    for (const cell of row) {
      if (!isName(cell, tokens, taken)) continue
      const count = counts.get(cell.column) ?? { names: 0, sure: 0 }
      count.names += 1
      if (isSure(cell)) count.sure += 1
      counts.set(cell.column, count)
    }
  }
  for (const row of table)
    for (const [nth, cell] of row.entries()) {
      const count = counts.get(cell.column)
      const isHeaded = heads.has(cell.column)
      // A last name beside a first name.
      const first = [row[nth - 1], row[nth + 1]].find((one) => one && isFirst(one, tokens))
      const isBeside = heads.size === 0 && first !== undefined
      const isOfNames = isHeaded || isBeside || (count && count.sure >= count.names * 0.3)
      if (isOfNames && !isHead(cell) && isName(cell, tokens, taken, isHeaded))
        found.push(first ? { ...cell, beside: both(cell, first) } : cell)
    }
  return found
}
