import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { type MessageKey, said, t } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { spokenDay, today } from '#commons/clock'
import { type Kind, readMany } from '#commons/dossiers'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { type Doer, principalsOf } from '#commons/workflow'

interface Ahead {
  /** The column that holds the day, of the table of its trade or `due_on`. */
  day: string
  /** In days of the calendar. */
  ahead: number
  /** In these states alone. */
  in: readonly string[]
  to: readonly Doer[]
  /** « L’occupation prend fin le {day}. » */
  words: MessageKey
}

const About = z.object({ day: z.string() })

/**
 * Reminds people of all dossiers of a kind so many days before a day that they hold, once for each such day: a timer, and how
 * it is said. The trade says `<kind>.done.remind` and, of the timer, `<folder>.task.remind_<thing>`.
 */
export function remindAhead<Own extends object>(
  kind: Pick<Kind<Own>, 'name' | 'table' | 'withheld'>,
  { day, ahead, in: states, to, words }: Ahead,
): { timer: Timer; notice: NoticeWords } {
  const type = event(`${kind.name}.remind`)
  const column = sql.ref(day === 'due_on' ? 'd.due_on' : `o.${day}`)
  /** Those whose day is near and was not told of. */
  const near = () =>
    sql<{ id: string; day: string }>`
      select d.id, ${column}::text as day
      from commons.dossier d join ${sql.table(kind.table)} o using (tenant_id, id)
      where d.kind = ${kind.name} and d.state = any(${[...states]}::text[])
        and ${column} between ${today()} and ${today().add({ days: ahead })}
        and not exists (select from commons.notice n where n.dossier_id = d.id and n.type = ${type}
          and n.about->>'day' = ${column}::text)
      order by d.id`.execute(db())
  async function tell(): Promise<void> {
    const { rows } = await near()
    const days = new Map(rows.map((row) => [row.id, row.day]))
    for (const dossier of await readMany(kind, [...days.keys()])) {
      const principals = to.flatMap((doer) => principalsOf(doer, dossier))
      await tellPeople(
        type,
        { principals },
        { dossierId: dossier.id },
        { day: days.get(dossier.id) },
      )
    }
  }
  const [folder, thing] = kind.name.split('.')
  return {
    timer: { at: '0 4 * * *', task: task(`${folder}.remind_${thing}`, z.object({}), tell) },
    notice: {
      type,
      title: said(`${kind.name}.name`),
      words: (about) =>
        t(words, { day: spokenDay(Temporal.PlainDate.from(About.parse(about).day)) }),
    },
  }
}
