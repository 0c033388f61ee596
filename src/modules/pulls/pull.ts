import { sql } from 'kysely'
import { z } from 'zod'
import { may } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'
import { enqueue, type Reason, task, type Timer } from '#kernel/jobs'
import { compare, noteTokens, receive } from '#modules/incoming'
import { noteFailing, reasonOf } from './failing.ts'
import { gather, mappedTokens, withFiles } from './gather.ts'
import { meetingsAtOnce, meetingsThere } from './questions.ts'
import { startThere } from './read.ts'
import { addRun, endRun, failRun, forgetRuns, findRun, type Wanted } from './run.ts'
import { keeps, putOff, reached, type Reached, settingOf, settingsDue } from './setting.ts'

const Run = z.object({ run: z.uuid() })
const Of = z.object({ source: z.uuid() })

/** In milliseconds: so long may a meeting take to come. */
const patience = 240_000

/** Who asks within a job: its transaction is not left idle. */
const asker = (of: Reached) => ({
  ...{ of, signal: AbortSignal.timeout(patience) },
  between: () => sql`select`.execute(db()),
})

/**
 * Fetches a meeting and receives it. What the other software did wrong is written down where people see it, and nothing of the meeting is
 * taken over.
 */
export const pullMeeting = task(
  'pulls.pull_meeting',
  Run,
  async ({ run: id }) => {
    const run = await findRun(id)
    // Somebody erased the settings meanwhile, and all that was still to be fetched with them.
    if (!run) return
    const of = await reached(run.source_id)
    const { only_points: only, force } = run
    const came = await fetched(of, run).catch(reasonOf)
    if ('key' in came) return failRun(run, came)
    await noteTokens(of.id, came.tokens)
    const received = await receive(of.id, came.meeting, { force, ...(only && { only }) })
    const { created, modified, removed, unchanged, ignored } = received
    const older = ignored.filter(({ why }) => why === 'older').length
    const count = { created: created.length, modified: modified.length, removed: removed.length }
    await endRun(run, { ...count, unchanged: unchanged.length, older }, received.meeting)
  },
  {
    failed: async ({ run: id }, reason) => {
      const run = await findRun(id)
      if (run) await failRun(run, reason)
    },
  },
)

async function fetched(of: Reached, { meeting_uid, only_points, force }: Wanted) {
  const own = asker(of)
  const read = await gather(own, meeting_uid, await mappedTokens(of.id))
  const compared = await compare(of.id, read.meeting, { force })
  return { ...read, meeting: await withFiles(own, read, compared, only_points) }
}

/** Has a meeting fetched: all of its points or the chosen ones. Throws `Forbidden`. Returns its id, where one follows it. */
export async function pull(wanted: Omit<Wanted, 'by_itself'>): Promise<string> {
  ensure(may(keeps), Forbidden, 'errors.forbidden')
  const run = await addRun({ ...wanted, by_itself: false })
  await enqueue(pullMeeting, { run })
  return run
}

/** Looks which meetings of a source there are, and has those fetched that are recent or to come. */
export const look = task(
  'pulls.look',
  Of,
  async ({ source }) => {
    const setting = await settingOf(source)
    if (!setting || setting.every === 'never') return
    const found = await recent(await reached(source)).catch(reasonOf)
    if ('key' in found) return noteFailing(source, found)
    if (found.cut) await noteFailing(source, { key: 'pulls.too_many_meetings', params: found.cut })
    for (const { UID: meeting_uid, title } of found.meetings) {
      const own = { source_id: source, meeting_uid, title }
      const run = await addRun({ ...own, by_itself: true, only_points: null, force: false })
      await enqueue(pullMeeting, { run })
    }
  },
  { failed: ({ source }, reason: Reason) => noteFailing(source, reason) },
)

async function recent(of: Reached) {
  const { meetings, total } = await meetingsThere(asker(of))
  const since = Temporal.Now.instant().subtract({ hours: 24 * of.days_back })
  const known = meetings.filter((one) => {
    const start = startThere(one)
    return start !== null && Temporal.Instant.compare(start, since) >= 0
  })
  // They come with the last first: where all of a page are recent, others may be too.
  const isCut = known.length === meetings.length && total > meetings.length
  return { meetings: known, cut: isCut ? { count: total, most: meetingsAtOnce } : null }
}

/** Each quarter of an hour: sources whose time has come are fetched. */
export const ticking: Timer = {
  at: '*/15 * * * *',
  task: task('pulls.tick', z.object({}), async () => {
    await forgetRuns()
    for (const { id } of await settingsDue()) {
      const setting = await settingOf(id)
      if (setting) await putOff(setting)
      await enqueue(look, { source: id }, `pulls.look ${id}`)
    }
  }),
}
