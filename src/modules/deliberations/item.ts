import { actor } from '#kernel/access'
import type { EventData } from '#kernel/events'
import { t } from '#kernel/i18n'
import { today } from '#commons/clock'
import { agent, directorGeneral, mayor } from '#commons/directory'
import { type Dossier, create, createMany, kind, read } from '#commons/dossiers'
import {
  asked,
  byNameIn,
  choice,
  completed,
  inTurns,
  manyOf,
  money,
  type OwnColumns,
  type Given,
  oneOf,
  optional,
  type Part,
  persons,
  rich,
  service,
  taken,
  term,
  termsOf,
  text,
  wordsOf,
  yesNo,
} from '#commons/records'
import { partiesNamed } from '#commons/parties'
import { placesNamed } from '#commons/places'
import { awaitedBy, isEditable, principalsOf } from '#commons/workflow'
import { categories, classifiers, committees, everyService } from './category.ts'
import { ensureStands, openOrgans, organs } from '#commons/organs'
import type { Hinted } from './hint.ts'
import { hinted } from './hinted.tsx'
import { itemVerbs } from './item-verbs.ts'
import { atNoLevel, beginnings, type LevelColumns } from './levels.ts'
import { secretariat } from './role.ts'
import { agreed, purposes } from './purpose.ts'
import { ensureSecret, matters } from './secret.ts'
import { sittingRule } from './sitting-rule.ts'
import { veil } from './veil.ts'
import { decidedStates, itemWorkflow } from './workflow.ts'
import { wordsBeside } from './words-beside.ts'

const privacies = ['public', 'secret'] as const

/** A point that is rewritten, as it is kept. */
const current = (id: string): Promise<Hinted> => read(items, id)

/** What is said of a point, in the order of its form. */
export const itemFields = {
  title: text(500, {
    label: 'deliberations.item.title',
    help: 'deliberations.item.title_help',
  }),
  organ_id: oneOf(
    { all: organs, open: openOrgans, order: byNameIn('commons.organ') },
    { label: 'deliberations.item.organ', stays: true },
  ),
  service_id: service({ label: 'deliberations.item.service', stays: true }, [
    secretariat.principal,
  ]),
  category_id: term(categories.name, {
    label: 'deliberations.item.category',
    none: 'deliberations.item.no_category',
    stays: true,
  }),
  amount: optional(
    money({ label: 'deliberations.item.amount', help: 'deliberations.item.amount_help' }),
  ),
  privacy: hinted(
    'privacy',
    choice(privacies, (value) => t(`deliberations.item.privacy.${value}`), {
      label: 'deliberations.item.privacy',
      help: 'deliberations.item.privacy_help',
    }),
    current,
  ),
  purpose: choice(purposes, (value) => t(`deliberations.item.purpose.${value}`), {
    label: 'deliberations.item.purpose',
    help: 'deliberations.item.purpose_help',
  }),
  poll_type: choice(
    ['freehand', 'secret', 'no_vote'],
    (value) => t(`deliberations.item.poll.${value}`),
    { label: 'deliberations.item.poll', help: 'deliberations.item.poll_help' },
  ),
  matter: hinted(
    'matter',
    choice(matters, (value) => t(`deliberations.item.matter.${value}`), {
      label: 'deliberations.item.matter',
      help: 'deliberations.item.matter_help',
    }),
    current,
  ),
  classifier_id: term(classifiers.name, {
    label: 'deliberations.item.classifier',
    none: 'deliberations.item.no_classifier',
    stays: true,
  }),
  to_discuss: yesNo({ label: 'deliberations.item.to_discuss' }),
  associated: manyOf(everyService, { label: 'deliberations.item.associated' }),
  in_charge: persons({ label: 'deliberations.item.in_charge' }),
  committees: termsOf(committees.name, { label: 'deliberations.item.committees' }),
  motivation: rich({
    label: 'deliberations.item.motivation',
    help: 'deliberations.item.motivation_help',
  }),
  decision: rich({ label: 'deliberations.item.decision' }),
  concerned: partiesNamed(30, {
    label: 'deliberations.item.concerned',
    help: 'deliberations.item.concerned_help',
    personal: true,
  }),
  places: placesNamed(20, { label: 'deliberations.item.places' }),
}
/** The parts of its form. */
export const itemParts: readonly Part<keyof typeof itemFields>[] = [
  {
    title: 'deliberations.item.part.what',
    names: ['title', 'organ_id', 'service_id', 'category_id', 'amount'],
  },
  { title: 'deliberations.item.part.concerned', folded: true, names: ['concerned', 'places'] },
  {
    title: 'deliberations.item.part.vote',
    folded: true,
    names: ['purpose', 'privacy', 'matter', 'poll_type'],
  },
  {
    title: 'deliberations.item.part.order',
    folded: true,
    names: ['classifier_id', 'to_discuss', 'associated', 'in_charge', 'committees'],
  },
  { title: 'deliberations.item.part.text', names: ['motivation', 'decision'] },
]

/** What is asked of a point: the same for the form and the API. */
export const WrittenItem = asked(itemFields)
export type WrittenItem = Partial<Given<typeof itemFields>> &
  Pick<Given<typeof itemFields>, MustBeSaid>
type MustBeSaid =
  | ('title' | 'organ_id' | 'service_id' | 'category_id')
  | ('privacy' | 'poll_type' | 'motivation' | 'decision')

export interface ItemColumns extends OwnColumns<typeof itemFields>, LevelColumns {
  /** The meeting on whose agenda it is. */
  meeting_id: string | null
  /** Its place there, from 1. */
  position: number | null
  /** As it is printed: « 2.1 » stands below « 2 » (sous-numéro). */
  number: string | null
  list_type: 'normal' | 'late'
  /** Its words are hidden from others while they are written. */
  veiled: boolean
  decided_at: Temporal.Instant | null
  /** The point that this one follows: it was put off, or taken off its agenda. */
  predecessor_id: string | null
  /** How many times it was called for want of quorum, this time included (CDLD L1122-17). */
  calling: number
}

/** A point (point d’ordre du jour). */
export type Item = Dossier<ItemColumns>

export const itemPath = ({ id }: { id: string }) => `/deliberations/items/${id}`

export const items = kind<ItemColumns, (typeof itemVerbs)[number]>({
  name: 'deliberations.item',
  verbs: itemVerbs,
  table: 'deliberations.item',
  path: (id) => itemPath({ id }),
  readers,
  awaits: (item) => awaitedBy(itemWorkflow, item),
  body: wordsOf(itemFields),
  beside: () => wordsBeside.all(),
  ...veil,
})

/** The service that answers for a point: it reads all that happened to it, also before it was handed over. */
export const servicesOf = ({ service_id }: Pick<Item, 'service_id'>): string[] =>
  service_id ? [`service:${service_id}`] : []

const ownService = new Set(['created', 'proposed'])

/** Who validates it, or did, besides its service. */
const levelsOf = (item: Item) =>
  (['own:validators', 'own:finals', 'own:level_readers'] as const)
    .flatMap((doer) => principalsOf(doer, item))
    .filter(
      (one) => one !== directorGeneral.principal && !one.startsWith(`service:${item.service_id}:`),
    )

/**
 * Who may see a point: its service and the director general all along, those who validate it from when it reached
 * them, the secretariat once it is validated, the mayor once it is on an agenda, the organ once that is frozen (L1122-13), all agents
 * once it was decided in public.
 */
function readers(item: Item): string[] {
  const author = item.created_by ? [`user:${item.created_by}`] : []
  const levels = new Set(levelsOf(item)).difference(new Set(author))
  const granted = [...servicesOf(item), ...author, directorGeneral.principal, ...levels]
  if (ownService.has(item.state)) return granted
  granted.push(secretariat.principal)
  if (item.state === 'validated' || item.state === 'cancelled') return granted
  granted.push(mayor.principal)
  if (item.state === 'presented') return granted
  granted.push(`organ:${item.organ_id}`)
  if (decidedStates.includes(item.state) && item.privacy === 'public') granted.push(agent.principal)
  return granted
}

/** Whether the one who acts may rewrite a point as it is now. */
export const mayEdit = (item: Item): boolean => isEditable(itemWorkflow, item)

/** Writes a new point for a service of one’s own; `told` is for its history. */
export async function writeItem(written: WrittenItem, told: EventData = {}): Promise<Item> {
  const { root, own } = await opening(written)
  return create(items, root, own, told)
}

/** Writes many, as one writes one: those of a list. */
export const writeItems = async (all: readonly WrittenItem[]): Promise<Item[]> =>
  createMany(items, await inTurns(all, opening))

/** Writes a point as the house, which waits for a meeting at once: what recurs is validated by who says that it does. */
export async function writeValidated(written: WrittenItem, told: EventData = {}): Promise<Item> {
  const { root, own } = await opening(written)
  const columns = root.state === 'validated' ? {} : atNoLevel
  return create(items, { ...root, state: 'validated' }, { ...own, ...columns }, told)
}

async function opening(written: WrittenItem) {
  const { title, service_id, ...own } = await taken(itemFields, completed(itemFields, written))
  await ensureStands(own.organ_id, 'organ_id')
  const lawful = {
    ...own,
    ...(await agreed(own, { purpose: 'decision', poll_type: 'freehand', organ_id: own.organ_id })),
    privacy: await lawfulPrivacy(own),
  }
  await ensureSecret(lawful)
  const by = { ...lawful, service_id, created_by: actor().id }
  const [began] = await beginnings([by], itemWorkflow.initial)
  const { state = itemWorkflow.initial, columns = atNoLevel } = began ?? {}
  return { root: { title, service_id, state }, own: { ...lawful, ...columns } }
}

/**
 * A point of an organ that the law closes to the public (CDLD L1123-20; organic law of the CPAS, art. 31) is of a closed
 * session, whatever was chosen; it stays so when the law changes.
 */
export async function lawfulPrivacy({
  organ_id,
  privacy,
}: Pick<Item, 'organ_id' | 'privacy'>): Promise<Item['privacy']> {
  const body = (await organs()).find(({ id }) => id === organ_id)
  const closed = body && (await sittingRule(body.kind, today())).closedBy
  return closed ? 'secret' : privacy
}
