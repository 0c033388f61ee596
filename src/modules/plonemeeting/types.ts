import { answerLimits, type Privacy } from '#commons/plone'
import type { Brought, RichText } from '#kernel/richtext'

/** A value of a vocabulary; older answers give the bare token, so the title may be unknown. */
export interface RemoteChoice {
  token: string
  title: string | null
}

export const listTypes = ['normal', 'late'] as const
export type ListType = (typeof listTypes)[number]

export const pollTypes = [
  'freehand',
  'out_loud',
  'mechanical',
  'secret',
  'secret_separated',
  'no_vote',
] as const
export type PollType = (typeof pollTypes)[number]

/** Somebody as the answer says that they attended. */
export interface RemoteAttendee {
  title: string
  /** `present`, `absent`, `excused`, `non_attendee`. */
  type: string
  signatory: string | null
}

export interface RemoteMeeting {
  uid: string
  file: string
  title: string
  /** Europe/Brussels. Midnight means that the authority never recorded the hour. */
  startsAt: Temporal.ZonedDateTime
  place: string
  organHint: 'college' | 'council' | null
  number: number | null
  assembly: RichText
  excused: RichText
  absents: RichText
  signatures: RichText
  observations: RichText
  state: string | null
  attendees: RemoteAttendee[]
  /** Addresses or UIDs of its points, in no promised order; empty when the answer lists none. */
  itemRefs: string[]
  /** Places where the HTML of its texts was broken. */
  broken: Finding[]
}

export interface RemoteItem {
  uid: string
  file: string
  /** Address of the point in the old system; annexes name their point by it. */
  url: string | null
  title: string
  /** Hundredths, as PloneMeeting stores it: 100 is point 1, 102 is 1.2, 111 is 1.11. */
  number: number
  listType: ListType
  privacy: Privacy
  category: RemoteChoice | null
  /** Proposing group (service proposant); bare UIDs in answers older than 2022. */
  service: RemoteChoice
  description: RichText
  detailedDescription: RichText
  motivation: RichText
  /** What founds the decision: the motivation; where there is none, what describes the point. */
  founding: RichText
  /** `decision`, then `decisionSuite` and `decisionEnd` where the organ uses them. */
  decision: RichText
  votesResult: RichText
  observations: RichText
  pollType: PollType | null
  votesAreSecret: boolean
  toDiscuss: boolean
  state: string | null
  reference: string | null
  externalIdentifier: string | null
  attendees: RemoteAttendee[]
  /** Whose advice was asked. */
  advisers: string[]
  annexes: RemoteAnnex[]
  /** Pictures whose bytes the texts held: kept with the point. */
  brought: Brought[]
  /** Places where the HTML was broken; the texts above are then what a browser would make of it. */
  broken: Finding[]
  /** SHA-256 of what the answer says of the point, annexes aside; equal: unchanged over there. */
  hash: string
}

export interface RemoteAnnex {
  uid: string
  title: string
  filename: string | null
  /** Bytes. */
  size: number | null
  contentType: string | null
  publishable: boolean
  confidential: boolean
  category: string | null
  /** Null when neither the answer nor an uploaded file holds the content. */
  bytes: Uint8Array | null
}

/** A point that cannot become one of ours; what is known of it, so that it can be named. */
export interface UnreadableItem {
  file: string
  url: string | null
  uid: string | null
  title: string | null
  number: number | null
}

export const findingCodes = [
  'wrong_file',
  'no_meeting',
  'several_meetings',
  'missing_field',
  'wrong_value',
  'broken_html',
  'dropped_markup',
  'lost_picture',
  'field_not_imported',
  'duplicate_uid',
  'duplicate_number',
  'no_items',
  'item_count_differs',
  'item_of_other_meeting',
  'renumbered',
  'date_differs',
  'hour_unknown',
  'unknown_category',
  'unknown_service',
  'mapped_by_name',
  'remote_changed',
  'annex_without_file',
  'annex_of_unknown_item',
  'annex_confidential',
  'organ_needed',
  'organ_meets',
  'meeting_closed',
  'held_to_come',
  'undecided_there',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `params.reason` of `wrong_file`. */
export const wrongFileReasons = [
  'too_large',
  'too_many_files',
  'empty_file',
  'not_utf8',
  'not_json',
  'too_deep',
  'forbidden_key',
  'empty_list',
  'too_many_entries',
  'too_much',
  'mixed_types',
  'other_type',
  'unknown_shape',
  'preview_without_texts',
  'claimed_by_no_annex',
  'annex_size_differs',
] as const
export type WrongFileReason = (typeof wrongFileReasons)[number]

export interface Where {
  file: string
  itemUid?: string
  itemTitle?: string
  /** Name of the field in the answer, as a path: `file.filename`. */
  field?: string
  /** Of the file for `not_json` and `not_utf8`, of the field's HTML for `broken_html`; from 1. */
  line?: number
  column?: number
}

/** Something to say before writing: `refused` stops, `question` awaits a choice, `notice` informs. */
export interface Finding {
  severity: 'refused' | 'question' | 'notice'
  code: FindingCode
  where: Where
  params: Readonly<Record<string, string | number>>
}

export interface Upload {
  meeting: RemoteMeeting | null
  /** Sorted by number. */
  items: RemoteItem[]
  unreadable: UnreadableItem[]
  findings: Finding[]
}

/** Bounds of an upload: those of its answers, and of what is made of them. */
export const limits = {
  ...answerLimits,
  files: 1_000,
  /** UTF-16 units of one text as it is kept, as of the points that are written here; of all. */
  keptText: 500_000,
  keptTexts: 8_000_000,
} as const

/** Makes a finding; the order of the arguments is the order in which it is said. */
export function finding(
  severity: Finding['severity'],
  code: FindingCode,
  where: Where,
  params: Finding['params'] = {},
): Finding {
  return { severity, code, where, params }
}
