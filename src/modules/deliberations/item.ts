import { actor, bears, isSystem } from '#kernel/access'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { type RichText, fromField, toPlainText } from '#kernel/richtext'
import { ensureService } from '#commons/directory'
import { type Dossier, type Kind, create, write } from '#commons/dossiers'
import { ensureTerm } from '#commons/vocabularies'
import { awaitedBy } from '#commons/workflow'
import { categories } from './category.ts'
import { organs } from './organ.ts'
import type { WrittenItem } from './schema.ts'
import { outcomeOf } from './vote.ts'
import { decidedStates, itemWorkflow } from './workflow.ts'

export interface ItemColumns {
  organ_id: string
  /** The meeting on whose agenda it is. */
  meeting_id: string | null
  /** Its number there, from 1. */
  position: number | null
  list_type: 'normal' | 'late'
  privacy: 'public' | 'secret'
  poll_type: 'freehand' | 'secret' | 'no_vote'
  category_id: string | null
  motivation: RichText
  decision: RichText
  decided_at: Temporal.Instant | null
}

/** A point (point d’ordre du jour). */
export type Item = Dossier<ItemColumns>

export const itemPath = ({ id }: { id: string }) => `/deliberations/items/${id}`

export const items: Kind<ItemColumns> = {
  name: 'deliberations.item',
  table: 'deliberations.item',
  path: (id) => itemPath({ id }),
  readers,
  awaits: (item) => awaitedBy(itemWorkflow, item),
  body: ({ motivation, decision }) => `${toPlainText(motivation)}\n${toPlainText(decision)}`,
}

const ownService = new Set(['created', 'proposed', 'prevalidated'])

/**
 * Who may see a point: its service and the director general all along, the secretariat once it is
 * validated, the mayor once it is on an agenda, the organ once that is frozen (L1122-13), all agents
 * once it was decided in public.
 */
function readers(item: Item): string[] {
  const service = item.service_id ? [`service:${item.service_id}`] : []
  const author = item.created_by ? [`user:${item.created_by}`] : []
  const granted = [...service, ...author, 'role:director_general']
  if (ownService.has(item.state)) return granted
  granted.push('role:secretariat')
  if (item.state === 'validated') return granted
  granted.push('role:mayor')
  if (item.state === 'presented') return granted
  granted.push(`organ:${item.organ_id}`)
  if (decidedStates.includes(item.state) && item.privacy === 'public') granted.push('role:agent')
  return granted
}

/** Whether the one who acts may rewrite a point as it is now. */
export function mayEdit(item: Item): boolean {
  if (isSystem()) return true
  const service = `service:${item.service_id}`
  switch (item.state) {
    case 'created':
      return (
        bears(`${service}:editor`) || bears(`${service}:head`) || item.created_by === actor().id
      )
    case 'proposed':
      return bears(`${service}:head`)
    case 'prevalidated':
      return bears('role:director_general')
    case 'validated':
    case 'presented':
    case 'frozen':
      return bears('role:secretariat')
    default:
      return false
  }
}

/** Whether the one who acts may write for a service: as its editor or head. */
function mayWriteFor(serviceId: string): boolean {
  return bears(`service:${serviceId}:editor`) || bears(`service:${serviceId}:head`)
}

/** Writes a new point for a service of one's own. */
export async function writeItem(written: WrittenItem): Promise<Item> {
  ensure(mayWriteFor(written.service_id), Forbidden, 'deliberations.item.not_your_service')
  await ensureKnown(written)
  const root = { title: written.title, service_id: written.service_id }
  return create(items, { ...root, state: itemWorkflow.initial }, ownColumns(written))
}

/** Rewrites a point, as far as its state and the one who acts allow. */
export async function rewrite(item: Item, written: WrittenItem): Promise<Item> {
  ensure(mayEdit(item), Forbidden, 'deliberations.item.not_editable')
  const moved = written.organ_id !== item.organ_id && item.meeting_id !== null
  ensure(!moved, Conflict, 'deliberations.item.on_an_agenda')
  if (written.service_id !== item.service_id)
    ensure(
      mayWriteFor(written.service_id) || bears('role:secretariat'),
      Forbidden,
      'deliberations.item.not_your_service',
    )
  await ensureKnown(written, item)
  // A vote that was held keeps its kind: names would stand beside a secret ballot (E04).
  if (written.poll_type !== item.poll_type && (await outcomeOf(item.id)))
    throw Invalid.field('poll_type', 'deliberations.vote.kind_kept')
  const patch = { title: written.title, service_id: written.service_id, ...ownColumns(written) }
  const changed = Object.entries(patch).filter(([name, value]) => Reflect.get(item, name) !== value)
  if (changed.length === 0) return item
  return write(items, item, Object.fromEntries(changed), 'edit', {
    fields: changed.map(([name]) => name),
  })
}

/**
 * Throws `Invalid` where what was chosen is none of the authority's. A point keeps the service and
 * category that it had, even if they may be chosen no more.
 */
async function ensureKnown(written: WrittenItem, before?: Item): Promise<void> {
  const { organ_id, service_id, category_id } = written
  const known = await organs()
  if (!known.some(({ id }) => id === organ_id)) throw Invalid.field('organ_id', 'http.field.choose')
  if (service_id !== before?.service_id) await ensureService(service_id, 'service_id')
  if (category_id && category_id !== before?.category_id)
    await ensureTerm(categories.name, category_id, 'category_id')
}

function ownColumns(written: WrittenItem) {
  return {
    organ_id: written.organ_id,
    category_id: written.category_id,
    privacy: written.privacy,
    poll_type: written.poll_type,
    motivation: cleaned('motivation', written.motivation),
    decision: cleaned('decision', written.decision),
  }
}

/** A text as we keep it. Throws `Invalid` where its HTML is broken, saying where. */
function cleaned(field: 'motivation' | 'decision', text: string): RichText {
  const { html, broken } = fromField(text)
  const [first] = broken
  if (first) {
    const { line, column, excerpt } = first
    throw Invalid.field(field, 'deliberations.item.broken_html', { line, column, excerpt })
  }
  return html
}
