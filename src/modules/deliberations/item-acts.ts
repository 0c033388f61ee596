import { permission } from '#kernel/access'
import { read } from '#commons/dossiers'
import { type Act, actsOf, oneOf } from '#commons/records'
import { type Item, type ItemColumns, items } from './item.ts'
import { isOver, meetings } from './meeting.ts'
import { presentMany } from './order.ts'
import { acceptingMeetings } from './queries.ts'
import { itemWorkflow } from './workflow.ts'

const meeting_id = oneOf(
  {
    all: async () => (await acceptingMeetings()).map(({ id, title }) => ({ id, name: title })),
    order: (column) => column,
  },
  { label: 'deliberations.item.meeting' },
)

const asWritten = (a: Item, b: Item) => Temporal.Instant.compare(a.created_at, b.created_at)

/** Presents points to a meeting of their organ, in the order in which they were written: a list has the last changed first. */
const presenting: Act<ItemColumns, 'present', { meeting_id: typeof meeting_id }> = {
  verb: 'present',
  permission: permission('deliberations.item.present'),
  asks: { meeting_id },
  async proposes([first]) {
    const [next] = first ? await acceptingMeetings(first.organ_id) : []
    return next ? { meeting_id: next.id } : {}
  },
  async onto({ meeting_id: id }, { lock }) {
    const meeting = await read(meetings, id, { lock })
    return {
      hinders({ organ_id }) {
        if (isOver(meeting)) return { key: 'deliberations.meeting.closed_already' }
        return organ_id === meeting.organ_id ? null : { key: 'deliberations.item.other_organ' }
      },
      take: (points) => presentMany(points.toSorted(asWritten), meeting),
    }
  },
}

const steps = permission('deliberations.item.step')

/** What the list of points does to many at once. */
export const itemActs = actsOf(items, itemWorkflow, [
  { verb: 'send_back', permission: steps },
  { verb: 'step_back', permission: steps },
  { verb: 'propose', permission: steps },
  // Whoever validates does so at whatever level each of them waits.
  { verb: 'validate', or: 'endorse', permission: steps },
  presenting,
])
