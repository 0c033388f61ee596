import { expect } from 'vitest'
import type { TestPerson } from '#test/harness'
import { type Item, meetingOf } from '#modules/deliberations'
import { adoptUnanimously } from '#modules/votes'
import {
  givenMeeting,
  givenPoint,
  givenTown,
  onItem,
  type Sketch,
} from '../../deliberations/test/council.ts'

/** A sending, as the API tells it. */
interface Told {
  id: string
  copy_id: string | null
  halted: string
}

/** A municipality with the way from its college to its council, and what is done with it. */
export async function givenWay() {
  const town = await givenTown()
  const act = (method: string, path: string, body?: object, who: TestPerson = town.secretariat) =>
    who.visitor.api(method, path, body)
  const [ready] = (await act('GET', '/sendings/destinations')).items<{ id: string }>()
  if (!ready) throw new Error('A municipality has no way from its college to its council')
  const way = ready

  const of = async ({ id }: { id: string }) =>
    (await act('GET', `/sendings/of/${id}`)).json<{
      items: Told[]
      came_by: Told | null
      chain: { id: string; organ: string; step: number }[]
    }>()
  const wish = (item: { id: string }, more: object = {}, who: TestPerson = town.secretariat) =>
    act('POST', `/sendings/of/${item.id}`, { destination_id: way.id, ...more }, who)
  const step = ({ id }: { id: string }, verb: string) =>
    act('POST', `/sendings/${id}/steps`, { verb })
  const item = async (id: string | null | undefined) =>
    (await act('GET', `/deliberations/items/${id}`)).json<
      Pick<
        Item,
        'id' | 'state' | 'organ_id' | 'title' | 'privacy' | 'category_id' | 'meeting_id'
      > & {
        version: number
      }
    >()
  const rewriteWay = async (given: object) => {
    const { version } = (await act('GET', `/sendings/destinations/${way.id}`)).json<{
      version: number
    }>()
    const done = await act('PUT', `/sendings/destinations/${way.id}`, { version, ...given })
    expect(done.status).toBe(200)
  }
  const accept = (point: { id: string }) =>
    onItem(town, town.secretariat, point, async (found) =>
      adoptUnanimously(found, await meetingOf(found)),
    )
  const inCollege = (sketch: Sketch = {}) => givenPoint(town, sketch, town.college)
  /** A meeting of the college that holds these points, and how long its freezing took, in milliseconds. */
  async function frozenWith(some: readonly Item[], until: 'frozen' | 'decided' = 'decided') {
    const { meeting } = await givenMeeting(town, {
      ...{ organ: town.college, items: [], until: 'created' },
    })
    for (const { id } of some) {
      const sent = { meeting_id: meeting.id }
      expect((await act('POST', `/deliberations/items/${id}/presentation`, sent)).status).toBe(200)
    }
    const run = (verb: string) =>
      act('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb })
    const begun = performance.now()
    expect((await run('freeze')).status).toBe(200)
    const took = performance.now() - begun
    if (until === 'decided') {
      expect((await run('decide')).status).toBe(200)
      const path = `/deliberations/meetings/${meeting.id}/attendance`
      const seats = (await act('GET', path)).items<{ id: string }>()
      await act('PUT', path, Object.fromEntries(seats.map(({ id }) => [id, 'present'])))
    }
    return { took, points: some }
  }
  return { town, way, act, of, wish, step, item, rewriteWay, accept, inCollege, frozenWith }
}

/** So many days from now. */
export const comingDay = (days: number) =>
  Temporal.Now.plainDateISO('Europe/Brussels').add({ days }).toString()
