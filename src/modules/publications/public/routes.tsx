import { z } from 'zod'
import { NotFound } from '#kernel/errors'
import { type Call, form, optionalLine, PublicRoutes } from '#kernel/http'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { Marked, publicPage } from '#kernel/pages'
import {
  Breadcrumbs,
  DayList,
  EmptyState,
  filterAddress,
  type FilterPart,
  Filters,
  Head,
  Note,
  Row,
  Stack,
} from '#kernel/ui'
import { tenant } from '#kernel/tenancy'
import { Proof, published, type Publisher, withdrawnUnder } from '#commons/publication'
import { meetingCopies, pointCopies } from '../compose.ts'
import type { PublicMeeting } from '../content.ts'
import { outcomeInWords, PointWords } from '../pages/point-words.tsx'
import { facets, findPoints } from '../find.ts'
import { followings } from '../following.ts'
import { goneInAnotherForm, inAnotherForm, Within } from './forms.tsx'

export const open = new PublicRoutes('/decisions')

const Search = z.object({
  q: optionalLine(500),
  organ: optionalLine(200),
  subject: optionalLine(200),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  stage: z.enum(['project', 'decision']).optional().catch(undefined),
  after: optionalLine(500),
})

/** What organs are to decide and what they decided, the latest meeting first; by words, organ, subject, year. */
open.get('/', form(Search), async (c, asked) => {
  const { q, organ, subject, year, stage, after } = asked
  const sought = { q, year, stage, organ: organ || undefined, subject: subject || undefined }
  const { found, total, exact, next, stems } = await findPoints({
    ...sought,
    after: after || undefined,
  })
  const { organs, subjects, years } = await facets()
  const title = t('publications.decisions')
  const search = { action: '/decisions', label: t('publications.search'), value: q }
  const query = { q, organ, subject, year: String(year ?? ''), stage: stage ?? '' }
  const asks = (more: Record<string, string>) => filterAddress('/decisions', { ...query, ...more })
  const [follow] = followings.all()
  const following = follow?.({ q, subject, organ, place: '' })
  return publicPage(
    c,
    {
      ...{ title, description: t('publications.decisions.lead'), search },
      relations: following?.feeds.map(({ type, href }) => ({
        rel: 'alternate' as const,
        type,
        href,
      })),
    },
    <Stack>
      <Head title={title} facts={t('publications.decisions.lead')} />
      <Filters
        action="/decisions"
        sentence={[
          t('publications.search.of'),
          choiceOf('organ', t('publications.search.organ'), organ, organs),
          choiceOf('subject', t('publications.search.subject'), subject, subjects),
          choiceOf('year', t('publications.search.year'), String(year ?? ''), years.map(String)),
        ]}
        keep={{ ...(q && { q }), ...(stage && { stage }) }}
        reset={organ || subject || year ? asks({ organ: '', subject: '', year: '' }) : undefined}
      />
      <h2>
        {t(exact ? 'publications.search.total' : 'publications.search.more', { count: total })}
      </h2>
      {found.length === 0 ? (
        <EmptyState icon="gavel" sentence={t('publications.decisions.none')} />
      ) : (
        <DayList
          days={found.map(({ slug, title: name, day, passage, ...one }) => ({
            title: <Marked text={name} stems={stems} />,
            href: pointCopies.path(slug),
            about: (
              <>
                {[t(`publications.stage.${one.stage}`), one.organ, one.subject]
                  .filter(Boolean)
                  .join(' · ')}
                {q && passage && (
                  <span class="result-passage">
                    <Marked text={passage} stems={stems} />
                  </span>
                )}
              </>
            ),
            when: { text: formatDate(day), datetime: day },
          }))}
        />
      )}
      {following && (
        <p>
          <a href={following.page.href}>{following.page.label}</a>
        </p>
      )}
      {next && (
        <p>
          <a href={asks({ after: next })} rel="next">
            {t('publications.search.next')}
          </a>
        </p>
      )}
    </Stack>,
  )
})

/** One of these, or any. */
const choiceOf = (
  name: string,
  label: string,
  value: string,
  some: readonly string[],
): FilterPart => ({
  ...{ kind: 'select', name, label, value },
  options: [{ value: '', label }, ...some.map((one) => ({ value: one, label: one }))],
})

/** An agenda: its latest copy, or the one with a number. */
open.kept('/meetings/:slug/:number{[0-9]+}?', async (c) => {
  const { slug = '', number } = c.req.param()
  const copy = await copyOr(c, meetingCopies, slug, number)
  if (copy instanceof Response) return copy
  const other = await inAnotherForm(c, { of: 'meeting', copy })
  if (other) return other
  const { title, content } = copy
  return publicPage(
    c,
    { title, description: t('publications.description', { title, organ: content.organ.name }) },
    <Stack>
      <Way last={title} />
      <Head title={title} facts={content.place} />
      <Lines of={content} />
      <Proof publication={copy} />
      <Within c={c} of="meeting" copy={copy} />
    </Stack>,
  )
})

function Lines({ of: { points } }: { of: PublicMeeting }) {
  if (points.length === 0) return <EmptyState sentence={t('publications.decisions.none')} />
  return (
    <ol class="plain">
      {points.map(({ number, title, slug, outcome, withheld }) => (
        <li>
          <h2>
            {number}. {slug ? <a href={pointCopies.path(slug)}>{title}</a> : title}
          </h2>
          {outcome && <p>{outcomeInWords(outcome)}</p>}
          {withheld && <p>{t('publications.why_withheld', { why: withheld })}</p>}
        </li>
      ))}
    </ol>
  )
}

/** A point: its latest copy, or the one with a number. */
open.kept('/:slug/:number{[0-9]+}?', async (c) => {
  const { slug = '', number } = c.req.param()
  const copy = await copyOr(c, pointCopies, slug, number)
  if (copy instanceof Response) return copy
  const other = await inAnotherForm(c, { of: 'point', copy })
  if (other) return other
  const { title, content } = copy
  const agenda = await published(meetingCopies, content.meeting).catch(() => undefined)
  const shown = agenda?.content.points.filter((one) => one.slug !== null) ?? []
  const at = shown.findIndex((one) => one.slug === slug)
  const beside = [
    { point: shown[at - 1], label: t('publications.previous'), rel: 'prev' },
    { point: at < 0 ? undefined : shown[at + 1], label: t('publications.next'), rel: 'next' },
  ]
  return publicPage(
    c,
    { title, description: t('publications.description', { title, organ: content.organ.name }) },
    <Stack>
      <Way
        meeting={agenda && { title: agenda.title, slug: content.meeting }}
        last={t('publications.point', { number: content.number })}
      />
      <Head title={title} reference={content.reference} />
      <PointWords point={content} title={title} />
      <Row>
        {beside.map(({ point, label, rel }) =>
          point?.slug ? (
            <a href={pointCopies.path(point.slug)} rel={rel}>
              {label}
            </a>
          ) : null,
        )}
      </Row>
      <Proof publication={copy} />
      <Within c={c} of="point" copy={copy} />
    </Stack>,
  )
})

interface WayProps {
  meeting?: { title: string; slug: string } | undefined
  last: string
}

/** The way to a page: the authority, its decisions, the meeting. */
const Way = ({ meeting, last }: WayProps) => (
  <Breadcrumbs
    trail={[
      { label: tenant().shortName, href: '/' },
      { label: t('publications.decisions'), href: '/decisions' },
      ...(meeting ? [{ label: meeting.title, href: meetingCopies.path(meeting.slug) }] : []),
      { label: last },
    ]}
  />
)

/** A copy; or what everybody is told of one that was withdrawn. Throws `NotFound` where there never was one. */
async function copyOr<C>(c: Call, by: Publisher<C>, slug: string, number: string | undefined) {
  try {
    return await published(by, slug, number === undefined ? number : Number(number))
  } catch (failure) {
    const told = failure instanceof NotFound ? await withdrawnUnder(by, slug) : undefined
    if (!told) throw failure
    const other = goneInAnotherForm(c, told)
    if (other) return other
    const day = formatDate(told.withdrawn_at.toZonedDateTimeISO(timeZone).toPlainDate())
    const title = t('publications.withdrawn')
    return publicPage(
      c,
      { title, status: 410 },
      <>
        <Head title={title} />
        <Note>{t('publications.withdrawn.note', { day, said: told.said })}</Note>
      </>,
    )
  }
}
