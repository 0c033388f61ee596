import { outcomeOf, shownNumber } from '#commons/plone'
import { categoryKind, resolveLabels, serviceKind } from './resolve.ts'
import type { Kind, KnownLabel, LabelChoices, PlannedLabel } from './resolve.ts'
import { textsLeft } from './texts.ts'
import { finding } from './types.ts'
import type {
  Finding,
  RemoteAnnex,
  RemoteItem,
  RemoteMeeting,
  UnreadableItem,
  Upload,
  Where,
} from './types.ts'

/** What this authority has, as far as it matters here. */
export interface Known {
  categories: readonly KnownLabel[]
  services: readonly KnownLabel[]
  meetingUids: ReadonlySet<string>
  /** Points taken over before -> `RemoteItem.hash` of what was taken over. */
  itemUids: ReadonlyMap<string, string>
  annexUids: ReadonlySet<string>
  /** What stands in the way: no organ for the meeting, one that meets at that time, a closed one. */
  obstacle?: 'organ_needed' | 'organ_meets' | 'meeting_closed'
}

/** What the person answered. */
export interface Choices {
  categories: LabelChoices
  services: LabelChoices
  /** Create, under the name suggested, what nobody answered for. */
  createMissing: boolean
  /** Go on without the points and files that are refused. */
  leaveOutRefused: boolean
  /** Take points with broken HTML as a browser would show them, having seen where it is broken. */
  acceptRepaired: boolean
  /** It was held over there and is over: closed, as it was, never to be rewritten. Null: where it was closed there. */
  held: boolean | null
}

export const noChoices: Choices = {
  categories: {},
  services: {},
  createMissing: false,
  leaveOutRefused: false,
  acceptRepaired: false,
  held: false,
}

export interface PlannedAnnex {
  annex: RemoteAnnex
  /**
   * `without_file` waits for its content; `kept_local` belongs to a point kept as it is here;
   * `confidential` is left out, for whoever reads a point here reads its annexes.
   */
  action: 'create' | 'unchanged' | 'kept_local' | 'without_file' | 'confidential'
}

export type PlannedItem =
  | {
      action: 'create'
      item: RemoteItem
      /** Null: the point bears none. */
      category: PlannedLabel | null
      service: PlannedLabel
      annexes: PlannedAnnex[]
    }
  /** `kept_local`: it changed over there since; what stands here is never overwritten. */
  | { action: 'unchanged' | 'kept_local'; item: RemoteItem; annexes: PlannedAnnex[] }
  | { action: 'refused'; item: UnreadableItem }

export interface Plan {
  /** It comes as a closed meeting that was held elsewhere. */
  held: boolean
  meeting:
    | { action: 'create' | 'unchanged'; meeting: RemoteMeeting }
    | { action: 'refused'; meeting: RemoteMeeting | null }
  /** Sorted by number; refused ones without a number come last. */
  items: PlannedItem[]
  categories: PlannedLabel[]
  services: PlannedLabel[]
  findings: Finding[]
  counts: {
    items: Record<PlannedItem['action'], number>
    annexes: Record<PlannedAnnex['action'], number>
    findings: Record<Finding['severity'], number>
  }
  /** No question is open and nothing is refused, unless one chose to go on without. */
  ready: boolean
  /** Whether carrying it out would write anything. */
  changes: boolean
}

/**
 * What an import will create, map, leave unchanged, ask or refuse. The same upload against what
 * stands after its import plans nothing to create. Never throws.
 */
export function plan(upload: Upload, known: Known, choices: Choices): Plan {
  const held = isHeld(upload, known, choices)
  const actions = new Map(
    upload.items.map((item) => {
      const action = actionOf(item, known, choices)
      return [item, held && action === 'create' && !outcomeOf(item) ? 'refused' : action]
    }),
  )
  const toCreate = upload.items.filter((item) => actions.get(item) === 'create')
  const { createMissing } = choices
  const label = (kind: Kind, ours: readonly KnownLabel[], chosen: LabelChoices) =>
    resolveLabels(kind, upload.items, toCreate, ours, { chosen, createMissing })
  const categories = label(categoryKind, known.categories, choices.categories)
  const services = label(serviceKind, known.services, choices.services)
  const items = [
    ...upload.items.map((item) =>
      planned(item, actions.get(item), categories.labels, services.labels, known),
    ),
    ...upload.unreadable.map((item): PlannedItem => ({ action: 'refused', item })),
  ].toSorted((a, b) => (a.item.number ?? Infinity) - (b.item.number ?? Infinity) || 0)
  const findings = [
    ...upload.findings.flatMap((said) => weighed(said, items, choices)),
    ...categories.findings,
    ...services.findings,
    ...obstacleFindings(upload, items, known),
    ...items.flatMap((one) => itemFindings(one, held)),
    ...(held ? heldFindings(upload) : renumberings(items)),
  ]
  const meeting = plannedMeeting(upload.meeting, known, choices)
  const counts = countsOf(items, findings)
  const { question, refused } = counts.findings
  return {
    ...{ held, meeting, items },
    categories: categories.labels,
    services: services.labels,
    findings,
    counts,
    ready:
      meeting.action !== 'refused' && question === 0 && (refused === 0 || choices.leaveOutRefused),
    changes:
      meeting.action !== 'refused' &&
      (meeting.action === 'create' || counts.items.create > 0 || counts.annexes.create > 0),
  }
}

/** Whether a meeting was closed where it comes from. */
const isOverThere = (meeting: RemoteMeeting | null): boolean =>
  meeting?.state === 'closed' || meeting?.state === 'archived'

/** One that is here already stays as it came. */
const isHeld = ({ meeting }: Upload, { meetingUids }: Known, { held }: Choices): boolean =>
  (held ?? isOverThere(meeting)) && meeting !== null && !meetingUids.has(meeting.uid)

/** What was held is over, and each of its points was decided. */
function heldFindings({ meeting, items }: Upload): Finding[] {
  const toCome =
    meeting && Temporal.Instant.compare(meeting.startsAt.toInstant(), Temporal.Now.instant()) > 0
  return [
    ...(toCome ? [finding('refused', 'held_to_come', { file: meeting.file })] : []),
    ...items.flatMap((item) =>
      outcomeOf(item)
        ? []
        : [finding('refused', 'undecided_there', placed(item), { state: item.state ?? '—' })],
    ),
  ]
}

function plannedMeeting(
  meeting: RemoteMeeting | null,
  { meetingUids, obstacle }: Known,
  { acceptRepaired }: Choices,
): Plan['meeting'] {
  if (meeting && meetingUids.has(meeting.uid)) return { action: 'unchanged', meeting }
  return meeting && !obstacle && (meeting.broken.length === 0 || acceptRepaired)
    ? { action: 'create', meeting }
    : { action: 'refused', meeting }
}

function actionOf(item: RemoteItem, known: Known, choices: Choices): PlannedItem['action'] {
  const before = known.itemUids.get(item.uid)
  if (before !== undefined) return before === item.hash ? 'unchanged' : 'kept_local'
  if (known.obstacle === 'meeting_closed') return 'refused'
  return item.broken.length > 0 && !choices.acceptRepaired ? 'refused' : 'create'
}

function planned(
  item: RemoteItem,
  action: PlannedItem['action'] | undefined,
  categories: PlannedLabel[],
  services: PlannedLabel[],
  known: Known,
): PlannedItem {
  const annexes = item.annexes.map((annex) => plannedAnnex(annex, action, known))
  if (action === 'unchanged' || action === 'kept_local') return { action, item, annexes }
  const category = categories.find(({ token }) => token === item.category?.token) ?? null
  const service = services.find(({ token }) => token === item.service.token)
  if (action === 'create' && service) return { action, item, category, service, annexes }
  return { action: 'refused', item }
}

function plannedAnnex(
  annex: RemoteAnnex,
  item: PlannedItem['action'] | undefined,
  { annexUids, obstacle }: Known,
): PlannedAnnex {
  if (annexUids.has(annex.uid)) return { annex, action: 'unchanged' }
  if (annex.confidential) return { annex, action: 'confidential' }
  if (item === 'kept_local' || obstacle === 'meeting_closed') return { annex, action: 'kept_local' }
  return { annex, action: annex.bytes === null ? 'without_file' : 'create' }
}

/** How a finding of the reading counts, now that we know what becomes of its point. */
function weighed(said: Finding, items: PlannedItem[], choices: Choices): Finding[] {
  const { itemUid } = said.where
  const its = items.find(({ item }) => itemUid !== undefined && item.uid === itemUid)
  if (its?.action === 'unchanged' || its?.action === 'kept_local') {
    return said.severity === 'refused' && said.code !== 'broken_html' ? [said] : []
  }
  if (said.code !== 'broken_html') return [said]
  return [{ ...said, severity: choices.acceptRepaired ? 'notice' : 'refused' }]
}

/** Of a meeting that is closed here, only what would be new is worth a word. */
function obstacleFindings({ meeting }: Upload, items: PlannedItem[], known: Known): Finding[] {
  const { obstacle, itemUids } = known
  if (!meeting || !obstacle) return []
  const fresh = items.filter(({ item }) => item.uid !== null && !itemUids.has(item.uid))
  if (obstacle === 'meeting_closed' && fresh.length === 0) return []
  const severity = obstacle === 'organ_needed' ? 'question' : 'refused'
  return [finding(severity, obstacle, { file: meeting.file }, { count: fresh.length })]
}

function itemFindings(planned: PlannedItem, held: boolean): Finding[] {
  if (planned.action === 'refused') return []
  const { item, annexes } = planned
  const where = placed(item)
  const waiting = annexes.filter(({ action }) => action === 'without_file')
  const closed = annexes.filter(({ action }) => action === 'confidential')
  const left = planned.action === 'create' && !held ? textsLeft(item) : []
  return [
    ...left.map((field) => finding('notice', 'field_not_imported', { ...where, field })),
    ...closed.map(({ annex }) =>
      finding('notice', 'annex_confidential', where, { annex: annex.title }),
    ),
    ...(planned.action === 'kept_local' ? [finding('notice', 'remote_changed', where)] : []),
    ...waiting.map(({ annex }) =>
      finding('notice', 'annex_without_file', where, {
        annex: annex.title,
        filename: annex.filename ?? '',
      }),
    ),
  ]
}

/** Points that come without the one below which they stand get a number of their own: 6.1 without 6. */
function renumberings(items: PlannedItem[]): Finding[] {
  const fresh = items.filter((planned) => planned.action === 'create')
  const whole = (at: number) => Math.floor((fresh[at]?.item.number ?? 0) / 100)
  return fresh.flatMap(({ item }, at) => {
    if (item.number % 100 === 0 || (at > 0 && whole(at - 1) === whole(at))) return []
    return [finding('notice', 'renumbered', placed(item), { number: shownNumber(item.number) })]
  })
}

const placed = ({ file, uid, title }: RemoteItem): Where => ({
  file,
  itemUid: uid,
  itemTitle: title,
})

function countsOf(items: PlannedItem[], findings: Finding[]): Plan['counts'] {
  const counts: Plan['counts'] = {
    items: { create: 0, unchanged: 0, kept_local: 0, refused: 0 },
    annexes: { create: 0, unchanged: 0, kept_local: 0, without_file: 0, confidential: 0 },
    findings: { refused: 0, question: 0, notice: 0 },
  }
  for (const planned of items) {
    counts.items[planned.action]++
    if (planned.action === 'refused') continue
    for (const { action } of planned.annexes) counts.annexes[action]++
  }
  for (const { severity } of findings) counts.findings[severity]++
  return counts
}
