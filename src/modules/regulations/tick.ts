import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { formatDateTime, knownMessage, t } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { today } from '#commons/clock'
import { type Dossier, read } from '#commons/dossiers'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { assess, change } from '#commons/workflow'
import { type Posting, postingKind } from './fields.ts'
import { momentOf } from './moment.ts'
import { askToLook } from './pdf.ts'
import { postings } from './posting.ts'
import { askForStamps } from './proof.ts'
import { postingWorkflow, publishing } from './workflow.ts'

/** Past so long, a planned publication is late, and so is a stamp. */
const patience = { hours: 1 } as const

const late = event(`${postingKind}.post_late`)
const hindered = event(`${postingKind}.hinder`)
const waits = event(`${postingKind}.await_stamp`)

const About = z.object({ when: z.string().default(''), why: z.string().default('') })

const words = (type: typeof late, key: 'late' | 'hindered' | 'waits'): NoticeWords => ({
  type,
  title: 'regulations.posting.name',
  words: (about) => {
    const { when, why } = About.parse(about)
    const known = knownMessage(why)
    return t(`regulations.notice.${key}`, {
      when: when && formatDateTime(Temporal.Instant.from(when)),
      why: known ? t(known) : '',
    })
  },
})

/** What those who publish are told besides the deeds of people. */
export const notices = [words(late, 'late'), words(hindered, 'hindered'), words(waits, 'waits')]

/** Tells those who publish, once of each such thing. */
async function tellOnce(type: typeof late, id: string, about: z.input<typeof About>) {
  const known = await db()
    .selectFrom('commons.notice')
    .select('id')
    .where('dossier_id', '=', id)
    .where('type', '=', type)
    .where(sql<boolean>`about->>'when' = ${about.when ?? ''}`)
    .executeTakeFirst()
  const principals = publishing.map(({ principal }) => principal)
  if (!known) await tellPeople(type, { principals }, { dossierId: id }, about)
}

const idsWhere = async (state: string, condition: ReturnType<typeof sql<boolean>>) =>
  (
    await sql<{ id: string }>`
      select d.id from commons.dossier d join regulations.posting p using (tenant_id, id)
      where d.kind = ${postingKind} and d.state = ${state} and ${condition} order by d.id limit 500`.execute(
      db(),
    )
  ).rows.map(({ id }) => id)

const mine = (id: string): Promise<Posting> => read(postings, id, { lock: true })

/** Publishes what was planned for now or before: late where the house stood still, and then it is said. */
async function postPlanned(): Promise<void> {
  const due = await idsWhere('planned', sql<boolean>`p.publish_on <= ${today()}`)
  for (const id of due) {
    const posting = await mine(id)
    const planned = momentOf(posting)
    const now = Temporal.Now.instant()
    if (posting.state !== 'planned' || !planned) continue
    if (Temporal.Instant.compare(planned, now) > 0) continue
    const [openness] = await assess(postingWorkflow, [posting], 'post')
    if (openness && !openness.open) {
      const about = { when: planned.toString(), why: openness.obstacle.key }
      await tellOnce(hindered, id, about)
      continue
    }
    const isLate = Temporal.Instant.compare(planned.add(patience), now) < 0
    const said = t('regulations.posted_late', { when: formatDateTime(planned) })
    await change(postings, postingWorkflow, posting, 'post', isLate ? { comment: said } : {})
    if (isLate) await tellOnce(late, id, { when: planned.toString() })
  }
}

/** What is over is set aside: it was shown on its last day. */
async function archiveExpired(): Promise<void> {
  for (const id of await idsWhere('published', sql<boolean>`p.expires_on < ${today()}`)) {
    const posting: Dossier = await mine(id)
    if (posting.state === 'published')
      await change(postings, postingWorkflow, await mine(id), 'archive')
  }
}

/** Says to those who publish which stamps do not come. */
async function tellOfStamps(): Promise<void> {
  const pending = await db()
    .selectFrom('regulations.proof')
    .select(['posting_id', 'asked_at'])
    .where('wanted', '=', true)
    .where('token', 'is', null)
    .where('asked_at', '<', Temporal.Now.instant().subtract(patience))
    .execute()
  for (const { posting_id, asked_at } of pending)
    await tellOnce(waits, posting_id, { when: asked_at.toString() })
}

/** What starts by itself: planned texts, expired ones, stamps that did not come. */
export const ticking: Timer = {
  at: '*/5 * * * *',
  task: task('regulations.tick', z.object({}), async () => {
    await askToLook()
    await postPlanned()
    await archiveExpired()
    await askForStamps()
    await tellOfStamps()
  }),
}
