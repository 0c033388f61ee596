import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form, wantsAll } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import { Card, EmptyState, Icon, Outline, type OutlineItem, Tag, WithSide } from '#kernel/ui'
import { latestHistory, load } from '#commons/dossiers'
import {
  actions,
  BesideDossier,
  DossierHistory,
  Obstacles,
  StateBadge,
  stateName,
} from '#commons/workflow'
import { agendaEntries, type AgendaLine, agendaOf, partsOf } from '../agenda.ts'
import { itemPath } from '../item.ts'
import { dayOf, isOver, type Meeting, meetingPath, meetings } from '../meeting.ts'
import { stepMeeting } from '../meeting-steps.ts'
import { moveItem } from '../order.ts'
import { reachOf } from '#commons/ordering'
import { organ } from '#commons/organs'
import { MeetingStep, MovedOnPage, targetOf } from '../schema.ts'
import { type SittingRule, sittingRule } from '../sitting-rule.ts'
import { itemWorkflow, meetingWorkflow } from '../workflow.ts'
import { AgendaHints } from './hints.tsx'
import { meetingPieces } from './meeting-pieces.ts'
import { WhoSees } from './who-sees.tsx'
import { MeetingHead } from './meeting-head.tsx'
import { pages } from './routes.ts'
import { sittingPieces } from './sitting-pieces.ts'

const runsMeetings = permission('deliberations.meeting.run')

pages.get('/meetings/:id', permission('deliberations.read'), async (c) => {
  const meeting = await load(c, meetings)
  const body = await organ(meeting.organ_id)
  const lines = await agendaOf(meeting.id)
  const sitting = await sittingRule(body.kind, dayOf(meeting))
  const open = await actions(meetingWorkflow, meeting)
  const runs = may(runsMeetings)
  const reorder = runs && !isOver(meeting)
  const moving = reorder ? c.req.query('move') : undefined
  const reach = moving ? reachOf(await agendaEntries(meeting.id), moving, sitting) : undefined
  return page(
    c,
    { title: meeting.title },
    <>
      <MeetingHead {...{ meeting, body, open, lines }} current="agenda" />
      <WithSide side={<Side {...{ meeting, sitting }} />}>
        {meetingPieces.all().map(({ first: First }) => (
          <First meeting={meeting} />
        ))}
        {runs && <Obstacles actions={open} />}
        {runs && <AgendaHints meeting={meeting} agenda={lines} />}
        {lines.length === 0 ? (
          <EmptyState icon="list-ordered" sentence={t('deliberations.meeting.empty')} />
        ) : (
          <Card flush>
            <Outline
              label={t('deliberations.meeting.agenda')}
              parts={outlineParts(lines, sitting, reach)}
              {...(reorder && { reorder: { action: `${meetingPath(meeting)}/order`, moving } })}
            />
          </Card>
        )}
        {sittingPieces.all().map(({ belowAgenda: Below }) => (
          <Below meeting={meeting} />
        ))}
      </WithSide>
    </>,
  )
})

function outlineParts(
  lines: readonly AgendaLine[],
  sitting: SittingRule,
  /** Of the point that is being moved by hand. */
  reach: OutlineItem['reach'],
) {
  return partsOf(lines, sitting).map(({ part, lines: some }) => ({
    heading: t(`deliberations.part.${part}`),
    items: some.map((line) => ({ ...outlineItem(line), reach })),
  }))
}

function outlineItem(line: AgendaLine): OutlineItem {
  const secret = line.poll_type === 'secret'
  return {
    id: line.id,
    number: line.number,
    level: line.number.includes('.') ? 2 : 1,
    title: line.title,
    href: itemPath(line),
    meta: [
      line.service_name,
      line.category_name && <Tag>{line.category_name}</Tag>,
      secret && <Tag>{t('deliberations.item.poll.secret')}</Tag>,
      line.annexes > 0 && (
        <>
          <Icon name="paperclip" /> {line.annexes}
        </>
      ),
    ].filter(Boolean),
    state: <StateBadge flow={itemWorkflow} state={line.state} />,
    says: JSON.stringify(line),
  }
}

function Side({ meeting, sitting }: { meeting: Meeting; sitting: SittingRule }) {
  return (
    <>
      {meetingPieces.all().map(({ side: Beside }) => (
        <Beside meeting={meeting} />
      ))}
      <WhoSees {...{ meeting, sitting }} />
      <BesideDossier dossier={meeting} />
    </>
  )
}

pages.post(
  '/meetings/:id/order',
  runsMeetings,
  form(MovedOnPage),
  async (c, { id, told, ...to }) => {
    const meeting = await load(c, meetings)
    const number = await moveItem(meeting, id, targetOf(to))
    const said = { key: 'deliberations.meeting.moved', params: { number } } as const
    return redirect(c, meetingPath(meeting), told ? null : said)
  },
)

pages.post('/meetings/:id/steps', runsMeetings, form(MeetingStep), async (c, step) => {
  const meeting = await stepMeeting(await load(c, meetings), step)
  const params = { state: stateName('deliberations.meeting', meeting.state) }
  return redirect(c, meetingPath(meeting), { key: 'workflow.stepped', params })
})

pages.get('/meetings/:id/history', permission('deliberations.read'), async (c) => {
  const meeting = await load(c, meetings)
  return page(
    c,
    { title: meeting.title },
    <>
      <MeetingHead meeting={meeting} current="history" />
      <Card>
        <DossierHistory
          lines={await latestHistory(meeting.id, { all: wantsAll(c, 'history') })}
          path={`${meetingPath(meeting)}/history`}
        />
      </Card>
    </>,
  )
})
