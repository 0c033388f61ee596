import { today } from '#commons/clock'
import { read, readMany } from '#commons/dossiers'
import { emptyText } from '#kernel/richtext'
import { richTextOf } from '#commons/records'
import { items, type Meeting, meetings, presentedIds } from '#modules/deliberations'
import { convokedNow } from '../../convocations/test/verbs.ts'
import {
  close,
  comeBack,
  freeze,
  openSitting,
  rearrange,
  stepMeeting,
} from '../../deliberations/test/verbs.ts'
import { onDevices } from '../../live/test/devices.ts'
import { onScreens } from '../../live/test/verbs.ts'
import { minuted } from '../../minutes/test/verbs.ts'
import { explain } from '../../preparation/test/verbs.ts'
import { sentOn } from '../../sendings/test/verbs.ts'
import { attendance, correctHours, recordAttendance } from '../../sittings/test/verbs.ts'
import { placedOn, putBack, remove } from '../../templates/test/verbs.ts'
import { adoptRemaining, decide, reopen } from '../session.ts'
import type { DeedAround } from './deeds-around.ts'
import { practised } from '../../practices/test/untrue-veil.ts'
import { at } from './deeds.ts'
import type { Sat } from './houses.ts'

/** Does one thing around a meeting, as a route does. */
export async function carriedOutAround(of: Sat, deed: DeedAround): Promise<unknown> {
  const { meeting, points, spare, next } = of
  const all = [...points, ...spare]
  switch (deed.do) {
    case 'onward':
      return sentOn(at(all, deed.item), of.destination, deed)
    case 'screens':
      return onScreens(meeting.id, at(all, deed.item), deed)
    case 'hold':
      return held(of[deed.of], deed)
    case 'minutes': {
      const its = await read(meetings, of[deed.of].id)
      return minuted(its, at(points, deed.item), deed.verb)
    }
    case 'hours':
      return correctHours(await read(meetings, meeting.id, { lock: true }), {
        ...{ opened: minuteOf(deed.opened), closed: minuteOf(deed.closed) },
      })
    case 'explain': {
      const words = deed.words ? await richTextOf('<p>Pourquoi</p>', 'words') : emptyText
      return explain(await read(items, at(all, deed.item).id, { lock: true }), words)
    }
    case 'recurring': {
      const its = await read(meetings, next.id, { lock: true })
      const [first] = await placedOn(its)
      return first && (deed.back ? putBack : remove)(its, first.template.id)
    }
    case 'in_secret':
      return onDevices(of.devices, meeting.id, at(all, deed.item), deed)
    case 'practise':
      return practised(meeting.organ_id, deed)
    case 'come_back':
      return comeBack(await read(items, at(all, deed.item).id, { lock: true }), 'validated')
  }
}

/** Holds another meeting, of which the points are known as it goes. */
async function held(
  { id }: { id: string },
  { verb, item: which, decision }: Extract<DeedAround, { do: 'hold' }>,
): Promise<unknown> {
  if (verb === 'decide' || verb === 'reopen_point') {
    const ids = await presentedIds(await read(meetings, id))
    if (ids.length === 0) return undefined
    const item = await read(items, at(ids.toSorted(), which), { lock: true })
    const its = await read(meetings, id)
    return verb === 'decide' ? decide(item, its, decision) : reopen(item, its)
  }
  const meeting = await read(meetings, id, { lock: true })
  switch (verb) {
    case 'open':
      return opened(meeting)
    case 'settle':
      return adoptRemaining(meeting)
    case 'close':
      return closed(meeting)
    case 'sooner':
      return rearrange(meeting, {
        startsAt: today()
          .toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: '19:00' })
          .toInstant(),
        ...{ place: 'Ailleurs', reason: 'Pour voir', urgency: 'Pour voir' },
      })
    default:
      return stepMeeting(meeting, { verb, comment: 'Pour voir' })
  }
}

/** Opens a meeting, everybody there, at the beginning of its day. */
async function opened(meeting: Meeting): Promise<unknown> {
  const frozen = meeting.state === 'created' ? await freeze(meeting) : meeting
  const open = await openSitting(frozen.convoked_at ? frozen : await convokedNow(frozen))
  const seats = await attendance(open)
  await recordAttendance(open, Object.fromEntries(seats.map(({ id }) => [id, 'present'])))
  const fresh = await read(meetings, open.id, { lock: true })
  return correctHours(fresh, { opened: minuteOf(0), closed: null })
}

/** Closes one, with what is left adopted or put off: else it rarely comes to that. */
export async function closed(meeting: Meeting): Promise<Meeting> {
  await adoptRemaining(meeting)
  const undecided = (await readMany(items, await presentedIds(meeting), { lock: true })).filter(
    ({ state }) => state === 'frozen',
  )
  for (const item of undecided) await decide(item, meeting, 'delay')
  return close(meeting)
}

/** So many minutes after the beginning of the day. */
const minuteOf = (minute: number | null): Temporal.PlainTime | null =>
  minute === null ? null : new Temporal.PlainTime(0, minute)
