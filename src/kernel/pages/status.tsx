import { sql } from 'kysely'
import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { db } from '#kernel/db'
import { ApiRoutes, PageRoutes } from '#kernel/http'
import { formatDateTime, language, said, t } from '#kernel/i18n'
import { recentPace } from '#kernel/metrics'
import { itsLanguage, restrictionOf, tenant } from '#kernel/tenancy'
import { Note, Stack, type Tone } from '#kernel/ui'
import { type Ailment, ailing, ailments } from './ailing.ts'
import { plainPage } from './plain.tsx'

/** How the house is, in the words of the page. */
const states = {
  works: { label: said('pages.status.works'), tone: 'good' },
  incident: { label: said('pages.status.incident'), tone: 'warn' },
  slowed: { label: said('pages.status.slowed'), tone: 'warn' },
  late: { label: said('pages.status.late'), tone: 'warn' },
  read_only: { label: said('pages.status.read_only'), tone: 'warn' },
  suspended: { label: said('pages.status.suspended'), tone: 'warn' },
  maintenance: { label: said('pages.status.maintenance'), tone: 'warn' },
} as const

const Ails = z.enum(Object.keys(ailments) as Ailment[]) // Its own names.

/** What people are told of the house (état du service): public, and never more than a page says. */
const Status = z.object({
  state: z.enum(['works', 'incident', 'slowed', 'late', 'read_only', 'suspended', 'maintenance']),
  since: z.string(),
  /** When it should be over; null where nobody said. */
  until: z.string().nullable(),
  words: z.string(),
  late: z.array(Ails).describe('What does not go on as it should, as the house feels it by itself'),
  incidents: z.array(
    z.object({ began_at: z.string(), ended_at: z.string().nullable(), words: z.string() }),
  ),
})
type Status = z.output<typeof Status>

/** In days. */
const told = 90

async function status(): Promise<Status> {
  const restriction = restrictionOf(tenant())
  const all = await incidents()
  // What somebody told is not contradicted by what the process feels.
  const open = all.find(({ ended_at }) => ended_at === null)
  const pace = recentPace()
  const late = await ailing()
  const felt = late.length > 0 && pace.state === 'works' ? 'late' : pace.state
  return {
    state: restriction?.kind ?? (open ? 'incident' : felt),
    since: restriction?.since ?? open?.began_at ?? pace.since.toString(),
    until: restriction?.until ?? null,
    words: restriction?.words ?? open?.words ?? '',
    late: [...late],
    incidents: all,
  }
}

async function incidents(): Promise<Status['incidents']> {
  const { rows } = await sql<{
    began_at: Temporal.Instant
    ended_at: Temporal.Instant | null
    words: Record<string, string>
  }>`
    select began_at, ended_at, words from kernel.incident
    where coalesce(ended_at, now()) > now() - make_interval(days => ${told})
    order by ended_at is null desc, began_at desc limit 10`.execute(db())
  return rows.map(({ began_at, ended_at, words }) => ({
    began_at: began_at.toString(),
    ended_at: ended_at?.toString() ?? null,
    words: words[language()] ?? words[itsLanguage()] ?? Object.values(words)[0] ?? '',
  }))
}

const shown = (instant: string) => formatDateTime(Temporal.Instant.from(instant))

export const statusPages = new PageRoutes('')

statusPages.get('/status', openToAll, async (c) => {
  const { state, since, until, words, late, incidents: all } = await status()
  const { label, tone }: { label: (typeof states)[Status['state']]['label']; tone: Tone } =
    states[state]
  return plainPage(
    c,
    { title: t('pages.status.title'), path: '/status' },
    <Stack>
      <Note tone={tone} title={t(label)}>
        {[
          t('pages.status.since', { at: shown(since) }),
          words,
          until && t('pages.status.until', { at: shown(until) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Note>
      {late.length > 0 && (
        <ul>
          {late.map((one) => (
            <li>{t(ailments[one])}</li>
          ))}
        </ul>
      )}
      <h2>{t('pages.status.incidents')}</h2>
      {all.length === 0 && <p>{t('pages.status.none')}</p>}
      {all.length > 0 && (
        <ul>
          {all.map((one) => (
            <li>
              <strong>
                {shown(one.began_at)} –{' '}
                {one.ended_at ? shown(one.ended_at) : t('pages.status.goes_on')}
              </strong>
              {' : '}
              <span>{one.words}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>,
  )
})

export const statusApi = new ApiRoutes('')
statusApi.on(
  'get',
  '/status',
  openToAll,
  { summary: 'How the house is, and what went wrong lately', answer: Status },
  status,
)
