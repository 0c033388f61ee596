import { inPerson, permission } from '#kernel/access'
import { type Call, form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { load, read } from '#commons/dossiers'
import { items, meetings } from '#modules/deliberations'
import { motionOf } from '#modules/votes'
import { countBox } from '../box.ts'
import { callPoint } from '../front.ts'
import { noteLost } from '../paper.ts'
import { castChoice, closeVote, dropVote, noteAloud, openVote } from '../poll.ts'
import { CalledPoint, Cast, CountedBoxForm, LostPaper, OpenedVote } from '../schema.ts'
import { livePath, pages } from './routes.ts'

const leads = inPerson(permission('live.lead'))
const votes = inPerson(permission('live.vote'))
/** Those who vote at once wait for nobody: the vote itself is held open. */
const unlocked = { lock: false }
const voteOf = (c: Call) => c.req.param('vote') ?? ''

pages.post('/meetings/:id/live/point', leads, form(CalledPoint), async (c, { item_id }) => {
  const meeting = await load(c, meetings)
  const item = await read(items, item_id)
  await callPoint(meeting, item)
  const params = { number: item.number ?? '' }
  return redirect(c, livePath(meeting), { key: 'live.point.called', params })
})

pages.post('/meetings/:id/live/votes', leads, form(OpenedVote), async (c, given) => {
  const meeting = await load(c, meetings)
  const item = await read(items, given.item_id)
  const motion = given.motion_id ? await motionOf(item, given.motion_id) : null
  await openVote(meeting, item, motion, given.box_key)
  return redirect(c, livePath(meeting), { key: 'live.vote.opened' })
})

pages.post('/meetings/:id/live/votes/:vote/ballots', votes, form(Cast), async (c, given) => {
  const meeting = await load(c, meetings, unlocked)
  await castChoice(meeting, voteOf(c), given.seat_id, given.choice)
  return redirect(c, livePath(meeting), { key: 'live.vote.taken' })
})

pages.post('/meetings/:id/live/votes/:vote/aloud', leads, form(Cast), async (c, given) => {
  const meeting = await load(c, meetings, unlocked)
  await noteAloud(meeting, voteOf(c), given.seat_id, given.choice)
  return redirect(c, livePath(meeting), { key: 'live.vote.noted' })
})

pages.post('/meetings/:id/live/votes/:vote/closing', leads, async (c) => {
  const meeting = await load(c, meetings)
  await closeVote(meeting, voteOf(c))
  return redirect(c, livePath(meeting), { key: 'live.vote.closed_now' })
})

pages.post('/meetings/:id/live/votes/:vote/removal', leads, async (c) => {
  const meeting = await load(c, meetings)
  await dropVote(meeting, voteOf(c))
  return redirect(c, livePath(meeting), { key: 'live.vote.dropped' })
})

pages.post('/meetings/:id/live/votes/:vote/losses', leads, form(LostPaper), async (c, given) => {
  const meeting = await load(c, meetings)
  await noteLost(meeting, voteOf(c), given.seat_id)
  return redirect(c, livePath(meeting), { key: 'live.secret.lost_noted' })
})

pages.post(
  '/meetings/:id/live/votes/:vote/counting',
  leads,
  form(CountedBoxForm),
  async (c, { key, by_hand }) => {
    const meeting = await load(c, meetings)
    await countBox(meeting, voteOf(c), key, by_hand)
    return redirect(c, livePath(meeting), { key: 'live.secret.counted' })
  },
)
