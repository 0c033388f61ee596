import { permission } from '#kernel/access'
import { db } from '#kernel/db'
import { type Dossier, read } from '#commons/dossiers'
import { t } from '#kernel/i18n'
import { validated } from '#kernel/http'
import { addAnnexes } from '#commons/annexes'
import { assess, change } from '#commons/workflow'
import {
  comingMeeting,
  isOver,
  type Item,
  items,
  itemWorkflow,
  type Meeting,
  meetings,
  presentMany,
  writeItem,
  WrittenItem,
} from '#modules/deliberations'
import { need } from './acting.ts'
import { newAnnex } from './add-annex.ts'
import type { Config } from './config.ts'
import { cleaned } from './clean.ts'
import { badRequest } from './failure.ts'
import { type Choices, lists } from './lists.ts'
import type { ItemSent } from './sent.ts'
import { pollTypeHere, privacyHere, transitionsHere } from './states.ts'
import './tables.ts'
import { idsOf } from './uid.ts'

const writes = permission('deliberations.item.write')
const edits = permission('deliberations.item.edit')

/** What PloneMeeting says of a point and has no place here: sent with something in it, it is refused unless that is wanted. */
const notHeld: ReadonlySet<string> = new Set([
  ...[
    'observations',
    'internalNotes',
    'marginalNotes',
    'notes',
    'meetingManagersNotes',
    'inAndOutMoves',
  ],
  ...[
    'budgetInfos',
    'budgetRelated',
    'copyGroups',
    'optionalAdvisers',
    'itemInitiator',
    'oralQuestion',
  ],
  ...['itemTags', 'itemKeywords', 'sendToAuthority', 'emergency', 'otherMeetingConfigsClonableTo'],
  ...[
    'manuallyLinkedItems',
    'textCheckList',
    'committees',
    'isAcceptableOutOfMeeting',
    'itemReference',
  ],
  ...['committeeObservations', 'committeeTranscript', 'votesObservations', 'pollTypeObservations'],
  ...[
    'meetingDeadlineDate',
    'emergencyMotivation',
    'restrictedCopyGroups',
    'neededFollowUp',
    'providedFollowUp',
  ],
])

const required = ['title', 'proposingGroup']

/** A point that was added, and what is to be told of that. */
export interface Added {
  item: Item
  warnings: string[]
}

/**
 * Adds a point with its annexes and takes the steps that are asked, all of it or, where anything is refused, nothing. A step
 * that is not open now is left, and said. `program`: who asks.
 */
export async function addItem(config: Config, sent: ItemSent, program: string): Promise<Added> {
  need(writes, 'act')
  const warnings = warningsOf(sent)
  const { __children__: children } = sent
  const files = children.map(newAnnex)
  const meeting = await preferredOf(config, sent)
  let item = await writeItem(await writtenBy(config, sent, warnings), { through: 'restapi' })
  if (sent.externalIdentifier) await remember(item, sent.externalIdentifier, program)
  if (files.length > 0) {
    need(edits, 'act')
    await addAnnexes(files.map((file) => ({ ...file, dossier: item })))
  }
  for (const name of sent.wf_transitions) item = await step(item, name, meeting, warnings)
  return { item, warnings }
}

/** What is told of what was sent and not taken. Throws `Refused` where it is not to be left out (`ignore_not_used_data`). */
function warningsOf(sent: ItemSent): string[] {
  const ignored = sent.ignore_validation_for
  const valued = Object.entries(sent).flatMap(([name, value]) => (isSaid(value) ? [name] : []))
  const missing = required.filter((name) => !valued.includes(name))
  if (ignored.some((name) => required.includes(name)))
    throw badRequest('restapi.required_ignored', { names: required.join(', ') })
  const both = ignored.filter((name) => valued.includes(name))
  if (both.length > 0) throw badRequest('restapi.valued_ignored', { names: both.join(', ') })
  const [first] = missing
  if (first) throw badRequest('restapi.required', { name: first })
  const left = valued.filter((name) => notHeld.has(name))
  const [one] = left
  if (one && !sent.ignore_not_used_data) throw badRequest('restapi.not_held', { name: one })
  const unknown = valued.filter((name) => !notHeld.has(name) && !known.has(name))
  return [
    ...(left.length > 0 ? [t('restapi.left_out', { names: left.join(', ') })] : []),
    ...(unknown.length > 0 ? [t('restapi.unknown_names', { names: unknown.join(', ') })] : []),
    ...(ignored.length > 0 ? [t('restapi.not_validated', { names: ignored.join(', ') })] : []),
  ]
}

const isSaid = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0)

/** What is asked of a point, under the names of its fields here. */
const known = new Set([
  ...[
    'config_id',
    'in_name_of',
    'ignore_not_used_data',
    'ignore_validation_for',
    'clean_html',
    '@type',
  ],
  ...['title', 'proposingGroup', 'category', 'classifier', 'groupsInCharge', 'associatedGroups'],
  ...[
    'description',
    'detailedDescription',
    'motivation',
    'decision',
    'decisionSuite',
    'decisionEnd',
  ],
  ...[
    'privacy',
    'pollType',
    'toDiscuss',
    'preferredMeeting',
    'externalIdentifier',
    'wf_transitions',
  ],
  '__children__',
])

/** A point as our own form and API take it. Throws `Refused` where a value is of no list, `Invalid`. */
async function writtenBy(config: Config, sent: ItemSent, warnings: string[]): Promise<WrittenItem> {
  const { category, classifier, service, inCharge } = await lists()
  const described = [sent.description, sent.detailedDescription].filter(Boolean).join('')
  if (described && sent.motivation) warnings.push(t('restapi.described'))
  const written = {
    motivation: described + sent.motivation,
    decision: sent.decision + sent.decisionSuite + sent.decisionEnd,
  }
  const { motivation, decision } = sent.clean_html ? await withoutMess(written, warnings) : written
  const given = {
    ...{ title: sent.title, organ_id: config.organ.id, motivation, decision },
    service_id: chosen(service, 'proposingGroup', sent.proposingGroup),
    category_id: sent.category ? chosen(category, 'category', sent.category) : '',
    classifier_id: sent.classifier ? chosen(classifier, 'classifier', sent.classifier) : '',
    in_charge: sent.groupsInCharge.map((one) => chosen(inCharge, 'groupsInCharge', one)),
    associated: sent.associatedGroups.map((one) => chosen(service, 'associatedGroups', one)),
    privacy: meant(privacyHere, 'privacy', sent.privacy) ?? 'public',
    poll_type: meant(pollTypeHere, 'pollType', sent.pollType) ?? 'freehand',
    to_discuss: sent.toDiscuss,
  }
  return validated(WrittenItem, given) as WrittenItem // Its schema made it.
}

/** Texts that are cleaned; what is lost by it is told. */
async function withoutMess<T extends Record<string, string>>(
  texts: T,
  warnings: string[],
): Promise<Record<keyof T, string>> {
  const found: Record<string, string> = {}
  for (const [field, given] of Object.entries(texts)) {
    const { html, lost } = await cleaned(given, field)
    if (lost) warnings.push(t('restapi.lost_in_text', { field, lost }))
    found[field] = html
  }
  return found as Record<keyof T, string> // Of these names.
}

function chosen(list: Choices, field: string, said: string): string {
  const id = list.find(said)
  if (id === undefined) throw badRequest('restapi.value_unknown', { field, said })
  return id
}

function meant<V>(of: Readonly<Record<string, V>>, field: string, said: string): V | undefined {
  if (said === '') return undefined
  if (Object.hasOwn(of, said)) return of[said]
  throw badRequest('restapi.value_unknown', { field, said })
}

/** The meeting that is named, which must take points. Throws `Refused`. */
async function preferredOf({ organ }: Config, sent: ItemSent): Promise<Meeting | undefined> {
  const { preferredMeeting: said, wf_transitions: steps } = sent
  if (said !== '' && said !== 'whatever') {
    const [id = ''] = await idsOf([said])
    const meeting = await read(meetings, id).catch(() => undefined)
    if (!meeting || meeting.organ_id !== organ.id)
      throw badRequest('restapi.meeting_unknown', { said })
    if (isOver(meeting)) throw badRequest('restapi.meeting_over', { title: meeting.title })
    return meeting
  }
  return steps.includes('present') ? comingMeeting(organ.id, ['created', 'frozen']) : undefined
}

/** Takes a step of a point by its name there; one that is not open is told. */
async function step(
  item: Item,
  name: string,
  meeting: Meeting | undefined,
  warnings: string[],
): Promise<Item> {
  const verb = Object.hasOwn(transitionsHere, name)
    ? transitionsHere[name as keyof typeof transitionsHere] // It has just been found there.
    : undefined
  if (!verb) {
    warnings.push(t('restapi.step_unknown', { name }))
    return item
  }
  if (verb === 'present' && !meeting) {
    warnings.push(t('restapi.no_meeting', { name }))
    return item
  }
  const [openness] = await assess(itemWorkflow, [item], verb)
  if (!openness?.open) {
    const { key, params } = openness?.obstacle ?? { key: 'errors.forbidden' as const }
    warnings.push(t('restapi.step_closed', { name, why: t(key, params) }))
    return item
  }
  if (verb !== 'present' || !meeting) return change(items, itemWorkflow, item, verb)
  const locked = await read(meetings, meeting.id, { lock: true })
  return (await presentMany([item], locked))[0] ?? item
}

/** By what whoever sent a point knows it. */
async function remember(item: Dossier, identifier: string, program: string): Promise<void> {
  await db()
    .insertInto('restapi.identifier')
    .values({ item_id: item.id, identifier, made_by: program })
    .execute()
}
