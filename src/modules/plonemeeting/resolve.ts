import { folded } from '#kernel/i18n'
import { finding } from './types.ts'
import type { Finding, RemoteChoice, RemoteItem } from './types.ts'

/** A category or a service of ours. `externalTokens`: those of theirs that it stands for. */
export interface KnownLabel {
  id: string
  name: string
  externalTokens?: readonly string[]
}

/** Chosen by the person: the id of one of ours, `create` under its title, or under a name typed. */
export type LabelChoice = string | { create: string }
/** By the tokens of theirs. */
export type LabelChoices = Readonly<Record<string, LabelChoice>>

export type Resolution =
  /** Taken over before, under this very token. */
  | { kind: 'known'; id: string }
  | { kind: 'mapped'; id: string; by: 'choice' | 'name' }
  /** Equal names are one creation. */
  | { kind: 'create'; name: string }
  | { kind: 'question'; nameNeeded: boolean }

/** A category or service that the points to create bear, and what becomes of it. */
export interface PlannedLabel {
  token: string
  title: string | null
  /** Under what name it would be created: its title, else the head of its references; or empty. */
  suggestion: string
  resolution: Resolution
  /** How many points bear it. */
  items: number
  /** First references and titles, by which a service known only by its UID is recognised. */
  examples: { reference: string | null; title: string }[]
}

export interface Labels {
  labels: PlannedLabel[]
  findings: Finding[]
}

export interface Kind {
  field: 'category' | 'service'
  /** Name of the field in the answer. */
  remoteField: string
  unknown: 'unknown_category' | 'unknown_service'
}
export const categoryKind: Kind = {
  field: 'category',
  remoteField: 'category',
  unknown: 'unknown_category',
}
export const serviceKind: Kind = {
  field: 'service',
  remoteField: 'proposingGroup',
  unknown: 'unknown_service',
}

/**
 * Resolves every category, or every service, of the points to create, against ours and the choices
 * made. A title may stand on any point of the upload: not each answer repeats it.
 */
export function resolveLabels(
  { field, remoteField, unknown }: Kind,
  items: RemoteItem[],
  toCreate: RemoteItem[],
  known: readonly KnownLabel[],
  { chosen, createMissing }: { chosen: LabelChoices; createMissing: boolean },
): Labels {
  const findings: Finding[] = []
  const titles = new Map(
    items
      .map((item) => [item[field]?.token, item[field]?.title] as const)
      .filter(([, title]) => title),
  )
  const settled = [...bearers(field, toCreate)].map(([token, bearing]) => {
    const title = titles.get(token) ?? null
    const suggestion = title ?? referenceHead(bearing)
    const answered = resolve({ token, title }, known, choiceOf(chosen, token))
    const missing = answered.kind === 'question' && createMissing
    return {
      token,
      bearing,
      title,
      suggestion,
      resolution: missing ? created(suggestion, known) : answered,
    }
  })
  const doubtful = field === 'service' ? mergedByName(settled, known, chosen) : new Set<string>()
  const labels = settled.map(({ token, bearing, title, suggestion, ...one }): PlannedLabel => {
    const resolution: Resolution = doubtful.has(token)
      ? { kind: 'question', nameNeeded: false }
      : one.resolution
    const where = { file: bearing[0]?.file ?? '', field: remoteField }
    const params = { token, name: suggestion || token, items: bearing.length }
    if (resolution.kind === 'question') findings.push(finding('question', unknown, where, params))
    else if (resolution.kind === 'mapped' && resolution.by === 'name') {
      const ours = known.find(({ id }) => id === resolution.id)?.name ?? ''
      findings.push(finding('notice', 'mapped_by_name', where, { ...params, ours }))
    }
    const examples = examplesOf(bearing)
    return { token, title, suggestion, resolution, items: bearing.length, examples }
  })
  return { labels, findings }
}

interface Settled {
  token: string
  resolution: Resolution
}

/**
 * Services of theirs that would become one of ours for no more than their names, while another of theirs is that already or
 * would be too: whether they are the same is asked (one may be the new name of another, or of another authority).
 */
function mergedByName(
  settled: readonly Settled[],
  known: readonly KnownLabel[],
  chosen: LabelChoices,
): ReadonlySet<string> {
  const target = ({ resolution }: Settled) =>
    resolution.kind === 'create'
      ? `new ${folded(resolution.name)}`
      : resolution.kind === 'question'
        ? null
        : resolution.id
  const together = Map.groupBy(settled, target)
  return new Set(
    [...together].flatMap(([id, some]) => {
      if (id === null) return []
      const before = known.find((one) => one.id === id)?.externalTokens ?? []
      const byName = some.filter(
        ({ token, resolution }) =>
          resolution.kind !== 'known' && choiceOf(chosen, token) === undefined,
      )
      const others =
        some.length > 1 || before.some((one) => !some.some(({ token }) => token === one))
      return others ? byName.map(({ token }) => token) : []
    }),
  )
}

function bearers(field: Kind['field'], items: RemoteItem[]): Map<string, RemoteItem[]> {
  const borne = items.filter((item) => item[field] !== null)
  return Map.groupBy(borne, (item) => item[field]?.token ?? '')
}

const examplesOf = (items: RemoteItem[]) =>
  items.slice(0, 3).map(({ reference, title }) => ({ reference, title }))

/** « PERS » of « PERS/20191114-5 »: how the authority abbreviates the service over there. */
function referenceHead(items: RemoteItem[]): string {
  const heads = items.map(({ reference }) => /^(.+)\/\d{8}-/.exec(reference ?? '')?.[1] ?? '')
  return heads.find(Boolean) ?? ''
}

/** A token may read `constructor`: only what was put there is a choice. */
const choiceOf = (choices: LabelChoices, token: string) =>
  Object.hasOwn(choices, token) ? choices[token] : undefined

/** What was chosen comes first, then the token remembered, then an equal name. */
function resolve(
  remote: RemoteChoice,
  known: readonly KnownLabel[],
  choice: LabelChoice | undefined,
): Resolution {
  if (choice === 'create') return created(remote.title ?? '', known)
  if (typeof choice === 'object') return created(choice.create, known)
  if (known.some(({ id }) => id === choice))
    return { kind: 'mapped', id: choice ?? '', by: 'choice' }
  const remembered = known.find(({ externalTokens }) => externalTokens?.includes(remote.token))
  if (remembered) return { kind: 'known', id: remembered.id }
  const named = namedAlike(remote.title ?? '', known)
  return named ? mappedByName(named) : { kind: 'question', nameNeeded: remote.title === null }
}

/** Creating what we already have would make two of it: the one we have is taken. */
function created(name: string, known: readonly KnownLabel[]): Resolution {
  if (folded(name) === '') return { kind: 'question', nameNeeded: true }
  const named = namedAlike(name, known)
  return named ? mappedByName(named) : { kind: 'create', name: name.trim() }
}

const mappedByName = ({ id }: KnownLabel): Resolution => ({ kind: 'mapped', id, by: 'name' })

/** The only one of ours with that name, case and accents aside; two alike are for a person. */
function namedAlike(name: string, known: readonly KnownLabel[]): KnownLabel | null {
  const alike = known.filter((label) => folded(name) !== '' && folded(label.name) === folded(name))
  return alike.length === 1 ? (alike[0] ?? null) : null
}
