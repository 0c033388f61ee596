import type { Finding, InOffice } from './kinds.ts'
import { isInOffice, isSaidInOffice, listedInOffice, officeOf, saidOffice } from './office.ts'
import { isListed, judged, type Judge, sureName } from './judgement.ts'
import { habitsOf, whole } from './particles.ts'
import { endOf, isPiece, runsOf } from './runs.ts'
import { cellsOf } from './tables.ts'
import { type Run, type Things } from './things.ts'
import { joins, shapeOf, type Token } from './tokens.ts'

/**
 * The names of people in a flat text: after a title, beside a first name, in capitals beside a word that is not, with initials, in
 * tables; and, once a surname is known, wherever it stands again. Who acts in office is left out, as is what is taken by streets,
 * bodies and laws.
 */
export function names(
  text: string,
  tokens: readonly Token[],
  things: Things,
  inOffice: readonly InOffice[],
  language: Judge['language'],
): Finding[] {
  const { taken } = things
  const smalls = new Set<string>()
  // The words of a mailbox say nothing: « andree.vaillant@ ».
  for (const { writing, key, gap, to } of tokens)
    if (writing === 'small' && !/[@._]$/.test(gap) && !/[@_]|\.\p{L}/u.test(text.slice(to, to + 2)))
      smalls.add(key)
  const judge: Judge = { text, tokens, taken, smalls, language, shouted: shoutedIn(tokens) }
  const runs = runsOf(tokens, taken)
  const found: (Run & { beside?: Run })[] = judged(judge, runs)
  found.push(...cellsOf(text, tokens, taken, (cell) => sureName(judge, cell)))
  found.push(...smallNames(judge))
  const office = officeOf(inOffice)
  const said = listedInOffice(tokens, found)
  for (const run of found) if (isSaidInOffice(text, tokens, run)) said.add(run)
  const others = saidOffice(tokens, said)
  const isPublic = (run: Run & { beside?: Run }) => {
    const name = run.beside ?? run
    return said.has(run) || isInOffice(tokens, name, office) || isInOffice(tokens, name, others)
  }
  const people = found.filter((run) => !isPublic(run))
  const again = repeated(judge, people, found).filter((run) => !isPublic(run))
  const beside = neighbours(judge, runs, [...found, ...again]).filter((run) => !isPublic(run))
  const all = [...people, ...again, ...beside]
  const habits = habitsOf(tokens, all)
  return coupled(
    judge,
    all.map((run) => whole(judge, run, habits)),
  ).map(({ first, end }) => ({
    from: tokens[first]?.from ?? 0,
    to: tokens[end - 1]?.to ?? 0,
    kind: 'person' as const,
  }))
}

/** The words of lines that are in capitals for the most part. */
function shoutedIn(tokens: readonly Token[]): Uint8Array {
  const shouted = new Uint8Array(tokens.length)
  let first = 0
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at]
    if (token && !(at > first && /[\n\t]/.test(token.gap))) continue
    const words = tokens.slice(first, at)
    const loud = words.filter(({ writing, key }) => writing === 'capitals' && key.length > 3).length
    const quiet = words.filter(
      ({ writing, key }) => (writing === 'small' || writing === 'capital') && key.length > 3,
    ).length
    if (loud > 2 && loud > 2 * quiet) shouted.fill(1, first, at)
    first = at
  }
  return shouted
}

/** « frédéric vermeulen »: a first name that is no other word, and a word that is none of the language. */
function smallNames({ tokens, taken, language }: Judge): Run[] {
  const found: Run[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.writing !== 'small' || taken[at] || !token.is.given || token.is.plain)
      continue
    const left = tokens[at - 1]
    const isTold = Boolean(left?.is.title && joins(token)) || (token.opens && !token.is.word)
    if (language !== 'fr' && !(isTold && left?.is.title)) continue
    let past = at + 1
    if (
      !token.is.word &&
      tokens[past]?.is.word &&
      !tokens[past]?.is.plain &&
      !tokens[past + 1]?.is.word &&
      tokens[past + 1]?.writing === 'small' &&
      joins(tokens[past + 1] as Token) &&
      joins(tokens[past] as Token)
    )
      past += 1
    while (past < at + 4 && tokens[past]?.is.particle && tokens[past]?.writing === 'small')
      past += 1
    const next = tokens[past]
    const isLast =
      next &&
      next.writing === 'small' &&
      joins(next) &&
      next.key.length > 1 &&
      !next.is.plain &&
      !next.is.particle &&
      (!next.is.word || isTold)
    if (!isLast) continue
    let end = past + 1
    while (end < past + 3) {
      const more = tokens[end]
      if (
        !more ||
        more.writing !== 'small' ||
        !joins(more) ||
        more.is.word ||
        (more.is.particle && more.key !== 'wa')
      )
        break
      end += 1
    }
    found.push({ first: at, end })
    at = end
  }
  return found
}

/** In a list before or after names, more of them. */
function neighbours(judge: Judge, runs: readonly Run[], found: readonly Run[]): Run[] {
  const starts = new Set(found.map(({ first }) => first))
  const all = runs.toSorted((a, b) => a.first - b.first)
  const more: Run[] = []
  const accept = (run: Run, beside: Run, later: Run) => {
    if (starts.has(run.first) || !starts.has(beside.first)) return
    if (!isListed(judge, run, later)) return
    starts.add(run.first)
    more.push(run)
  }
  for (let nth = all.length - 2; nth >= 0; nth -= 1) {
    const [run, next] = [all[nth], all[nth + 1]]
    if (run && next) accept(run, next, next)
  }
  for (let nth = 1; nth < all.length; nth += 1) {
    const [run, last] = [all[nth], all[nth - 1]]
    if (run && last) accept(run, last, run)
  }
  return more
}

/** « Jean et Anne Dupont »: first names alone before a whole name are of it. */
function coupled({ tokens }: Judge, runs: readonly Run[]): Run[] {
  const byStart = new Map(runs.map((run) => [run.first, run]))
  return runs.map((run) => {
    const and = tokens[run.end]
    const other = byStart.get(run.end + 1)
    const isCouple =
      other &&
      and &&
      joins(and) &&
      /^(?:et|und|en)$/.test(and.key) &&
      tokens.slice(run.first, run.end).every(({ is, writing }) => is.given || writing === 'initial')
    return isCouple ? { first: run.first, end: other.end } : run
  })
}

/** Where a known name stands again, alone. */
function repeated(judge: Judge, people: readonly Run[], found: readonly Run[]): Run[] {
  const { tokens, taken, smalls } = judge
  const known = new Set<string>()
  for (const run of people)
    for (const token of tokens.slice(run.first, run.end)) {
      const { is, key, writing } = token
      if (
        writing === 'initial' ||
        is.particle ||
        is.title ||
        is.plain ||
        key.length < (is.word ? 3 : 2)
      )
        continue
      known.add(shapeOf(key))
      if (key.includes('-'))
        for (const part of key.split('-')) if (part.length > 3) known.add(shapeOf(part))
    }
  const done = new Uint8Array(tokens.length)
  for (const { first, end } of found) done.fill(1, first, end)
  const again: Run[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || done[at] || taken[at] || !isPiece(token) || token.writing === 'initial') continue
    const isKnown =
      known.has(shapeOf(token.key)) ||
      (token.key.includes('-') &&
        token.key.split('-').some((part) => part.length > 3 && known.has(shapeOf(part))))
    if (!isKnown) continue
    if (
      token.is.place &&
      !token.is.given &&
      /^(?:a|en|de|du|d'|la|le|sur|vers|par|in|te|aus)$/.test(tokens[at - 1]?.key ?? '')
    )
      continue
    if (token.opens && token.writing === 'capital' && token.is.word && smalls.has(token.key))
      continue
    const end = endOf(tokens, at + 1, at, taken)
    again.push({ first: at, end })
    at = end
  }
  return again
}
