import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { adoptRemaining, decide } from '#modules/votes'
import { type Meeting } from '../meeting.ts'
import { close } from '../meeting-steps.ts'
import { actsOn, formsOn, linksOn } from './forms.ts'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  type Town,
} from './council.ts'

const roles = [
  ...(['accountant', 'councillor', 'mayor', 'dg'] as const),
  ...(['head', 'agent', 'secretariat'] as const),
]
const stages = ['created', 'frozen', 'decided', 'closed'] as const
type Stage = (typeof stages)[number]

const meetings = new Map<Stage, Meeting>()
const towns = new Map<Stage, Town>()

/** What no meeting has heard of yet is the same whatever becomes of one. */
const unheardAt: Stage = 'created'
const unheard = ['created', 'proposed', 'endorsed'] as const

/** A town of its own for each stage of a meeting, with points in all states. */
async function givenStage(stage: Stage): Promise<void> {
  const town = await givenTown()
  for (const until of [...(stage === unheardAt ? unheard : []), 'validated'] as const)
    await givenItem(town, { title: `Point ${until}` }, until)
  const { meeting, points } = await givenMeeting(town, {
    items: [
      { title: 'Budget' },
      { title: 'Voirie' },
      { title: 'Nomination', privacy: 'secret', poll_type: 'secret' },
    ],
    until: stage === 'closed' ? 'decided' : stage,
  })
  const [, , secret] = points
  if (stage === 'closed' && secret) {
    await onMeeting(town, town.secretariat, meeting, adoptRemaining)
    await onItem(town, town.secretariat, secret, (item) => decide(item, meeting, 'delay'))
    await onMeeting(town, town.secretariat, meeting, close)
  }
  towns.set(stage, town)
  meetings.set(stage, meeting)
}

beforeAll(async () => {
  for (const stage of stages) await givenStage(stage)
})

function at(stage: Stage): { town: Town; meeting: Meeting } {
  const [town, meeting] = [towns.get(stage), meetings.get(stage)]
  if (!town || !meeting) throw new Error(`There is no town for ${stage}`)
  return { town, meeting }
}

const start = ['/deliberations', '/deliberations/items', '/deliberations/items?view=mine']

/**
 * Follows every link that the pages show to somebody; what does not answer 200 is a problem. Of lists put anew
 * it follows the first of each kind, or none.
 */
async function follow({ visitor }: TestPerson, anew: 'each kind' | 'none') {
  const paths = [...start]
  const kinds = new Set<string>()
  const isToFollow = (link: string) => {
    const kind = putAnew(link)
    const isNew = kind === undefined || (anew === 'each kind' && !kinds.has(kind))
    if (kind !== undefined) kinds.add(kind)
    return isNew && !paths.includes(link)
  }
  const withForms: string[] = []
  const problems: string[] = []
  for (const path of paths) {
    const page = await visitor.get(path)
    if (page.status !== 200) problems.push(`GET ${path} ${page.status}`)
    // From a list that is put anew one could go on for ever, and its forms are the same.
    if (putAnew(path) !== undefined) continue
    paths.push(...linksOn(page).filter(isToFollow))
    if (actsOn(page).length > 0) withForms.push(path)
  }
  return { paths, withForms, problems }
}

/** How a link puts a list anew: in another order, with a condition to fill in, or as a file. */
const putAnew = (link: string) => /[?&]((sort|with|as)=[^&]*)/.exec(link)?.[1]

const pattern = (path: string) => path.replace(/[\da-f]{8}-[\da-f-]{27}/g, ':id')

/** Sends every form that these pages show, each from a page fetched just before. */
async function send({ visitor }: TestPerson, paths: readonly string[]): Promise<string[]> {
  const problems: string[] = []
  const sent = new Set<string>()
  for (const path of paths) {
    for (;;) {
      const page = await visitor.get(path)
      const next = actsOn(page).find((form) => !sent.has(nameOf(path, form)))
      if (!next) break
      sent.add(nameOf(path, next))
      const moves = 'position' in next.fields && !next.fields['position']
      const [, id = ''] = /data-id="([^"]+)"/.exec(page.text) ?? []
      const fields = moves ? { id, position: '1' } : next.fields
      const { status } = await visitor.post(next.action, fields)
      if (![303, 409, 422].includes(status))
        problems.push(`${status} ${nameOf(path, next)} ${JSON.stringify(fields)}`)
    }
  }
  return problems
}

function nameOf(path: string, { action, fields }: ReturnType<typeof formsOn>[number]): string {
  const { verb = '', template = '' } = fields
  return `${pattern(path)} POST ${pattern(action)} ${verb}${template}`
}

test.each(stages)('what a meeting shows is for the one who looks (%s)', async (stage) => {
  const { town, meeting } = at(stage)
  const path = `/deliberations/meetings/${meeting.id}`
  for (const role of roles) {
    const { visitor } = town[role]
    for (const tab of ['', '/attendance', '/documents', '/history']) {
      const page = await visitor.get(path + tab)
      expect(page.status, role + tab).toBe(200)
      expect(mainWords(page), role + tab).toContain(meeting.title)
      if (role !== 'secretariat') expect(actsOn(page), role + tab).toEqual([])
    }
    const available = await visitor.get(`${path}/available`)
    expect(available.status, role).toBe(role === 'secretariat' ? 200 : 403)
  }
})

test('the secretariat is shown the next step of a meeting and the ways back, and no other', async () => {
  const next: Record<Stage, readonly string[]> = {
    created: ['cancel', 'freeze'],
    frozen: ['cancel', 'decide', 'unfreeze'],
    decided: [],
    closed: ['reopen'],
  }
  for (const stage of stages) {
    const { town, meeting } = at(stage)
    const page = await town.secretariat.visitor.get(`/deliberations/meetings/${meeting.id}`)
    const steps = formsOn(page).filter(({ action }) => action.endsWith(`${meeting.id}/steps`))
    expect(steps.map(({ fields }) => fields['verb']).toSorted()).toEqual(next[stage])
  }
  const { town, meeting } = at('decided')
  const page = await town.secretariat.visitor.get(`/deliberations/meetings/${meeting.id}`)
  expect(mainWords(page)).toContain('3 points ne sont pas décidés')
})

test('in session a point shows the ballots of those present, or the counts of a secret vote', async () => {
  const { town, meeting } = at('decided')
  const { visitor } = town.secretariat
  const lines = await visitor.api('GET', `/deliberations/meetings/${meeting.id}/agenda`)
  const seats = await onMeeting(town, town.secretariat, meeting, (found) => presences(found))
  for (const { id, title } of lines.items<{ id: string; title: string }>()) {
    const page = await visitor.get(`/deliberations/items/${id}/session`)
    const vote = formsOn(page).find(({ action }) => action.endsWith('/vote'))
    const besides = /^(form_|edition$)/
    const fields = Object.keys(vote?.fields ?? {}).filter((name) => !besides.test(name))
    if (title === 'Nomination')
      expect(fields.toSorted()).toEqual(['abstain', 'blank', 'invalid', 'no', 'yes'])
    else expect(fields).toHaveLength(Object.keys(seats).length - 1)
    for (const role of ['agent', 'dg', 'mayor', 'councillor'] as const)
      expect((await town[role].visitor.get(`/deliberations/items/${id}/session`)).status).toBe(403)
  }
})

test('a point that may not be rewritten has no form to rewrite it', async () => {
  const { town } = at('frozen')
  const item = await givenItem(town, {}, 'proposed')
  const path = `/deliberations/items/${item.id}`
  expect(linksOn(await town.head.visitor.get(path))).toContain(`${path}/edit`)
  const forAgent = await town.agent.visitor.get(path)
  expect(linksOn(forAgent)).not.toContain(`${path}/edit`)
  expect(actsOn(forAgent)).toEqual([])
  expect((await town.agent.visitor.get(`${path}/edit`)).status).toBe(403)
})

test('who writes for no service is told so instead of a form', async () => {
  const { town } = at('frozen')
  const page = await town.secretariat.visitor.get('/deliberations/items/new')
  expect(page.status).toBe(200)
  expect(formsOn(page)).toEqual([])
  expect((await town.councillor.visitor.get('/deliberations/items/new')).status).toBe(403)
})

/**
 * What a list can be put to follows from its columns and from the one who reads, not from the stage of a meeting:
 * everybody follows each order, condition and format once, where the points have come furthest.
 */
const putAnewAt: Stage = 'closed'

// Last: it takes every step that the pages offer.
describe.each(stages)('of a meeting that is %s', (stage) => {
  test.each(roles)('no link or form that is shown to %s is then refused', async (role) => {
    const { town } = at(stage)
    const { paths, withForms, problems } = await follow(
      town[role],
      stage === putAnewAt ? 'each kind' : 'none',
    )
    expect(paths.length).toBeGreaterThan(start.length)
    expect(problems).toEqual([])
    expect(await send(town[role], withForms)).toEqual([])
  })
})
