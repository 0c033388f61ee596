import { today } from '#commons/clock'
import { type Meeting, stepMeeting } from '#modules/deliberations'
import { adoptRemaining } from '#modules/votes'
import {
  givenMeeting,
  onMeeting,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'

export const road: Sketch = {
  title: 'Réfection de la rue du Moulin',
  decision: 'D’approuver le marché',
}
export const market: Sketch = { title: 'Un marché public', decision: 'De choisir un entrepreneur' }

export const publicationOf = (meeting: { id: string }) =>
  `/deliberations/meetings/${meeting.id}/publication`

/** What is published of the meetings of a town. */
export function deskOf(town: () => Town) {
  const asks = async (path: string) => town().authority.visitor().get(path)
  const publish = (meeting: { id: string }) =>
    town().secretariat.visitor.post(publicationOf(meeting), {})

  /** Where everybody finds the agenda of a meeting, and its points. */
  async function publicOf(meeting: { id: string }) {
    const { text } = await town().secretariat.visitor.get(publicationOf(meeting))
    const [, agenda = ''] = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text) ?? []
    const read = await asks(agenda)
    const pages = [...read.text.matchAll(/href="(\/decisions\/[a-z]+-[^"/]+)"/g)].map(
      ([, one = '']) => one,
    )
    return { agenda, text: read.text, pages }
  }

  /** A meeting in some weeks whose projects everybody reads. */
  async function coming(items: readonly Sketch[] = [road]) {
    const day = today().add({ days: 20 }).toString()
    const { meeting, points } = await givenMeeting(town(), { items, day, until: 'frozen' })
    await publish(meeting)
    return { meeting, points, ...(await publicOf(meeting)) }
  }

  /** A meeting that is over, whose decisions everybody reads. */
  async function held(items: readonly Sketch[] = [road]) {
    const { meeting, points } = await givenMeeting(town(), { items })
    await onMeeting(town(), town().secretariat, meeting, adoptRemaining)
    await step(meeting, 'close')
    await publish(meeting)
    return { meeting, points, ...(await publicOf(meeting)) }
  }

  const step = (meeting: Meeting, verb: 'freeze' | 'close' | 'cancel' | 'reopen', comment = '') =>
    onMeeting(town(), town().secretariat, meeting, (now) => stepMeeting(now, { verb, comment }))

  /** What the council says it makes public. */
  const rule = (more: Record<string, string>) =>
    town().secretariat.visitor.post('/publications/rules', {
      ...{ title: 'Conseil', organ_id: town().council.id, projects: 'whole', decisions: 'whole' },
      ...{ since: 'closed', names: 'on', judged: 'on', second_look: '', ...more },
    })

  return { asks, coming, held, publicOf, publish, rule, step }
}
