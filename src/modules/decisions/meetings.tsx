import { form } from '#kernel/http'
import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { itsLanguage } from '#kernel/tenancy'
import {
  Badge,
  DayList,
  EmptyState,
  filterAddress,
  Head,
  NumberedLines,
  PublicSection,
  Row,
  Stack,
  type Tone,
} from '#kernel/ui'
import { openFile, Proof } from '#commons/publication'
import type { PublicMeeting } from '#modules/copies'
import {
  type KnownMeeting,
  knownMeetings,
  meetingCopies,
  MeetingSearch,
  meetingsPage,
  pointCopies,
} from '#modules/publications'
import { inAnotherForm, Within } from './forms.tsx'
import { copyOr, dayOf, Superseded, Way } from './copy.tsx'
import { HowItWasHeld } from './held.tsx'
import { lineInWords, stateInWords } from './in-words.ts'
import { open } from './routes.ts'

const path = '/decisions/meetings'

/** The meetings of which something is public: those to come, then those that are past, the latest first. */
open.get('/meetings', form(MeetingSearch), async (c, { after }) => {
  const coming = after ? [] : await knownMeetings('to_come')
  const { held, next } = await meetingsPage(after)
  const title = t('publications.meetings')
  return publicPage(
    c,
    { title, description: t('publications.meetings.lead') },
    <Stack>
      <Way last={title} />
      <Head title={title} facts={t('publications.meetings.lead')} />
      {coming.length > 0 && (
        <PublicSection title={t('publications.meetings.to_come')}>
          <DayList days={coming.map(entryOf)} />
        </PublicSection>
      )}
      <PublicSection title={t('publications.meetings.past')}>
        {held.length === 0 ? (
          <EmptyState sentence={t('publications.decisions.none')} />
        ) : (
          <DayList days={held.map(entryOf)} />
        )}
      </PublicSection>
      {next && (
        <p>
          <a href={filterAddress(path, { after: next })} rel="next">
            {t('publications.search.next')}
          </a>
        </p>
      )}
    </Stack>,
  )
})

const entryOf = ({ slug, title, starts_at, place, points, state }: KnownMeeting) => ({
  title: <span lang={itsLanguage()}>{title}</span>,
  href: meetingCopies.path(slug),
  about: [
    ...(state === 'cancelled' ? [t('publications.meeting.state.cancelled')] : []),
    t('publications.meetings.points', { count: points }),
    place,
  ]
    .filter(Boolean)
    .join(' · '),
  when: { text: formatDate(dayOf(starts_at)), datetime: dayOf(starts_at) },
})

/** The same agenda for a program: its lines with their numbers and titles, whatever the page looks like. */
open.get('/meetings/:file{[a-z0-9-]+[.]json}', async (c) => {
  const slug = (c.req.param('file') ?? '').replace(/[.]json$/, '')
  const copy = await copyOr(c, meetingCopies, slug)
  if (copy instanceof Response) return copy
  const { title, content, number, hash, published_at } = copy
  const { points: lines, ...meeting } = content
  const points = lines.map(({ slug: of, withheld, ...line }) => ({
    ...line,
    formatted_title: `${line.number}. ${line.title}`,
    path: of && pointCopies.path(of),
    withheld_because: withheld,
  }))
  const told = { slug, title, ...meeting, points }
  return openFile(c.json({ ...told, number, hash, published_at: published_at.toString() }))
})

const tones: Record<PublicMeeting['state'], Tone> = {
  ...{ planned: 'info', held: 'good', cancelled: 'bad' },
}

/** An agenda: its latest copy, or the one with a number. */
open.kept('/meetings/:slug/:number{[0-9]+}?', async (c) => {
  const { slug = '', number } = c.req.param()
  const copy = await copyOr(c, meetingCopies, slug, number)
  if (copy instanceof Response) return copy
  const other = await inAnotherForm(c, { of: 'meeting', copy })
  if (other) return other
  const { title, content } = copy
  const { organ, starts_at, place, state, lifted } = content
  return publicPage(
    c,
    {
      title,
      description: t('publications.description', { title, organ: organ.name }),
      relations: [{ rel: 'alternate', href: `${path}/${slug}.json`, type: 'application/json' }],
    },
    <Stack>
      <Way
        over={[{ label: t('publications.meetings'), href: path }]}
        last={formatDate(dayOf(Temporal.Instant.from(starts_at)))}
      />
      <Head title={<span lang={itsLanguage()}>{title}</span>} />
      <Row>
        <Badge tone={lifted ? 'warn' : tones[state]}>{stateInWords(content)}</Badge>
        <span>
          {[formatDateTime(Temporal.Instant.from(starts_at)), place].filter(Boolean).join(' · ')}
        </span>
      </Row>
      <Superseded copy={copy} path={meetingCopies.path(slug)} />
      {content.video && (
        <p>
          <a href={content.video} rel="external">
            {t('publications.watch')}
          </a>
        </p>
      )}
      <PublicSection title={t('publications.agenda')}>
        <Lines of={content} />
      </PublicSection>
      <HowItWasHeld of={content} />
      <Proof publication={copy} />
      <Within c={c} of="meeting" copy={copy} />
    </Stack>,
  )
})

function Lines({ of: { points } }: { of: PublicMeeting }) {
  if (points.length === 0) return <EmptyState sentence={t('publications.decisions.none')} />
  return (
    <NumberedLines
      lines={points.map(({ number, title, slug, ...line }) => ({
        number,
        title: (
          <span lang={itsLanguage()}>
            {slug ? <a href={pointCopies.path(slug)}>{title}</a> : title}
          </span>
        ),
        about: lineInWords(line),
      }))}
    />
  )
}
