import { z } from 'zod'
import { bears, permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { optionalLine } from '#kernel/http'
import { load } from '#commons/dossiers'
import { fromField } from '#kernel/richtext'
import { meetings, secretariat } from '#modules/deliberations'
import { api } from './api.ts'
import { approveAtOnce } from './at-once.ts'
import { minutesData } from './compose.ts'
import { renew } from './life.ts'
import { listRecords } from './listed.ts'
import { object, objectionsTo, settleObjection } from './objection.ts'
import { meetingOfRecord, type MinutesRecord, recordOf, records } from './record.ts'
import { rectificationsOf, rectify } from './rectification.ts'
import { remark, remarksOn } from './remark.ts'
import {
  KeepingAtOnce,
  Objecting,
  Rectifying,
  Remarking,
  Renewing,
  SettlingObjection,
  Signed,
} from './schema.ts'
import { noteSignature, signaturesOf } from './signing.ts'
import { recordSteps } from './steps.ts'
import { outcomes, versionKinds } from './tables.ts'
import { linesOf, versionsOf, wordsOf } from './version.ts'
import { takeStep } from '#commons/workflow'

const reads = permission('minutes.read')
const keeps = permission('minutes.keep')
const objects = permission('minutes.object')

const RecordAnswer = z.object({
  id: z.uuid(),
  meeting_id: z.uuid(),
  state: z.enum(['draft', 'available', 'approved']),
  due_on: z.iso.date().nullable().describe('The last day on which they are put at disposal.'),
  approved_on: z.iso.date().nullable(),
  how: z.enum(['', 'silently', 'corrected', 'at_once', 'closing', 'elsewhere']),
  versions: z.array(
    z.object({
      number: z.int(),
      kind: z.enum(versionKinds),
      hash: z.string().describe('SHA-256 of what was kept.'),
      reason: z.string(),
      made_at: z.iso.datetime(),
      made_by: z.string(),
    }),
  ),
  objections: z.array(
    z.object({
      id: z.uuid(),
      member: z.string(),
      item_id: z.uuid().nullable(),
      wanted: z.string(),
      made_at: z.iso.datetime(),
      outcome: z.enum(outcomes).nullable(),
      answer: z.string(),
    }),
  ),
  remarks: z.record(z.uuid(), z.string()).describe('By point, as HTML.'),
  signatures: z.array(
    z.object({
      office: z.enum(['presides', 'keeps']),
      signatory: z.string(),
      title: z.string(),
      signed_on: z.iso.date(),
    }),
  ),
  rectifications: z.array(
    z.object({
      id: z.uuid(),
      item_id: z.uuid().nullable(),
      words: z.string(),
      reason: z.string(),
      at: z.iso.datetime(),
      made_by: z.string(),
    }),
  ),
})

async function answered(record: MinutesRecord): Promise<z.input<typeof RecordAnswer>> {
  const { id, meeting_id, due_on, approved_on, how } = record
  const versions = await versionsOf(record)
  const objections = await objectionsTo(record)
  const signatures = await signaturesOf(record)
  const rectifications = await rectificationsOf(record)
  return {
    ...{ id, meeting_id, how },
    // As its workflow names them.
    state: record.state as z.input<typeof RecordAnswer>['state'],
    due_on: due_on?.toString() ?? null,
    approved_on: approved_on?.toString() ?? null,
    versions: versions.map((one) => ({ ...one, made_at: one.made_at.toString() })),
    objections: objections.map((one) => ({ ...one, made_at: one.made_at.toString() })),
    remarks: Object.fromEntries(await remarksOn({ id: meeting_id })),
    signatures: signatures.map((one) => ({ ...one, signed_on: one.signed_on.toString() })),
    rectifications: rectifications.map((one) => ({ ...one, at: one.at.toString() })),
  }
}

api.on(
  'get',
  '/minutes',
  reads,
  {
    summary: 'The minutes that one may read, the last changed first',
    query: z.object({ after: optionalLine(1000) }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          state: z.string(),
          meeting_id: z.uuid(),
          organ_id: z.uuid(),
          due_on: z.iso.date().nullable(),
          approved_on: z.iso.date().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  async (_c, { after }) => {
    const { items, next } = await listRecords(after)
    const told = items.map((one) => ({
      ...one,
      due_on: one.due_on?.toString() ?? null,
      approved_on: one.approved_on?.toString() ?? null,
    }))
    return { items: told, next }
  },
)
api.on(
  'get',
  '/meetings/:id/minutes',
  reads,
  { summary: 'The minutes of a meeting, from its opening on', answer: RecordAnswer },
  async (c) => {
    const record = await recordOf(await load(c, meetings))
    if (!record) throw new NotFound()
    return answered(record)
  },
)
api.on(
  'get',
  '/minutes/:id',
  reads,
  { summary: 'Minutes with their versions, objections and signatures', answer: RecordAnswer },
  async (c) => answered(await load(c, records)),
)
api.on(
  'get',
  '/minutes/:id/versions/:number',
  reads,
  {
    summary: 'What a version of minutes says',
    answer: z.object({ number: z.int(), text: z.string().describe('A line a sentence or block.') }),
  },
  async (c) => {
    const record = await load(c, records)
    const number = Number(c.req.param('number'))
    if (!Number.isInteger(number) || number < 1 || number > record.versions) throw new NotFound()
    return { number, text: linesOf(await wordsOf(record, number)) }
  },
)
api.on(
  'post',
  '/minutes/:id/steps',
  keeps,
  { summary: 'Send minutes on or back', body: recordSteps.schema, answer: RecordAnswer },
  async (c, step) => answered(await takeStep(c, recordSteps, step)),
)
api.on(
  'post',
  '/minutes/:id/text',
  keeps,
  { summary: 'Present a corrected text of minutes', body: Renewing, answer: RecordAnswer },
  async (c, { reason }) => answered(await renew(await load(c, records), reason)),
)
api.on(
  'post',
  '/minutes/:id/points/:item',
  keeps,
  { summary: 'Write what was said of a point', body: Remarking, answer: RecordAnswer },
  async (c, { words }) => {
    const record = await load(c, records)
    await remark(record, c.req.param('item') ?? '', fromField(words).html)
    return answered(record)
  },
)
api.on(
  'post',
  '/minutes/:id/objections',
  objects,
  { summary: 'Record what a member wants said otherwise', body: Objecting, answer: RecordAnswer },
  async (c, wanted) => {
    const record = await load(c, records)
    const isHouse = bears(secretariat.principal)
    await object(record, await meetingOfRecord(record), wanted, isHouse)
    return answered(record)
  },
)
api.on(
  'post',
  '/minutes/:id/answers',
  keeps,
  { summary: 'Say what becomes of an objection', body: SettlingObjection, answer: RecordAnswer },
  async (c, { objection_id, ...settled }) => {
    const record = await load(c, records)
    await settleObjection(record, objection_id, settled)
    return answered(record)
  },
)
api.on(
  'post',
  '/minutes/:id/at-once',
  keeps,
  {
    summary: 'Approve what the minutes say of points in the sitting itself',
    body: KeepingAtOnce,
    answer: RecordAnswer,
  },
  async (c, { items }) => {
    const record = await load(c, records)
    await approveAtOnce(record, await meetingOfRecord(record), items, minutesData)
    return answered(record)
  },
)
api.on(
  'post',
  '/minutes/:id/rectifications',
  keeps,
  {
    summary: 'Say what was wrong in approved minutes, and why',
    body: Rectifying,
    answer: RecordAnswer,
  },
  async (c, said) => {
    const record = await load(c, records)
    await rectify(record, said)
    return answered(record)
  },
)
api.on(
  'post',
  '/minutes/:id/signatures',
  keeps,
  { summary: 'Note who signed approved minutes, and when', body: Signed, answer: RecordAnswer },
  async (c, signed) => {
    const record = await load(c, records)
    await noteSignature(record, await meetingOfRecord(record), signed)
    return answered(record)
  },
)
