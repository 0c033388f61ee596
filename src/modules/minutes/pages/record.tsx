import { bears, may, permission } from '#kernel/access'
import { adding, type Attempt, type Call, form, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { ButtonLink, Card, EmptyState, List, Note, Stack, WithSide } from '#kernel/ui'
import { spokenDay } from '#commons/clock'
import { latestHistory, load } from '#commons/dossiers'
import { cite } from '#commons/law'
import { BesideDossier, DossierHead, DossierHistory, stepRoute } from '#commons/workflow'
import { agendaOf, itemPath, meetingPath, secretariat } from '#modules/deliberations'
import { availableRule, pointOf } from '../agenda-point.ts'
import { approveAtOnce } from '../at-once.ts'
import { minutesData } from '../compose.ts'
import { isCurrent, renew, saidToReader } from '../life.ts'
import { object, settleObjection } from '../objection.ts'
import { meetingOfRecord, type MinutesRecord, records } from '../record.ts'
import { rectify } from '../rectification.ts'
import {
  KeepingAtOnce,
  Objecting,
  Rectifying,
  Renewing,
  SettlingObjection,
  Signed,
} from '../schema.ts'
import { noteSignature } from '../signing.ts'
import { recordSteps } from '../steps.ts'
import { type Version, versionsOf, wordsOf } from '../version.ts'
import { AtOnceForm, RenewForm } from './forms.tsx'
import { Objections } from './objections.tsx'
import { pages } from './routes.ts'
import { Rectifications, Signatures } from './settled.tsx'
import { MinutesText } from './text.tsx'

const keeps = permission('minutes.keep')
const objects = permission('minutes.object')
const reads = permission('minutes.read')

pages.get('/minutes/:id', reads, (c) => recordPage(c))

/** The minutes of a meeting: what is to be done for them, what they say, what was said of them. */
async function recordPage(c: Call, attempt?: Attempt): Promise<Response> {
  const record = await load(c, records)
  const meeting = await meetingOfRecord(record)
  const versions = await versionsOf(record)
  const last = versions.at(-1)
  const isDraft = record.state === 'draft' || !last
  const data = isDraft ? await saidToReader(meeting) : await wordsOf(record, last.number)
  const lines = await agendaOf(meeting.id)
  const path = records.path(record.id)
  const writes = may(keeps) && record.state !== 'approved'
  const changed = record.state === 'available' && may(keeps) && !(await isCurrent(record, meeting))
  return page(
    c,
    { title: record.title, status: attempt ? 422 : 200 },
    <>
      <DossierHead
        dossier={record}
        steps={recordSteps}
        facts={<a href={meetingPath(meeting)}>{meeting.title}</a>}
      />
      <WithSide side={<BesideDossier dossier={record} />}>
        <Stack>
          <Standing record={record} />
          {changed && <RenewForm record={record} closed={meeting.state === 'closed'} />}
          {may(keeps) && <AtOnceForm {...{ record, meeting, lines }} />}
          <Objections {...{ record, meeting, lines }} />
          <Signatures {...{ record, meeting }} />
          <Rectifications {...{ record, lines }} />
          <Versions {...{ record, versions }} />
          <Card title={t(isDraft ? 'minutes.text.draft' : 'minutes.text.title')}>
            <MinutesText
              data={data}
              writeAt={
                writes
                  ? new Map(lines.map(({ id, number }) => [number, `${path}/points/${id}`]))
                  : undefined
              }
            />
          </Card>
          <Card title={t('minutes.record.history')}>
            <DossierHistory
              lines={await latestHistory(record.id, { all: wantsAll(c, 'history') })}
              path={path}
            />
          </Card>
        </Stack>
      </WithSide>
    </>,
  )
}

/** Where minutes stand: until when they are put at disposal, which point approves them, how they were approved. */
async function Standing({ record }: { record: MinutesRecord }) {
  if (record.approved_on && record.how)
    return (
      <Note tone="good">
        {t('minutes.standing.approved', {
          day: spokenDay(record.approved_on),
          how: t(`minutes.how.${record.how}`),
        })}
      </Note>
    )
  const meeting = await meetingOfRecord(record)
  if (meeting.noted_after) return <Note>{t('minutes.standing.noted_after')}</Note>
  const point = await pointOf(record)
  return (
    <>
      {record.due_on && (
        <Note tone="warn">
          {t('minutes.standing.due', { day: spokenDay(record.due_on) })} <Article record={record} />
        </Note>
      )}
      <Note>
        {point?.meeting_id ? (
          <>
            {t('minutes.standing.point')} <a href={itemPath(point)}>{point.title}</a>
          </>
        ) : (
          t('minutes.standing.no_point')
        )}
      </Note>
    </>
  )
}

async function Article({ record }: { record: MinutesRecord }) {
  const rule = await availableRule(await meetingOfRecord(record))
  return rule ? <>{cite(rule)}</> : null
}

/** All that was kept of the text, the last first, each beside the one before it. */
function Versions({ record, versions }: { record: MinutesRecord; versions: readonly Version[] }) {
  const path = records.path(record.id)
  return (
    <Card title={t('minutes.versions')} flush={versions.length > 0}>
      {versions.length === 0 ? (
        <EmptyState icon="file-text" sentence={t('minutes.versions.none')} />
      ) : (
        <List
          label={t('minutes.versions')}
          items={versions.toReversed().map(({ number, kind, made_at, made_by, hash }) => ({
            title: `${number}. ${t(`minutes.version.kind.${kind}`)}`,
            href: `${path}/versions/${number}`,
            why: `${formatDateTime(made_at, 'short')} · ${made_by} · ${hash.slice(0, 16)}`,
            due: number > 1 && (
              <ButtonLink small href={`${path}/versions/${number}?with=${number - 1}`}>
                {t('minutes.version.compare', { number: number - 1 })}
              </ButtonLink>
            ),
          }))}
        />
      )}
    </Card>
  )
}

stepRoute(pages, '/minutes/:id', keeps, recordSteps, {
  again: recordPage,
  away: '/deliberations/minutes',
})

const isHouse = () => bears(secretariat.principal)

pages.post('/minutes/:id/text', keeps, form(Renewing, recordPage), async (c, { reason }) => {
  const record = await load(c, records)
  await renew(record, reason)
  return redirect(c, records.path(record.id), { key: 'minutes.record.renewed' })
})

pages.post(
  '/minutes/:id/objections',
  objects,
  adding(form(Objecting, recordPage)),
  async (c, wanted) => {
    const record = await load(c, records)
    await object(record, await meetingOfRecord(record), wanted, isHouse())
    return redirect(c, records.path(record.id), { key: 'minutes.objection.noted' })
  },
)

pages.post(
  '/minutes/:id/answers',
  keeps,
  form(SettlingObjection, recordPage),
  async (c, { objection_id, ...settled }) => {
    const record = await load(c, records)
    await settleObjection(record, objection_id, settled)
    return redirect(c, records.path(record.id), { key: 'minutes.objection.settled' })
  },
)

pages.post(
  '/minutes/:id/at-once',
  keeps,
  adding(form(KeepingAtOnce, recordPage)),
  async (c, { items }) => {
    const record = await load(c, records)
    await approveAtOnce(record, await meetingOfRecord(record), items, minutesData)
    return redirect(c, records.path(record.id), { key: 'minutes.at_once.done' })
  },
)

pages.post(
  '/minutes/:id/rectifications',
  keeps,
  adding(form(Rectifying, recordPage)),
  async (c, said) => {
    const record = await load(c, records)
    await rectify(record, said)
    return redirect(c, records.path(record.id), { key: 'minutes.rectification.done' })
  },
)

pages.post(
  '/minutes/:id/signatures',
  keeps,
  adding(form(Signed, recordPage)),
  async (c, signed) => {
    const record = await load(c, records)
    await noteSignature(record, await meetingOfRecord(record), signed)
    return redirect(c, records.path(record.id), { key: 'minutes.signature.noted' })
  },
)
