import { actAs, may, permission, system } from '#kernel/access'
import { type Call, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { ActText, lossInWords, page, redirect } from '#kernel/pages'
import {
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  List,
  Note,
  PostButton,
  SideSection,
  Stack,
  WithSide,
} from '#kernel/ui'
import { AnnexCard, annexesOf } from '#commons/annexes'
import { latestHistory, load, read } from '#commons/dossiers'
import { RecordHistory } from '#commons/records'
import { outcomeInWords } from '#modules/copies'
import { publicRuleOf } from '#modules/publications'
import { approve } from '../approve.ts'
import { type IncomingMeeting, incomingMeetings } from '../meeting.ts'
import { pointsOf } from '../plan.ts'
import { type IncomingPoint, incomingPoints } from '../point.ts'
import { sources } from '../source.ts'
import { MeetingHead } from './head.tsx'
import { mappingPath } from './mapping.tsx'
import { pages } from './routes.ts'

const reads = permission('incoming.read')
const publishes = permission('publications.publish')

/** A meeting as other software told it last. */
pages.get('/meetings/:id', reads, async (c) => {
  const meeting = await load(c, incomingMeetings)
  const points = await pointsOf(meeting)
  return page(
    c,
    { title: meeting.title },
    <>
      <MeetingHead meeting={meeting} current="points" />
      <WithSide side={<Side c={c} meeting={meeting} />}>
        <Stack>
          {!meeting.organ_id && (
            <Note tone="warn">
              {t('incoming.organ_unknown', { token: meeting.organ_token })}{' '}
              <a href={mappingPath(meeting.source_id)}>{t('incoming.mapping.link')}</a>
            </Note>
          )}
          <Card title={t('incoming.tab.points')} flush>
            {points.length === 0 ? (
              <EmptyState sentence={t('incoming.none')} />
            ) : (
              <List
                label={t('incoming.tab.points')}
                items={points.map((one) => ({
                  title: `${one.number}. ${one.title}`,
                  href: incomingPoints.path(one.id),
                  why: one.subject ?? '',
                  due: <StageOf point={one} />,
                }))}
              />
            )}
          </Card>
        </Stack>
      </WithSide>
    </>,
  )
})

async function Side({ c, meeting }: { c: Call; meeting: IncomingMeeting }) {
  const source = await actAs(system, () => read(sources, meeting.source_id))
  const history = await latestHistory(meeting.id, { all: wantsAll(c, 'history') })
  const rule = meeting.organ_id ? await publicRuleOf(meeting.organ_id) : undefined
  return (
    <>
      <SideSection title={t('incoming.source.name')}>
        <p>
          <a href={sources.path(source.id)}>{source.title}</a>
        </p>
        <p class="small muted">{t('incoming.as_of', { when: formatDateTime(meeting.modified) })}</p>
      </SideSection>
      {rule?.since === 'approved' && (
        <SideSection title={t('incoming.approval')}>
          {meeting.approved_at ? (
            <p>
              {t('incoming.approved', {
                name: meeting.approved_by ?? '',
                when: formatDateTime(meeting.approved_at),
              })}
            </p>
          ) : (
            <>
              <p>{t('incoming.not_approved')}</p>
              {may(publishes) && (
                <PostButton action={`${incomingMeetings.path(meeting.id)}/approval`}>
                  {t('incoming.approve')}
                </PostButton>
              )}
            </>
          )}
        </SideSection>
      )}
      <SideSection title={t('incoming.history')}>
        <RecordHistory of={meeting} fields={{}} lines={history} />
      </SideSection>
    </>
  )
}

function StageOf({ point: { dropped, gone_at, outcome } }: { point: IncomingPoint }) {
  if (gone_at) return <Badge tone="warn">{t('incoming.gone')}</Badge>
  if (dropped.length > 0) return <Badge tone="warn">{t('incoming.incomplete')}</Badge>
  return outcome === null ? (
    <Badge tone="info">{t('incoming.stage.project')}</Badge>
  ) : (
    <Badge tone="good">{outcomeInWords(outcome)}</Badge>
  )
}

pages.post('/meetings/:id/approval', publishes, async (c) => {
  const meeting = await load(c, incomingMeetings)
  await approve(meeting)
  return redirect(c, incomingMeetings.path(meeting.id), { key: 'incoming.approval.saved' })
})

/** A point as other software told it last. */
pages.get('/points/:id', reads, async (c) => {
  const point = await load(c, incomingPoints)
  const meeting = await read(incomingMeetings, point.meeting_id)
  const history = await latestHistory(point.id, { all: wantsAll(c, 'history') })
  const left = lossInWords(point.dropped)
  const parts = [
    [t('incoming.motivation'), point.motivation],
    [t('incoming.decision'), point.decision],
  ] as const
  return page(
    c,
    { title: point.title },
    <>
      <MeetingHead meeting={meeting} current="points" />
      <WithSide
        side={
          <>
            <AnnexCard annexes={await annexesOf(point.id)} />
            <SideSection title={t('incoming.history')}>
              <RecordHistory of={point} fields={{}} lines={history} />
            </SideSection>
          </>
        }
      >
        <Card title={`${point.number}. ${point.title}`} aside={<StageOf point={point} />}>
          <Stack>
            {point.gone_at && <Note tone="warn">{t('incoming.gone_help')}</Note>}
            {left && <Note tone="warn">{t('incoming.left', { what: left })}</Note>}
            {meeting.organ_id && (
              <ButtonLink href={`${incomingMeetings.path(meeting.id)}/publication`} icon="eye">
                {t('publications.tab')}
              </ButtonLink>
            )}
            {parts.map(([title, html]) => html && <ActText html={html} label={title} />)}
          </Stack>
        </Card>
      </WithSide>
    </>,
  )
})
