import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { type Item, items, meetingOf } from '#modules/deliberations'
import { sittingOf, urgenciesOf, UrgencyDeclared } from '#modules/sittings'
import { CalledForm } from '../schema.ts'
import { callMember, dismissCalled, recogniseUrgency } from '../tie.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')

const calledFor = async (item: Item): Promise<string | null> => {
  const { called } = await sittingOf(await meetingOf(item))
  return called.find(({ item_id }) => item_id === item.id)?.seat.id ?? null
}

const Called = z.object({ seat_id: z.uuid().nullable() })
api.on(
  'put',
  '/items/:id/called',
  runs,
  {
    summary:
      'Call a member of the council to sit for a tied point; `If-Match` refuses where somebody was called meanwhile',
    body: CalledForm,
  },
  async (c, { seat_id }) => {
    const item = await load(c, items)
    ensureMatch(c, await calledFor(item), await lastToChange(item.id))
    await callMember(item, await meetingOf(item), seat_id)
  },
)
api.on(
  'get',
  '/items/:id/called',
  runs,
  {
    summary: 'Who is called to sit for a point, by seat; `ETag` is for `If-Match`',
    answer: Called,
  },
  async (c) => {
    const seat_id = await calledFor(await load(c, items))
    tellEdition(c, seat_id)
    return { seat_id }
  },
)
api.on(
  'delete',
  '/items/:id/called',
  runs,
  { summary: 'Erase that somebody is called to sit' },
  async (c) => {
    const item = await load(c, items)
    await dismissCalled(item, await meetingOf(item))
  },
)
api.on(
  'get',
  '/items/:id/recognised-urgency',
  runs,
  {
    summary: 'Who recognised that a point is urgent, by seat; `ETag` is for `If-Match`',
    answer: z.array(z.uuid()),
  },
  async (c) => {
    const voices = await recognised(await load(c, items))
    tellEdition(c, voices)
    return voices
  },
)
api.on(
  'put',
  '/items/:id/recognised-urgency',
  runs,
  {
    summary:
      'Record who recognises, before it is discussed, that a point is urgent; nobody erases it; `If-Match` refuses where it was recorded meanwhile',
    body: UrgencyDeclared,
  },
  async (c, { seats }) => {
    const item = await load(c, items)
    ensureMatch(c, await recognised(item), await lastToChange(item.id))
    await recogniseUrgency(item, await meetingOf(item), seats)
  },
)

const recognised = async ({ id }: { id: string }) =>
  ((await urgenciesOf([id])).get(id) ?? []).toSorted()
