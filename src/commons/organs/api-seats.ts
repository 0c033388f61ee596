import { z } from 'zod'
import { permission } from '#kernel/access'
import { todayHere } from '#commons/directory'
import { dayAfter, lastDayOf } from '#commons/people'
import { api } from './api.ts'
import { organHere, personIn } from './pages/index.ts'
import type { KnownSeat } from './room.ts'
import { EndFields, RankFields, ReplacementFields, SeatFields, TitleFields } from './schema.ts'
import {
  endSeat,
  rankSeat,
  replaceSeat,
  resumeSeat,
  retitleSeat,
  seatNamed,
  seatPerson,
  seatsOf,
} from './seat.ts'
import { seatParts } from './tables.ts'

const reads = permission('organs.read')
const seats = permission('organs.seat')

const day = z.iso.date()
const Seat = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  first_name: z.string(),
  last_name: z.string(),
  part: z.enum(seatParts),
  title: z.string(),
  group: z.string().describe('Their political group; empty: nobody said.'),
  first_day: day,
  last_day: day.nullable().describe('They sit on that day still.'),
})

const told = ({ valid_from, valid_to, party_group: group, ...one }: KnownSeat) => ({
  ...{ ...one, group, first_day: valid_from.toString() },
  last_day: valid_to && lastDayOf(valid_to).toString(),
})

api.on(
  'get',
  '/:id/seats',
  reads,
  { summary: 'All seats that an organ ever had, with their days', answer: z.array(Seat) },
  async (c) => (await seatsOf((await organHere(c)).id)).map(told),
)

api.on(
  'post',
  '/:id/seats',
  seats,
  { summary: 'Seat somebody, for some days', body: SeatFields, answer: Seat, status: 201 },
  async (c, { person, part, title, group, first_day, last_day }) => {
    const body = await organHere(c)
    const id = await seatPerson(body, {
      ...{ personId: await personIn(person), part, title, group },
      ...{ validFrom: first_day, validTo: dayAfter(last_day) },
    })
    return told(await seatNamed(body.id, id))
  },
)

api.on(
  'post',
  '/:id/seats/:seat/end',
  seats,
  { summary: 'End a seat; one that has not begun is taken away', body: EndFields },
  async (c, { last_day }) => {
    const body = await organHere(c)
    const seat = await seatNamed(body.id, c.req.param('seat'))
    await endSeat(body, seat, dayAfter(last_day) ?? todayHere().add({ days: 1 }))
  },
)

api.on(
  'post',
  '/:id/seats/:seat/resumption',
  seats,
  { summary: 'A seat that was ended goes on', answer: Seat },
  async (c) => {
    const body = await organHere(c)
    const seat = await seatNamed(body.id, c.req.param('seat'))
    await resumeSeat(body, seat)
    return told(await seatNamed(body.id, seat.id))
  },
)

api.on(
  'post',
  '/:id/seats/:seat/replacement',
  seats,
  {
    summary: 'Somebody takes the seat of another',
    body: ReplacementFields,
    answer: Seat,
    status: 201,
  },
  async (c, { person, title, group, first_day: from }) => {
    const body = await organHere(c)
    const seat = await seatNamed(body.id, c.req.param('seat'))
    const personId = await personIn(person)
    const id = await replaceSeat(body, seat, { personId, title, group, from })
    return told(await seatNamed(body.id, id))
  },
)

api.on(
  'post',
  '/:id/seats/:seat/title',
  seats,
  { summary: 'Correct the title and the group of a seat', body: TitleFields, answer: Seat },
  async (c, said) => {
    const body = await organHere(c)
    const seat = await seatNamed(body.id, c.req.param('seat'))
    await retitleSeat(body, seat, said)
    return told(await seatNamed(body.id, seat.id))
  },
)

api.on(
  'post',
  '/:id/seats/:seat/rank',
  seats,
  { summary: 'Move a member before or after the one who sits next to them', body: RankFields },
  async (c, { way }) => {
    const body = await organHere(c)
    await rankSeat(body, await seatNamed(body.id, c.req.param('seat')), way)
  },
)
