import { read } from '#commons/dossiers'
import { type Item, items, type Meeting } from '#modules/deliberations'
import {
  endSuspension,
  firstByRank,
  giveProxy,
  noteIncident,
  noteStretch,
  removeIncident,
  removeProxy,
  sittingOf,
} from '../../sittings/test/verbs.ts'
import { at, type Deed } from './deeds.ts'

type InCourse = Extract<
  Deed,
  { do: 'incident' | 'resume' | 'erase_incident' | 'stretch' | 'proxy' | 'erase_proxy' }
>

/** Does what happens in the course of a sitting besides who comes and goes. */
export async function carriedOutInCourse(
  meeting: Meeting,
  all: readonly Item[],
  deed: InCourse,
): Promise<unknown> {
  switch (deed.do) {
    case 'incident': {
      const sitting = await sittingOf(meeting)
      const { during, minute, kind } = deed
      const item = await read(items, at(all, deed.item).id)
      const [begins, ends] = [minute, minute + 1].map((one) => hourOf(meeting, one))
      const office = kind === 'presides' || kind === 'keeps'
      const named = at(sitting.attendees, deed.seat).id
      const first = office && firstByRank(sitting, kind, item.position ?? 0)?.id
      return noteIncident(meeting, {
        ...{ item_id: item.id, kind, during, at: begins ?? null, reason: 'Pour voir' },
        until: kind === 'suspended' && deed.ends ? (ends ?? null) : null,
        seat_id: office ? (deed.ends ? named : first || named) : null,
        ground: office ? (deed.ends ? 'designation' : 'rank') : during ? 'persons' : 'public_order',
        votes: 3,
      })
    }
    case 'resume': {
      const open = (await sittingOf(meeting)).incidents.find(({ until }) => until === null)
      return open && endSuspension(meeting, open.id, hourOf(meeting, 9))
    }
    case 'erase_incident': {
      const { incidents } = await sittingOf(meeting)
      return incidents.length > 0 && removeIncident(meeting, at(incidents, deed.item).id)
    }
    case 'stretch': {
      const { attendees } = await sittingOf(meeting)
      return noteStretch(meeting, {
        ...{ seat_id: at(attendees, deed.seat).id, from_item_id: at(all, deed.item).id },
        ...{ until_item_id: at(all, deed.until).id, as: deed.as, reason: '' },
      })
    }
    case 'proxy': {
      const { attendees } = await sittingOf(meeting)
      return giveProxy(meeting, {
        ...{ giver_id: at(attendees, deed.seat).id, holder_id: at(attendees, deed.holder).id },
        ...{ from_item_id: at(all, deed.item).id, until_item_id: null, statement: 'lettre' },
        given_on: Temporal.PlainDate.from('2024-01-01'),
      })
    }
    case 'erase_proxy': {
      const [first] = (await sittingOf(meeting)).proxies
      return first && removeProxy(meeting, first.id)
    }
  }
}

/** So many minutes after the opening, as a clock on the wall shows them. */
const hourOf = ({ opened_at, starts_at }: Meeting, minutes: number): Temporal.PlainTime =>
  (opened_at ?? starts_at)
    .toZonedDateTimeISO('Europe/Brussels')
    .toPlainTime()
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
    .add({ minutes })
