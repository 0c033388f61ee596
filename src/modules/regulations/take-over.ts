import { actAs, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { clean } from '#kernel/richtext'
import { read } from '#commons/dossiers'
import { organ } from '#commons/organs'
import { dayOf, decidedStates, type Item, items, meetings } from '#modules/deliberations'
import { bodies, type Body, type Posting } from './fields.ts'
import { postingRecord } from './posting.ts'

/** Whether a text may come of a point: of what was decided in public. */
export const mayComeOf = ({ state, privacy }: Pick<Item, 'state' | 'privacy'>): boolean =>
  decidedStates.includes(state) && privacy === 'public'

/** Begins a text with what was decided: its title, its words, who decided it and when. Throws `Conflict` where that is not public. */
export async function takeOver(itemId: string): Promise<Posting> {
  const item = await read(items, itemId)
  ensure(mayComeOf(item), Conflict, 'regulations.not_decided')
  const { meeting_id } = item
  const meeting = meeting_id ? await actAs(system, () => read(meetings, meeting_id)) : undefined
  const { kind } = await organ(item.organ_id)
  return postingRecord.write({
    title: item.title,
    service_id: item.service_id ?? '',
    nature: 'regulation',
    body: Object.hasOwn(bodies, kind) ? (kind as Body) : 'other', // It is one of them.
    decided_on: meeting ? dayOf(meeting) : null,
    item_id: item.id,
    text: clean(`${item.motivation}${item.decision}`).html,
    ...{ type_id: null, matter_id: null, pdf_id: null, consultation: '' },
    ...{ supervised: false, supervision_by: '', supervision_outcome: null },
    ...{ supervision_on: null, supervision_over_on: null, publish_on: null, publish_at: null },
    ...{ in_force_on: null, expires_on: null, replaces: [] },
  })
}
