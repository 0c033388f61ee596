import { adoptRemaining } from '#modules/votes'
import type { Item, Meeting } from '#modules/deliberations'
import type { TestPerson } from '#test/harness'
import {
  givenMeeting,
  onMeeting,
  seen,
  type Sketch,
  type Town,
  written,
} from '../../../deliberations/test/council.ts'

export const hiring: Sketch = {
  title: 'Engagement de Mme Josiane Thirifays',
  motivation:
    '<p>Vu la demande de <strong>Mme Josiane</strong> Thirifays, née le 12/03/1981, numéro national 81.03.12-004.02&nbsp;;</p>',
  decision: '<p>D’engager Josiane Thirifays à titre temporaire</p>',
}
export const road: Sketch = {
  title: 'Réfection de la rue du Moulin',
  decision: 'D’approuver le marché',
}

interface Found {
  id: string
  stays: string | null
  too_long: boolean
  found: { words: string; kind: string; count: number; verdict: string | null }[]
  edition: string
  confirmed: { by: string } | null
}

/** What is published of the meetings of a town, and what is reviewed before. */
export function deskOf(town: () => Town) {
  const page = (meeting: { id: string }) => `/deliberations/meetings/${meeting.id}/publication`
  const reviewOf = (meeting: { id: string }, point?: { id: string }) =>
    `${page(meeting)}/review${point ? `/${point.id}` : ''}`
  const publish = (meeting: { id: string }, who = town().secretariat) =>
    who.visitor.post(page(meeting), {})
  const asks = async (path: string) => town().authority.visitor().get(path)

  /** A meeting that is over, and its points. */
  async function closed(items: readonly Sketch[] = [hiring]) {
    const { meeting, points } = await givenMeeting(town(), { items })
    await onMeeting(town(), town().secretariat, meeting, adoptRemaining)
    await town().secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, {
      verb: 'close',
    })
    const [point] = points
    if (!point) throw new Error('The meeting has no point')
    return { meeting, point, points }
  }

  /** A meeting that is to come, with one point. */
  async function project(sketch: Sketch) {
    const { meeting, points } = await givenMeeting(town(), { items: [sketch], until: 'frozen' })
    const [point] = points
    if (!point) throw new Error('The meeting has no point')
    return { meeting, point }
  }

  async function found(meeting: Meeting, point: Item): Promise<Found> {
    const answer = await town().secretariat.visitor.api('GET', reviewOf(meeting))
    const { points } = answer.json() as { points: Found[] }
    const one = points.find(({ id }) => id === point.id)
    if (!one) throw new Error('It is not to be reviewed')
    return one
  }

  const judge = (
    meeting: Meeting,
    point: Item,
    judging: Record<string, unknown>,
    who: TestPerson = town().secretariat,
  ) => who.visitor.api('POST', reviewOf(meeting, point), judging)

  const maskAll = async (meeting: Meeting, point: Item, who?: TestPerson) => {
    for (const { words } of (await found(meeting, point)).found)
      await judge(meeting, point, { words, verdict: 'masked' }, who)
  }

  /** Everything that everybody reads of a meeting: its agenda, its points, what search finds. */
  async function everything(meeting: Meeting): Promise<string> {
    const { text } = await town().secretariat.visitor.get(page(meeting))
    const [, agenda = ''] = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text) ?? []
    const read = [await asks(agenda), await asks('/decisions')]
    for (const [, path = ''] of read[0]?.text.matchAll(/href="(\/decisions\/[a-z]+-[^"/]+)"/g) ??
      [])
      read.push(await asks(path), await asks(`${path}/1`))
    return [agenda, ...read.map((one) => one.text)].join('\n')
  }

  /** What the council says it makes public. */
  const rule = (more: Record<string, string>) =>
    town().secretariat.visitor.post('/publications/rules', {
      ...{ title: 'Conseil', organ_id: town().council.id, projects: 'whole', decisions: 'whole' },
      ...{ since: 'closed', names: '', judged: 'on', second_look: '', ...more },
    })

  /** What is proposed of a point becomes something else. */
  const reword = async (point: Item, motivation: string) =>
    town().secretariat.visitor.api('PUT', `/deliberations/items/${point.id}`, {
      ...written(town(), hiring),
      ...{ motivation, version: (await seen(town(), point)).version },
    })

  return {
    asks,
    closed,
    everything,
    found,
    judge,
    maskAll,
    page,
    project,
    publish,
    reviewOf,
    reword,
    rule,
  }
}
