import { z } from 'zod'
import { asking, type Call, form } from '#kernel/http'
import { formatDateTime, knownMessage, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { Badge, Card, EmptyState, Head, Stack, Table } from '#kernel/ui'
import { meaningsOf, noteTokens, type Source } from '#modules/incoming'
import type { MeetingThere } from '../answers.ts'
import { tokensOfLists } from '../lists.ts'
import { meetingPath, meetingsPath, settingPath } from '../paths.ts'
import { listsThere, meetingsAtOnce, meetingsThere } from '../questions.ts'
import { startThere } from '../read.ts'
import { runsOf } from '../run.ts'
import { keeps } from '../setting.ts'
import { asked, type Came, pages } from './routes.ts'
import { Crumbs, NoAnswer } from './shown.tsx'

const From = z.object({ from: z.coerce.number().int().min(0).max(100_000).catch(0) })

asking(pages, 'get', '/:source/meetings', keeps, form(From), async (c, { from }, step) => {
  const came = await asked(c, step, (asker) => meetingsThere(asker, from))
  return () => meetingsPage(c, came, from)
})

type Found = Awaited<ReturnType<typeof meetingsThere>>

function meetingsPage(c: Call, came: Came<Found>, from: number): Promise<Response> {
  const { source } = came
  const title = t('pulls.meetings')
  return page(
    c,
    { title: `${title} · ${source.title}`, status: 'failed' in came ? 409 : 200 },
    <>
      <Crumbs source={source} last={[{ label: title }]} />
      <Head reference={source.title} title={title} facts={t('pulls.meetings.lead')} />
      <Stack>
        {'failed' in came ? (
          <NoAnswer
            why={came.failed}
            again={meetingsPath(source.id)}
            settings={settingPath(source.id)}
          />
        ) : (
          <Meetings source={source} found={came.found} from={from} />
        )}
      </Stack>
    </>,
  )
}

async function Meetings({ source, found, from }: { source: Source; found: Found; from: number }) {
  const { meetings, total } = found
  const latest = new Map(
    (await runsOf(source.id)).toReversed().map((one) => [one.meeting_uid, one.asked_at]),
  )
  const at = (start: number) => `${meetingsPath(source.id)}?from=${start}`
  const until = from + meetings.length
  return (
    <Card flush>
      <Table
        caption={t('pulls.meetings')}
        hideCaption
        rows={meetings}
        empty={<EmptyState sentence={t('pulls.meetings.none')} />}
        columns={[
          {
            header: t('pulls.meeting'),
            main: true,
            cell: ({ UID, title }) => <a href={meetingPath(source.id, UID)}>{title}</a>,
          },
          { header: t('pulls.meeting.starts_at'), cell: (one) => startInWords(one) },
          { header: t('pulls.meeting.state'), cell: (one) => <Badge>{stateThere(one)}</Badge> },
          {
            header: t('pulls.meeting.fetched'),
            cell: ({ UID }) => {
              const known = latest.get(UID)
              return known ? formatDateTime(known, 'short') : ''
            },
          },
        ]}
        paging={{
          ...(from > 0 && { previous: at(Math.max(0, from - meetingsAtOnce)) }),
          ...(meetings.length > 0 && until < total && { next: at(until) }),
          summary: t('pulls.meetings.shown', { from: Math.min(from + 1, total), until, total }),
        }}
      />
    </Card>
  )
}

const startInWords = (one: MeetingThere): string => {
  const start = startThere(one)
  return start ? formatDateTime(start) : '—'
}

/** The state of a meeting there, in words; one that we do not know as it says it. */
function stateThere({ review_state: state }: MeetingThere): string {
  const key = state === null ? undefined : knownMessage(`pulls.state.${state.token}`)
  return key ? t(key) : (state?.title ?? state?.token ?? '—')
}

asking(pages, 'post', '/:source/lists', keeps, form(z.object({})), async (c, _, step) => {
  const came = await asked(c, step, listsThere)
  return async () => {
    const { source } = came
    if ('failed' in came)
      return redirect(c, settingPath(source.id), {
        ...came.failed,
        key: 'pulls.no_answer',
        tone: 'bad',
      })
    await noteTokens(source.id, tokensOfLists(came.of, came.found))
    const { subjects, people } = await meaningsOf(source.id)
    return redirect(c, settingPath(source.id), {
      key: 'pulls.lists.done',
      params: { subjects: subjects.size, people: people.size },
    })
  }
})
