import { permission } from '#kernel/access'
import { form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, ensureEdition, page, redirect } from '#kernel/pages'
import { Card, EmptyState, Hidden, List, PostButton } from '#kernel/ui'
import { load, read } from '#commons/dossiers'
import {
  isOver,
  itemPath,
  items,
  type Meeting,
  MeetingHead,
  meetingPath,
  meetings,
  presentMany,
} from '#modules/deliberations'
import { type Available, availableTo, presentWished } from './available.ts'
import { setBriefing, standingBriefing } from './briefing.ts'
import { pages } from './routes.ts'
import { Briefed, Presented, Wished } from './schema.ts'
import { wish, wishesOf } from './wish.ts'

const [acts, runs] = [permission('scheduling.act'), permission('scheduling.run')]
const presents = permission('deliberations.item.present')
const availablePath = (meeting: Meeting) => `${meetingPath(meeting)}/available`

pages.get('/meetings/:id/available', runs, async (c) => {
  const meeting = await load(c, meetings)
  const { wished, others, later } = await availableTo(meeting)
  const mixed = wished.length > 0 || later.length > 0
  return page(
    c,
    { title: meeting.title },
    <>
      <MeetingHead meeting={meeting} current="available" />
      {!mixed && others.length === 0 && (
        <EmptyState icon="inbox" sentence={t('scheduling.available.none')} />
      )}
      <Points {...{ meeting, points: wished }} title={t('scheduling.available.wished')} together />
      <Points
        {...{ meeting, points: others }}
        title={t(mixed ? 'scheduling.available.others' : 'scheduling.available.title')}
      />
      <Points {...{ meeting, points: later }} title={t('scheduling.available.later')} />
    </>,
  )
})

interface PointsProps {
  meeting: Meeting
  points: readonly Available[]
  title: string
  /** One press presents them all. */
  together?: boolean
}

function Points({ meeting, points, title, together }: PointsProps) {
  if (points.length === 0) return null
  const open = !isOver(meeting)
  return (
    <Card
      title={title}
      flush
      aside={
        together &&
        open &&
        points.length > 1 && (
          <PostButton action={`${meetingPath(meeting)}/wished`} icon="plus" small>
            {t('scheduling.available.present_wished', { count: points.length })}
          </PostButton>
        )
      }
    >
      <List
        label={title}
        items={points.map(({ id, title: name, service_name, privacy, wish: meant }) => ({
          title: name,
          href: itemPath({ id }),
          why: [
            service_name,
            t(`deliberations.item.privacy.${privacy}`),
            meant && meant.id !== meeting.id && meant.title,
          ]
            .filter(Boolean)
            .join(' · '),
          due: open && (
            <PostButton
              small
              action={`${meetingPath(meeting)}/presentation`}
              fields={{ item_id: id }}
              icon="plus"
            >
              {t('scheduling.available.present')}
              <Hidden> : {name}</Hidden>
            </PostButton>
          ),
        }))}
      />
    </Card>
  )
}

pages.post('/meetings/:id/presentation', presents, form(Presented), async (c, { item_id }) => {
  const meeting = await load(c, meetings)
  const [presented] = await presentMany([await read(items, item_id)], meeting)
  const params = { number: presented?.number ?? '' }
  return redirect(c, availablePath(meeting), { key: 'scheduling.available.presented', params })
})

pages.post('/meetings/:id/wished', presents, async (c) => {
  const meeting = await load(c, meetings)
  const params = { count: (await presentWished(meeting)).length }
  return redirect(c, meetingPath(meeting), { key: 'scheduling.available.presented_many', params })
})

pages.post(
  '/items/:id/wish',
  acts,
  form(Wished.extend(Edition.shape)),
  async (c, { meeting_id, edition }) => {
    const item = await load(c, items)
    ensureEdition((await wishesOf([item.id])).get(item.id)?.id ?? null, edition)
    await wish(item, meeting_id)
    return redirect(c, itemPath(item), { key: 'scheduling.wish.saved' })
  },
)

pages.post(
  '/meetings/:id/briefing',
  runs,
  form(Briefed.extend(Edition.shape)),
  async (c, { starts_at, place, edition }) => {
    const meeting = await load(c, meetings)
    ensureEdition(standingBriefing(meeting), edition)
    await setBriefing(meeting, starts_at && { startsAt: starts_at, place })
    return redirect(c, meetingPath(meeting), { key: 'scheduling.briefing.saved' })
  },
)
