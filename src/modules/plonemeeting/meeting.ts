import {
  type MeetingAnswer,
  meetingShape,
  type Rich,
  shaped,
  type Start,
  startOf,
  textMember,
} from '#commons/plone'
import { cleanText, tooLong } from './texts.ts'
import { finding } from './types.ts'
import type { Finding, RemoteMeeting, Where } from './types.ts'

export interface ReadMeeting {
  meeting: RemoteMeeting | null
  findings: Finding[]
}

/** One entry of a meeting answer -> a meeting, or the fields that forbid it. */
export function readMeeting(raw: unknown, file: string): ReadMeeting {
  const where = { file }
  const read = shaped(meetingShape, raw)
  if ('faults' in read) {
    const title = textMember(raw, 'title') ?? ''
    return {
      meeting: null,
      findings: read.faults.map(({ code, field, params }) =>
        finding('refused', code, { ...where, field }, { ...params, title }),
      ),
    }
  }
  const answer = read.value
  const start = startOf(answer)
  if (start === null) {
    const code = answer.date ? 'wrong_value' : 'missing_field'
    const params = { title: answer.title, value: (answer.date ?? '').slice(0, 100) }
    return {
      meeting: null,
      findings: [finding('refused', code, { ...where, field: 'date' }, params)],
    }
  }
  const { texts, broken, notices } = textsOf(answer, where)
  const long = tooLong(texts, where)
  if (long.length > 0) return { meeting: null, findings: long }
  return {
    meeting: { ...plainPart(answer, file), startsAt: start.at, ...texts, broken },
    findings: [...startFindings(start, answer.title, where), ...broken, ...notices],
  }
}

function plainPart(answer: MeetingAnswer, file: string) {
  return {
    uid: answer.UID,
    file,
    title: answer.title,
    place: answer.place_other || answer.place?.title || answer.place?.token || '',
    organHint: organHint(`${answer['@type']} ${answer['@id'] ?? ''}`),
    number: positive(answer.meetingNumber ?? answer.meeting_number),
    state: answer.review_state?.token ?? null,
    attendees: answer.extra_include_attendees,
    itemRefs: (answer.items ?? []).map((item) =>
      typeof item === 'string' ? item : (item.UID ?? item['@id']),
    ),
  }
}

/** A meeting not yet frozen carries -1. */
const positive = (number: number | null | undefined): number | null =>
  number && number > 0 ? number : null

function organHint(said: string): RemoteMeeting['organHint'] {
  if (/college/i.test(said)) return 'college'
  return /council/i.test(said) ? 'council' : null
}

function textsOf(answer: MeetingAnswer, where: Where) {
  const broken: Finding[] = []
  const notices: Finding[] = []
  const text = (field: string, ...spellings: Rich[]) => {
    const value = spellings.find(({ data }) => data.trim() !== '') ?? noText
    const read = cleanText(value, { ...where, field })
    broken.push(...read.broken)
    notices.push(...read.notices)
    return read.html
  }
  const texts = {
    assembly: text('assembly', answer.assembly),
    excused: text('assemblyExcused', answer.assemblyExcused, answer.assembly_excused),
    absents: text('assemblyAbsents', answer.assemblyAbsents, answer.assembly_absents),
    signatures: text('signatures', answer.signatures),
    observations: text('observations', answer.observations),
  }
  return { texts, broken, notices }
}

const noText: Rich = { 'content-type': 'text/plain', data: '' }

function startFindings(start: Start, title: string, where: Where): Finding[] {
  const found: Finding[] = []
  const chosen = start.at.toPlainDate().toString()
  if (start.differs) {
    const params = { title, chosen, ...start.differs }
    found.push(finding('notice', 'date_differs', { ...where, field: 'date' }, params))
  }
  if (!start.hourKnown) {
    found.push(finding('notice', 'hour_unknown', { ...where, field: 'date' }, { title, chosen }))
  }
  return found
}
