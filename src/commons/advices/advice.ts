import { sql } from 'kysely'
import type { Obstacle } from '#commons/workflow'
import { db } from '#kernel/db'
import { formatDate, t } from '#kernel/i18n'
import { annexVerbs } from '#commons/annexes'
import { today } from '#commons/clock'
import { type Dossier, kind, readMany } from '#commons/dossiers'
import {
  date,
  oneOf,
  optional,
  type OwnColumns,
  remark,
  rich,
  text,
  wordsOf,
} from '#commons/records'
import { awaitedBy, withholding, workflow } from '#commons/workflow'
import { giverField, valueField } from './fields.ts'
import { types } from './type.ts'
import { needsWords } from './values.ts'

/** The kinds of advice by their names, which stand in the root. */
const allTypes = async () => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, title as name from commons.dossier where kind = ${types.name}
    order by title collate kernel.french_order`.execute(db())
  return rows
}

const byAdvisers = ['own:advisers'] as const

/** What a list and the page tell of an advice; what is being written is for those who give it. */
export const adviceFields = {
  title: text(700, { label: 'advices.advice.title' }),
  type_id: oneOf(
    {
      all: allTypes,
      order: (column) => sql`(select r.title from commons.dossier r where r.id = ${column})`,
    },
    { label: 'advices.advice.type' },
  ),
  giver: giverField({ label: 'advices.type.giver' }),
  started_on: optional(date({ label: 'advices.advice.started_on' })),
  due_on: optional(date({ label: 'advices.advice.due_on' })),
  value: valueField({ label: 'advices.advice.value' }),
  given_on: optional(date({ label: 'advices.advice.given_on' })),
  given_by: remark(200, { label: 'advices.advice.given_by' }),
  reason: remark(2000, { label: 'advices.advice.reason' }, 3),
  words: rich({ label: 'advices.advice.words' }),
  answer: remark(2000, { label: 'advices.advice.answer' }, 3),
  draft_value: valueField({ label: 'advices.advice.draft_value', readBy: byAdvisers }),
  draft_words: rich({ label: 'advices.advice.draft_words', readBy: byAdvisers }),
} as const

export interface AdviceColumns extends OwnColumns<typeof adviceFields> {
  subject_id: string
  subject_kind: string
  advisers: string[]
  askers: string[]
  subject_readers: string[]
  nature: 'optional' | 'mandatory' | 'automatic' | 'own'
  confidential: boolean
  delay: string
  stopped_on: Temporal.PlainDate | null
  why: string
  alert_on: Temporal.PlainDate | null
  told_on: Temporal.PlainDate | null
  inherited_from: string | null
  withdrawn: boolean
}

/** An advice (avis) on a dossier. */
export type Advice = Dossier<AdviceColumns>

export const adviceWorkflow = workflow('advices.advice', {
  initial: 'waiting',
  states: {
    waiting: { tone: 'neutral' },
    running: { tone: 'info', waitsFor: byAdvisers, edits: byAdvisers },
    stopped: { tone: 'neutral' },
    given: { tone: 'good', edits: byAdvisers },
    over: { tone: 'neutral' },
    withdrawn: { tone: 'neutral', final: true, aside: true },
  },
  transitions: {
    start: { from: ['waiting', 'stopped', 'over'], to: 'running', who: [] },
    stop: { from: ['running'], to: 'stopped', who: [] },
    // Its dossier was decided: it is given no more.
    end: { from: ['waiting', 'running', 'stopped'], to: 'over', who: [] },
    give: { from: ['running'], to: 'given', who: byAdvisers, when: mayGive, inPerson: true },
    // A slip of the pen: the day on which it was given stays, and what it said then too.
    correct: {
      ...{ from: ['given'], to: 'given', who: byAdvisers, when: isWritten, inPerson: true },
      ...{ comment: 'required', back: true },
    },
    ask_again: {
      ...{ from: ['given'], to: 'waiting', who: ['own:askers'], comment: 'required', back: true },
      writes: begunAgain,
    },
    withdraw: {
      ...{ from: ['waiting', 'running', 'stopped'], to: 'withdrawn', who: ['own:askers'] },
      ...{ when: isFree, comment: 'required', back: true },
      writes: () => ({ withdrawn: true }),
    },
    // What asked for it by itself holds no more.
    lapse: {
      ...{ from: ['waiting', 'running', 'stopped', 'over'], to: 'withdrawn', who: [] },
      writes: () => ({ withdrawn: true }),
    },
  },
})

const ownVerbs = [
  ...(['inherit', 'rename', 'prolong', 'hasten', 'write', 'answer'] as const),
  ...annexVerbs,
] as const

export const advices = kind<AdviceColumns, (typeof ownVerbs)[number]>({
  name: 'advices.advice',
  verbs: ownVerbs,
  table: 'commons.advice',
  path: (id) => `/advices/advices/${id}`,
  readers,
  awaits: (one) => awaitedBy(adviceWorkflow, one),
  body: wordsOf(adviceFields),
  ...withholding(adviceFields),
})
/** Those who see its dossier, and who gives it; of a confidential one who asks for it and who gives it alone (D11). */
function readers({
  subject_readers,
  askers,
  advisers,
  giver,
  confidential,
  state,
}: Advice): string[] {
  const asked = state === 'withdrawn' || state === 'waiting' ? [] : [giver, ...advisers]
  return [...asked, ...(confidential ? askers : subject_readers)]
}

/** Whether the day by which it may be given has passed: asked of the calendar, whatever was done or not. */
export const isTimedOut = ({ state, due_on, stopped_on }: Advice, on = today()): boolean => {
  const until = state === 'running' ? on : stopped_on
  return due_on !== null && until !== null && Temporal.PlainDate.compare(until, due_on) > 0
}

/** Where an advice stands on a day (1.7). */
export type Status =
  | 'given'
  | 'withdrawn'
  | 'not_yet_giveable'
  | 'still_time'
  | 'still_time_but_alert'
  | 'timed_out'
  | 'stopped_still_time'
  | 'stopped_timed_out'
  | 'no_more_giveable'
  | 'never_giveable'

/** Where an advice stands, by its state and the day. */
export function statusOf(advice: Advice, on = today()): Status {
  switch (advice.state) {
    case 'given':
    case 'withdrawn':
      return advice.state
    case 'waiting':
      return 'not_yet_giveable'
    case 'stopped':
      return isTimedOut(advice, on) ? 'stopped_timed_out' : 'stopped_still_time'
    case 'over':
      return advice.started_on ? 'no_more_giveable' : 'never_giveable'
    default: {
      if (isTimedOut(advice, on)) return 'timed_out'
      const alert = advice.alert_on && Temporal.PlainDate.compare(on, advice.alert_on) >= 0
      return alert ? 'still_time_but_alert' : 'still_time'
    }
  }
}

/** What is written to be given says something, with its reasons where its value needs any (L1124-40: « motivé »). */
function isWritten({ draft_value, draft_words }: Advice): Obstacle | null {
  if (draft_value === undefined || draft_value === null) return { key: 'advices.no_value' }
  const bare = needsWords(draft_value) && (draft_words ?? '') === ''
  return bare ? { key: 'advices.no_words' } : null
}

/** What it said stays in its versions, and is where the next one begins. */
function begunAgain({ value, words }: Advice) {
  return {
    ...{ draft_value: value, draft_words: words, value: null, words: '', given_on: null },
    ...{ given_by: '', inherited_from: null, delay: 'normal', due_on: null, why: '' },
    ...{ started_on: null, stopped_on: null, alert_on: null, told_on: null },
  }
}

function mayGive(advice: Advice): Obstacle | null {
  if (isTimedOut(advice))
    return {
      key: 'advices.too_late',
      params: { day: advice.due_on ? formatDate(advice.due_on) : '' },
    }
  return isWritten(advice)
}

/** What is asked by rule is not taken back by who asks. */
function isFree({ nature }: Advice): Obstacle | null {
  const bound = nature === 'mandatory' || nature === 'automatic'
  return bound ? { key: 'advices.bound' } : null
}

/** The advices on dossiers that the one who acts may see, but those that were taken back; in the order of their demand. */
export const advicesOn = (subjectIds: readonly string[]): Promise<Advice[]> =>
  readMany<AdviceColumns>(
    advices,
    sql<string[]>`array(select a.id from commons.advice a
      where a.subject_id = any(${[...subjectIds]}::uuid[]) and not a.withdrawn)`,
  )

/** The title of an advice: what it is, on what. */
export const titleOf = (type: string, subject: string): string =>
  `${type}${t('advices.on')}${subject}`.slice(0, 700)
