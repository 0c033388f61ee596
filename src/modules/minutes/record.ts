import { directorGeneral, mayor } from '#commons/directory'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { type Dossier, kind, read, readMany } from '#commons/dossiers'
import { awaitedBy } from '#commons/workflow'
import { type Meeting, meetings, secretariat } from '#modules/deliberations'
import { recordWorkflow } from './workflow.ts'
import './tables.ts'

export interface RecordColumns {
  meeting_id: string
  organ_id: string
  /** How many versions were kept. */
  versions: number
  /** The one that the members were given to read. */
  read_version: number | null
  approved_on: Temporal.PlainDate | null
  /** How they were approved: without objection, with corrections, in the sitting itself, at its closing, outside of the house. */
  how: '' | 'silently' | 'corrected' | 'at_once' | 'closing' | 'elsewhere'
  approved_in: string | null
}

/** The minutes of a meeting (procès-verbal), from its opening to their approval. */
export type MinutesRecord = Dossier<RecordColumns>

const verbs = [
  'await',
  'document',
  'keep_at_once',
  'object',
  'rectify',
  'remark',
  'renew',
  'settle_objection',
  'sign',
] as const

/** Who prepares minutes; the members read them once they are at their disposal. */
const house = [secretariat, directorGeneral, mayor].map(({ principal }) => principal)

export const records = kind<RecordColumns, (typeof verbs)[number]>({
  name: 'minutes.record',
  verbs,
  table: 'minutes.record',
  path: (id) => `/deliberations/minutes/${id}`,
  readers: ({ state, organ_id }) => (state === 'draft' ? house : [...house, `organ:${organ_id}`]),
  awaits: (record) => awaitedBy(recordWorkflow, record),
  // Their words are those of the points, each found by who may read it.
  body: () => Promise.resolve(() => ''),
})

/** The minutes of a meeting, as the one who acts may see them; undefined where it has none, or they are not yet for them. */
export async function recordOf(
  { id }: { id: string },
  reading = { lock: false },
): Promise<MinutesRecord | undefined> {
  const found = await idOf(id)
  const [record] = found ? await readMany(records, [found], reading) : []
  return record
}

/** The same whoever acts. */
export const itsRecord = (meeting: { id: string }, reading = { lock: false }) =>
  actAs(system, () => recordOf(meeting, reading))

async function idOf(meetingId: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('minutes.record')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row?.id
}

/** The meeting of minutes, whoever acts: its date is for the whole house. */
export const meetingOfRecord = (
  { meeting_id }: MinutesRecord,
  reading = { lock: false },
): Promise<Meeting> => actAs(system, () => read(meetings, meeting_id, reading))
