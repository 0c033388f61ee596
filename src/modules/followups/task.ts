import { sql } from 'kysely'
import { bears } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { directorGeneral } from '#commons/directory'
import { type Dossier, read, readMany } from '#commons/dossiers'
import {
  anyService,
  date,
  link,
  optional,
  type OwnColumns,
  person,
  type RecordKind,
  remark,
  text,
} from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { remindAhead } from '#commons/reminders'
import { workflow } from '#commons/workflow'
import { decidedStates, items, secretariat } from '#modules/deliberations'
import './tables.ts'

/** What is said of something to be done of a decision, in the order of its form. */
export const taskFields = {
  title: text(300, { label: 'followups.task.what', help: 'followups.task.what_help' }),
  item_id: link([items.name], { label: 'followups.task.item', stays: true }),
  service_id: anyService({ label: 'followups.task.service', stays: true }),
  in_charge: optional(person({ label: 'followups.task.in_charge' })),
  due_on: optional(date({ label: 'followups.task.due' })),
  answer: remark(4000, { label: 'followups.task.answer', help: 'followups.task.answer_help' }, 5),
}

export type Task = Dossier<OwnColumns<typeof taskFields>>

const doers = ['service:editor', 'service:head'] as const

/** A follow-up is said to be done where words say what was done (F14). */
const isAnswered = ({ answer }: Task) =>
  answer.trim() === '' ? ({ key: 'followups.answer_needed' } as const) : null

export const taskWorkflow = workflow('followups.task', {
  initial: 'asked',
  states: {
    asked: { tone: 'info', waitsFor: doers, edits: [secretariat, ...doers] },
    provided: { tone: 'warn', waitsFor: [secretariat], edits: [secretariat] },
    done: { tone: 'good', aside: true },
    dropped: { tone: 'neutral', aside: true },
  },
  transitions: {
    provide: { from: ['asked'], to: 'provided', who: [...doers, secretariat], when: isAnswered },
    confirm: { from: ['provided'], to: 'done', who: [secretariat] },
    ask_again: {
      from: ['provided', 'done', 'dropped'],
      to: 'asked',
      who: [secretariat],
      comment: 'required',
      back: true,
    },
    drop: {
      from: ['asked', 'provided'],
      to: 'dropped',
      who: [secretariat],
      comment: 'required',
      back: true,
    },
  },
})

export const tasks = plainKind(taskFields, taskWorkflow, {
  path: '/followups/tasks',
  readers: ({ service_id }) => [
    ...(service_id ? [`service:${service_id}`] : []),
    ...[secretariat.principal, directorGeneral.principal],
  ],
})

const plain = plainVerbs(tasks, taskFields, taskWorkflow)

/** A follow-up is asked by the secretariat, of what was decided. */
async function ensureDecided(itemId: string): Promise<void> {
  const [item] = await readMany(items, [itemId])
  if (!item || !decidedStates.includes(item.state))
    throw Invalid.field('item_id', 'followups.not_decided')
}

export const taskRecord: RecordKind<typeof taskFields, OwnColumns<typeof taskFields>> = {
  ...plain,
  write: async (given, told) => {
    ensure(bears(secretariat.principal), Forbidden, 'followups.by_secretariat')
    const written = await plain.write(given, told)
    await ensureDecided(written.item_id)
    return written
  },
  rewrite: async (before, given) => {
    const after = await plain.rewrite(before, given)
    if (bears(secretariat.principal)) {
      if (after.item_id !== before.item_id) await ensureDecided(after.item_id)
      return after
    }
    // Its service says what was done; what is to be done is for who asked.
    const asked = ['title', 'item_id', 'service_id', 'in_charge', 'due_on'] as const
    const other = asked.find((name) => String(after[name]) !== String(before[name]))
    if (other) throw Invalid.field(other, 'followups.asked_by_secretariat')
    return after
  },
}

/** Those who have something to do are reminded three days before. */
export const ending = remindAhead(tasks, {
  ...{ day: 'due_on', ahead: 3, in: ['asked'], to: doers },
  words: 'followups.task.reminded',
})

/** What is to be done of a decision, or was, as far as the one who acts sees it. */
export const tasksOf = (itemId: string): Promise<Task[]> =>
  readMany<OwnColumns<typeof taskFields>>(
    tasks,
    sql<string[]>`array(select id from followups.task where item_id = ${itemId})`,
  )

/** What is late, or all that is to be done, by day. */
export async function openTasks(until: Temporal.PlainDate | null): Promise<Task[]> {
  const rows = await db()
    .selectFrom('commons.dossier')
    .select('id')
    .where('kind', '=', tasks.name)
    .where('state', '=', 'asked')
    .$if(until !== null, (query) => query.where('due_on', '<', until))
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const all = new Map(
    (
      await readMany<OwnColumns<typeof taskFields>>(
        tasks,
        rows.map(({ id }) => id),
      )
    ).map((one) => [one.id as string, one]),
  )
  return rows.flatMap(({ id }) => all.get(id) ?? [])
}

/** Asks that something be done of a decision, which is named by its id. Throws `Conflict` where it is not decided. */
export async function askOf(
  itemId: string,
  asked: { title: string; service_id: string; due_on: Temporal.PlainDate | null },
): Promise<Task> {
  const item = await read(items, itemId)
  ensure(decidedStates.includes(item.state), Conflict, 'followups.not_decided')
  return taskRecord.write({ ...asked, item_id: item.id, in_charge: null, answer: '' })
}
