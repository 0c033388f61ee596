import { z } from 'zod'
import { actAs, type ActorId, system } from '#kernel/access'
import { accountsBearing } from '#kernel/auth'
import { db } from '#kernel/db'
import { inLanguage, t } from '#kernel/i18n'
import { enqueue, task, type Timer } from '#kernel/jobs'
import { send } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import { emailsOf, namesOf } from '#commons/directory'
import { pathOf, seen } from '#commons/dossiers'
import { deedName, kindName } from '#commons/workflow'
import './tables.ts'

type Rhythm = 'mail' | 'daily'

/** How many lines a message has; the rest is counted. */
const mostLines = 50

/** What waits to be told by e-mail at once: one message a person, whatever was done in one go. */
export const writeNow = task('notifications.write_now', z.object({}), () => write('mail'))

/** Each morning: those who want it so are told in one message what is new to them. */
export const writeDaily: Timer = {
  at: '0 5 * * *',
  task: task('notifications.write_daily', z.object({}), () => write('daily')),
}

/** Has the house write what waits for that, once the open transaction commits. */
export const willWrite = (): Promise<void> =>
  // As the house: who did it is told nothing of the addresses of those who are told.
  actAs(system, () => enqueue(writeNow, {}, 'notifications.write_now'))

async function write(rhythm: Rhythm): Promise<void> {
  // Taken by one job only, whatever else runs beside it.
  const taken = await db()
    .updateTable('commons.notice')
    .set({ mail: null })
    .where('mail', '=', rhythm)
    .returning(['id', 'person_id', 'seen_at'])
    .execute()
  const fresh = taken.filter(({ seen_at }) => seen_at === null)
  const people = [...new Set(fresh.map(({ person_id }) => person_id))]
  if (people.length === 0) return
  const emails = await emailsOf(people)
  const names = await namesOf(people)
  const ways = await db()
    .selectFrom('commons.notice_mail')
    .select(['person_id', 'language', 'origin'])
    .where('person_id', 'in', people)
    .execute()
  for (const { id, bears } of await accountsBearing(people.map((one) => `user:${one}`))) {
    const address = emails.get(id)
    const way = ways.find(({ person_id }) => person_id === id)
    if (!address || !way) continue
    const ids = fresh.flatMap((one) => (one.person_id === id ? [one.id] : []))
    const told = await visible(id, bears, ids)
    if (told.length === 0) continue
    const name = names.get(id) ?? ''
    await inLanguage(way.language, () =>
      send({
        to: { address, name },
        subject: t('notifications.mail.subject', { authority: tenant().shortName }),
        text: letter(told, way.origin, name),
        about: [...new Set(told.map(({ dossier_id }) => dossier_id))].map((one) => ({ id: one })),
      }),
    )
  }
}

interface Told {
  dossier_id: string
  kind: string
  reference: string
  type: string
  actor_name: string
}

/** Of these notices, those of dossiers that the person sees now. */
const visible = (id: ActorId, bears: readonly string[], ids: readonly string[]): Promise<Told[]> =>
  actAs({ id, name: '', principals: bears }, () =>
    db()
      .selectFrom('commons.notice as n')
      .innerJoin('commons.dossier as d', (join) =>
        join.onRef('d.tenant_id', '=', 'n.tenant_id').onRef('d.id', '=', 'n.dossier_id'),
      )
      .select(['d.id as dossier_id', 'd.kind', 'd.reference', 'n.type', 'n.actor_name'])
      .where('n.id', 'in', [...ids])
      .where(seen())
      .orderBy('n.id')
      .execute(),
  )

/** Neither title nor reason: mail is read by others than those who may see the dossier. */
function letter(told: readonly Told[], origin: string, name: string): string {
  const lines = told
    .slice(0, mostLines)
    .map(({ kind, reference, type, actor_name: who, dossier_id }) => {
      const what = [kindName(kind), reference].filter(Boolean).join(' ')
      const said = t('notifications.by', { who, deed: deedName(type) })
      return `${what}\n${said}\n${origin}${pathOf(kind, dossier_id)}`
    })
  const others = told.length - lines.length
  return [
    t('notifications.mail.greeting', { name }),
    ...lines,
    ...(others > 0 ? [t('notifications.mail.others', { count: others })] : []),
    t('notifications.mail.why', { href: `${origin}/notices/wishes` }),
    '',
  ].join('\n\n')
}
