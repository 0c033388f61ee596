import { member, textMember } from '#commons/plone'
import { limits } from './types.ts'
import type { WrongFileReason } from './types.ts'

/** Entries of one answer, all of one kind. */
export interface Answer {
  kind: 'meeting' | 'items' | 'annexes'
  entries: unknown[]
  /** What the envelope says there are in all; an answer cut into pages holds fewer. */
  total: number | null
  /** The meeting whose points were asked for, as the address of the answer tells it. */
  meetingUid: string | null
}

/** One entry of an answer, with the file it stood in. */
export interface Entry {
  raw: unknown
  file: string
  answer: Answer
}

export type Recognised = Answer | { reason: WrongFileReason; type?: string }

/**
 * Tells by content which answer a JSON value is: the envelope of a search (`items`, `items_total`),
 * the bare list of `@annexes`, or the single object of `@meeting`, `@item`, `@get`.
 */
export function recognise(value: unknown): Recognised {
  const { entries, total } = unwrap(value)
  if (entries === null) return { reason: 'unknown_shape' }
  if (entries.length === 0) return { reason: 'empty_list' }
  if (entries.length > limits.entries) return { reason: 'too_many_entries' }
  const kinds = new Set(entries.map((entry) => kindOf(textMember(entry, '@type'))))
  const [kind] = kinds
  if (kinds.size !== 1 || kind === undefined) return { reason: 'mixed_types' }
  if (kind === 'untyped') return { reason: 'unknown_shape' }
  if (kind === 'other') {
    return { reason: 'other_type', type: (textMember(entries[0], '@type') ?? '').slice(0, 80) }
  }
  if (kind === 'items' && entries.every(isPreview)) return { reason: 'preview_without_texts' }
  return { kind, entries, total, meetingUid: meetingAskedFor(value) }
}

function meetingAskedFor(value: unknown): string | null {
  const found = /[?&](?:linkedMeetingUID|meeting_uid)=(\w+)/.exec(textMember(value, '@id') ?? '')
  return found?.[1] ?? null
}

function unwrap(value: unknown): { entries: unknown[] | null; total: number | null } {
  if (Array.isArray(value)) return { entries: value, total: null }
  // A single meeting also has `items`, so its own type comes first.
  if (textMember(value, '@type') !== null) return { entries: [value], total: null }
  const items = member(value, 'items')
  const total = member(value, 'items_total')
  return {
    entries: Array.isArray(items) ? items : null,
    total: Number.isSafeInteger(total) ? Number(total) : null,
  }
}

/** Types carry the organ: MeetingItemCollege, MeetingCouncil, annex, annexDecision. */
function kindOf(type: string | null): Answer['kind'] | 'other' | 'untyped' {
  if (type === null) return 'untyped'
  if (type.startsWith('MeetingItem')) return 'items'
  if (type.startsWith('Meeting') && type !== 'MeetingConfig') return 'meeting'
  return type === 'annex' || type === 'annexDecision' ? 'annexes' : 'other'
}

const textFields = ['description', 'motivation', 'decision', 'privacy', 'listType']

/** The list from which a portal lets one choose: numbers and titles, asked without full objects. */
const isPreview = (entry: unknown): boolean =>
  textFields.every((field) => member(entry, field) === undefined)
