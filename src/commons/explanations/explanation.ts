import { bears } from '#kernel/access'
import { accountsBearing } from '#kernel/auth'
import { db } from '#kernel/db'
import { Forbidden, ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { namesOf, readerNames } from '#commons/directory'
import { type Dossier, type Kind, kinds, readMany, seen } from '#commons/dossiers'
import {
  assess,
  doersNames,
  isEditable,
  isOneOf,
  principalsOf,
  stateName,
  verbName,
  type Workflow,
  workflows,
} from '#commons/workflow'

/** How many persons are named of those who bear something. */
const mostNamed = 12

/** Somebody who sees a dossier, and by what. */
export interface Seer {
  /** A reader of the dossier, in words: « le secrétariat ». */
  called: string
  /** It is lent to them: their advice is asked, and the kind of the dossier does not name them. */
  lent: boolean
  /** The one who asks is one of these. */
  mine: boolean
  persons: string[]
  /** How many more there are. */
  more: number
}

/** A step of a dossier, and why the one who asks can or cannot take it now. */
export interface Answer {
  verb: string
  label: string
  open: boolean
  /** Why not; empty: they can. */
  why: string
  /** Who could. */
  persons: string[]
  more: number
}

export interface Explanation {
  dossier: Dossier
  state: string
  seers: readonly Seer[]
  now: readonly Answer[]
  /** Steps that begin in other states: which, in words. */
  elsewhere: readonly { label: string; from: string[] }[]
}

const flowOf = (kind: string): Workflow | undefined =>
  workflows.all().find((one) => one.kind === kind)

/** Whether the one who acts may do anything to a dossier, in some state of it. */
export function mayActOn(dossier: Dossier): boolean {
  const flow = flowOf(dossier.kind)
  if (!flow) return false
  return (
    isEditable(flow, dossier) ||
    Object.values(flow.transitions).some(({ who }) => isOneOf(who, dossier))
  )
}

/** The dossier of this id, of whatever kind, for who may act on it. Throws `NotFound`, `Forbidden`. */
export async function explainable(id: string): Promise<Dossier> {
  if (!isId(id)) throw new NotFound()
  const root = await db()
    .selectFrom('commons.dossier as d')
    .select('d.kind')
    .where('d.id', '=', id)
    .where(seen())
    .executeTakeFirst()
  const kind = kinds.all().find(({ name }) => name === root?.kind)
  if (!kind) throw new NotFound()
  // What stands in the slot is a whole kind, of which it shows a part.
  const [dossier] = await readMany(kind as Kind<object>, [id])
  if (!dossier) throw new NotFound()
  ensure(mayActOn(dossier), Forbidden, 'explanations.not_yours')
  return dossier
}

interface Bearers {
  persons: string[]
  more: number
}

/** Who bears some of these today, by name: each principal, or several as one. */
async function bearersOf(groups: readonly (readonly string[])[]): Promise<Bearers[]> {
  const accounts = await accountsBearing(groups.flat())
  const ids = groups.map((group) =>
    accounts.filter(({ bears: all }) => group.some((one) => all.includes(one))).map(({ id }) => id),
  )
  const names = await namesOf([...new Set(ids.flatMap((some) => some.slice(0, mostNamed)))])
  return ids.map((some) => ({
    persons: some.slice(0, mostNamed).flatMap((id) => names.get(id) ?? []),
    more: Math.max(0, some.length - mostNamed),
  }))
}

/** Who sees a dossier, by what, and who these are today. */
async function seersOf({ id, readers }: Dossier): Promise<Seer[]> {
  const lent = await db()
    .selectFrom('commons.lent_reader')
    .select('principal')
    .where('dossier_id', '=', id)
    .execute()
  const borrowers = new Set(lent.map(({ principal }) => principal))
  const all = await bearersOf(readers.map((one) => [one]))
  const seers: Seer[] = []
  for (const [at, principal] of readers.entries()) {
    const [called = principal] = await readerNames([principal])
    const bearers = all[at] ?? { persons: [], more: 0 }
    seers.push({ called, lent: borrowers.has(principal), mine: bears(principal), ...bearers })
  }
  return seers
}

/** What can be done to a dossier now, by whom, and what is in the way; what can be done in other states. */
export async function explanationOf(dossier: Dossier): Promise<Explanation> {
  const seers = await seersOf(dossier)
  const flow = flowOf(dossier.kind)
  if (!flow) return { dossier, state: dossier.state, seers, now: [], elsewhere: [] }
  const verbs = Object.keys(flow.transitions).filter((verb) => whoOf(flow, verb).length > 0)
  const here: { verb: string; why: string; open: boolean }[] = []
  const elsewhere: Explanation['elsewhere'][number][] = []
  for (const verb of verbs) {
    const [openness] = await assess(flow, [dossier], verb)
    // What is nobody’s on this dossier is no step of it.
    if (!openness || isNobodys(flow, verb, dossier)) continue
    const label = verbName(flow.kind, verb)
    if (openness.open) here.push({ verb, open: true, why: '' })
    else if (openness.why !== 'state') {
      const { key, params } = openness.obstacle
      here.push({ verb, open: false, why: t(key, params ?? {}) })
    } else
      elsewhere.push({
        label,
        from: (flow.transitions[verb]?.from ?? []).map((state) => stateName(flow.kind, state)),
      })
  }
  const could = await bearersOf(
    here.map(({ verb }) => whoOf(flow, verb).flatMap((doer) => principalsOf(doer, dossier))),
  )
  const now = here.map((one, at) => ({
    ...{ ...one, label: verbName(flow.kind, one.verb) },
    ...(could[at] ?? { persons: [], more: 0 }),
  }))
  return { dossier, state: stateName(flow.kind, dossier.state), seers, now, elsewhere }
}

/** Whether a step is for nobody on a dossier as it is: sending on from its last level, validating at one that is not. */
const isNobodys = (flow: Workflow, verb: string, dossier: Dossier): boolean =>
  flow.transitions[verb]?.from.includes(dossier.state) === true &&
  whoOf(flow, verb).flatMap((doer) => principalsOf(doer, dossier)).length === 0

const whoOf = (flow: Workflow, verb: string) => flow.transitions[verb]?.who ?? []

/** For whom a step is, in words. */
export const forWhom = (dossier: Dossier, verb: string): string => {
  const flow = flowOf(dossier.kind)
  return flow ? doersNames({ who: whoOf(flow, verb) }) : ''
}
