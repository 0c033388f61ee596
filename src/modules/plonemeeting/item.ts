import { createHash } from 'node:crypto'
import type { Brought } from '#kernel/richtext'
import {
  type ItemAnswer,
  itemShape,
  member,
  numberOf,
  privacyOf,
  shaped,
  textMember,
} from '#commons/plone'
import { cleanText, cleanTexts, foundingOf, tooLong } from './texts.ts'
import { finding, limits, listTypes, pollTypes } from './types.ts'
import type {
  Finding,
  ListType,
  PollType,
  RemoteChoice,
  RemoteItem,
  UnreadableItem,
  Where,
} from './types.ts'

export type ReadItem =
  | { item: RemoteItem; nestedAnnexes: unknown[]; findings: Finding[] }
  | { item: null; unreadable: UnreadableItem; findings: Finding[] }

/** One entry of an items answer -> a point, or the named reasons why it cannot be one. */
export function readItem(raw: unknown, file: string): ReadItem {
  const where = whereOf(raw, file)
  const shape = shaped(itemShape, raw)
  if ('faults' in shape) {
    const findings = shape.faults.map(({ code, field, params }) =>
      finding('refused', code, { ...where, field }, params),
    )
    return { item: null, unreadable: nameOf(raw, file), findings }
  }
  const answer = shape.value
  const refused: Finding[] = []
  const must = <T>(field: string, value: T | null, said: string | null | undefined): T | null => {
    if (value === null) refused.push(missingOrWrong(field, said, where))
    return value
  }
  const number = must('itemNumber', numberOf(answer), answer.formatted_itemNumber)
  const listType = must('listType', listTypeOf(answer), answer.listType?.token)
  const privacy = must('privacy', privacyOf(answer.privacy?.token), answer.privacy?.token)
  const service = must('proposingGroup', serviceOf(answer), null)
  if (number === null || listType === null || privacy === null || service === null) {
    return { item: null, unreadable: nameOf(raw, file), findings: refused }
  }
  const { texts: read, broken, brought, findings } = textsOf(answer, where)
  const texts = { ...read, founding: foundingOf(read) }
  const long = tooLong(texts, where)
  if (long.length > 0) return { item: null, unreadable: nameOf(raw, file), findings: long }
  const required = { number, listType, privacy, service }
  const hash = hashOf(answer, Object.values({ ...required, service: service.token }))
  return {
    item: {
      ...{ ...plainPart(answer), ...required, ...texts, file, annexes: [], brought, broken, hash },
      attendees: answer.extra_include_attendees,
      advisers: (answer.optionalAdvisers ?? []).flatMap((one) =>
        one ? [one.title ?? one.token] : [],
      ),
    },
    nestedAnnexes: answer.extra_include_annexes ?? [],
    findings: [...findings, ...pollFindings(answer, where), ...textsLeftOut(raw, where)],
  }
}

/** What can be said of an entry even if it cannot be read. */
function nameOf(raw: unknown, file: string): UnreadableItem {
  const number = member(raw, 'itemNumber')
  return {
    file,
    url: textMember(raw, '@id'),
    uid: textMember(raw, 'UID'),
    title: textMember(raw, 'title')?.slice(0, limits.title) ?? null,
    number: Number.isSafeInteger(number) ? Number(number) : null,
  }
}

export function whereOf(raw: unknown, file: string): Where {
  const { uid, title } = nameOf(raw, file)
  return {
    file,
    ...(uid === null ? {} : { itemUid: uid }),
    ...(title === null ? {} : { itemTitle: title }),
  }
}

const missingOrWrong = (field: string, said: string | null | undefined, where: Where): Finding =>
  said
    ? finding('refused', 'wrong_value', { ...where, field }, { value: said.slice(0, 100) })
    : finding('refused', 'missing_field', { ...where, field })

function plainPart(answer: ItemAnswer) {
  return {
    uid: answer.UID,
    url: answer['@id'] || null,
    title: answer.title,
    category: completed(answer.category, answer.extra_include_category?.title),
    pollType: pollTypeOf(answer),
    votesAreSecret: answer.votesAreSecret ?? false,
    toDiscuss: answer.toDiscuss ?? true,
    state: answer.review_state?.token ?? null,
    reference: answer.itemReference || null,
    externalIdentifier: answer.externalIdentifier || null,
  }
}

const listTypeOf = (answer: ItemAnswer): ListType | null =>
  listTypes.find((known) => known === answer.listType?.token) ?? null

const pollTypeOf = (answer: ItemAnswer): PollType | null =>
  pollTypes.find((known) => known === answer.pollType?.token) ?? null

function pollFindings(answer: ItemAnswer, where: Where): Finding[] {
  if (answer.pollType === null || pollTypeOf(answer) !== null) return []
  const value = answer.pollType.token.slice(0, 100)
  return [finding('notice', 'wrong_value', { ...where, field: 'pollType' }, { value })]
}

const serviceOf = (answer: ItemAnswer): RemoteChoice | null =>
  completed(answer.proposingGroup, answer.extra_include_proposing_group?.title)

const completed = (choice: RemoteChoice | null, title: string | null | undefined) =>
  choice && { token: choice.token, title: choice.title ?? (title || null) }

function textsOf(answer: ItemAnswer, where: Where) {
  const broken: Finding[] = []
  const findings: Finding[] = []
  const brought: Brought[] = []
  const noted = (read: ReturnType<typeof cleanText>) => {
    broken.push(...read.broken)
    findings.push(...read.notices)
    brought.push(...read.brought)
    return read.html
  }
  const text = (field: (typeof singleTexts)[number]) =>
    noted(cleanText(answer[field], { ...where, field }))
  const texts = {
    description: text('description'),
    detailedDescription: text('detailedDescription'),
    motivation: text('motivation'),
    decision: noted(
      cleanTexts(
        decisionFields.map((field) => ({ field, value: answer[field] })),
        where,
      ),
    ),
    votesResult: text('votesResult'),
    observations: text('observations'),
  }
  return { texts, broken, brought, findings }
}

/**
 * Over what the answer says, not over what cleaning makes of it, and over tokens only: neither a
 * better cleaning nor an answer asked with titles makes a point look changed.
 */
function hashOf(answer: ItemAnswer, required: readonly (string | number)[]): string {
  const { url: _, category, ...plain } = plainPart(answer)
  const texts = [...singleTexts, ...decisionFields].map((field) => answer[field].data)
  const content = JSON.stringify([required, plain, category?.token ?? null, texts])
  return createHash('sha256').update(content).digest('hex')
}

const singleTexts = [
  'description',
  'detailedDescription',
  'motivation',
  'votesResult',
  'observations',
] as const
const decisionFields = ['decision', 'decisionSuite', 'decisionEnd'] as const

/** Repeated from the meeting on each point: read once, there. */
const textsOfTheMeeting = [
  'itemAssembly',
  'itemAssemblyAbsents',
  'itemAssemblyExcused',
  'itemAssemblyGuests',
  'itemSignatures',
]

/** Texts that hold something and that we have no place for: said, so that nothing is lost unseen. */
function textsLeftOut(raw: unknown, where: Where): Finding[] {
  const kept = new Set<string>([...singleTexts, ...decisionFields, ...textsOfTheMeeting])
  return Object.keys(raw ?? {})
    .filter((field) => !kept.has(field) && textMember(member(raw, field), 'data') !== null)
    .map((field) =>
      finding('notice', 'field_not_imported', { ...where, field: field.slice(0, 100) }),
    )
}
