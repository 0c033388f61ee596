import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { writeItem, WrittenItem } from '../item.ts'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  seen,
  type Town,
  written,
} from './council.ts'
import { formsOn } from './forms.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const path = '/deliberations/items'

/** The page of the effect of a step on these points. */
const effect = (who: TestPerson, verb: string, ids: readonly string[], more = '') =>
  who.visitor.get(`${path}/acts?verb=${verb}&${ids.map((id) => `ids=${id}`).join('&')}${more}`)

/** Confirms what a page of an effect shows, and reads the list to which that leads. */
async function confirmed(who: TestPerson, page: { text: string }, more = {}) {
  const [shown] = formsOn(page)
  if (!shown) throw new Error('Nothing is to be confirmed')
  const picked = [...page.text.matchAll(/name="picked" value="([^"]*)"/g)].map(
    ([, one = '']) => one,
  )
  const answer = await who.visitor.post(shown.action, { ...shown.fields, picked, ...more })
  if (answer.status !== 303) return answer
  return who.visitor.get(answer.headers.get('location') ?? '')
}

const stateOf = async (item: { id: string }) => (await seen(town, item)).state

test('the effect of a step is shown row by row with its reasons, and nothing is done before', async () => {
  const complete = await givenItem(town, { title: 'Rue du Moulin' }, 'created')
  const lacking = await givenItem(town, { title: 'Place Verte', category_id: null }, 'created')
  const ahead = await givenItem(town, { title: 'Salle des fêtes' }, 'proposed')
  const page = await effect(town.agent, 'propose', [complete.id, lacking.id, ahead.id])
  const words = mainWords(page)
  expect(words).toContain('Sera fait\u00A0: 1 point. Restera tel quel\u00A0: 2 points.')
  expect(words).toMatch(/Place Verte.*laissé.*catégorie/)
  expect(words).toMatch(/Salle des fêtes.*laissé/)
  expect(words).toMatch(/Rue du Moulin.*sera fait/)
  expect(await stateOf(complete)).toBe('created')

  const after = mainWords({ text: wrapped(await confirmed(town.agent, page)) })
  expect(after).toContain('c’est fait pour 1 point')
  expect(await stateOf(complete)).toBe('proposed')
  expect(await stateOf(lacking)).toBe('created')
})

const wrapped = ({ text }: { text: string }) => `<main>${text}</main>`

test('the list offers the steps that its reader might take, and boxes for no others', async () => {
  await givenItem(town, {}, 'created')
  const offers = ({ text }: { text: string }) => text.includes('value="propose"')
  expect(offers(await town.agent.visitor.get(path))).toBe(true)
  expect((await town.agent.visitor.get(path)).text).not.toContain('value="validate"')
  const director = await town.dg.visitor.get(path)
  expect(offers(director)).toBe(false)
  expect(director.text).not.toContain('name="ids"')
})

test('all that the list shows follow, whatever is ticked, with the conditions of the list', async () => {
  const kept = await givenItem(town, { title: 'Avec' }, 'created')
  const other = await givenItem(town, { title: 'Sans' }, 'created')
  const from = encodeURIComponent('title=avec')
  const page = await town.agent.visitor.get(`${path}/acts?verb=propose&all=1&from=${from}`)
  await confirmed(town.agent, page)
  expect([await stateOf(kept), await stateOf(other)]).toEqual(['proposed', 'created'])
})

test('sending back asks why, once for all, and each point tells it', async () => {
  const points = [await givenItem(town, {}, 'proposed'), await givenItem(town, {}, 'proposed')]
  const page = await effect(
    town.head,
    'send_back',
    points.map(({ id }) => id),
  )
  const refused = await confirmed(town.head, page, { comment: '' })
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain('Sera fait\u00A0: 2 points')
  await confirmed(town.head, refused, { comment: 'Le devis manque' })
  for (const point of points) {
    expect(await stateOf(point)).toBe('created')
    const shown = await town.agent.visitor.get(`${path}/${point.id}`)
    expect(mainWords(shown)).toContain('Le devis manque')
  }
})

test('what somebody changed meanwhile is left with a word, and the others follow', async () => {
  const mine = await givenItem(town, { title: 'Le mien' }, 'created')
  const theirs = await givenItem(town, { title: 'Le leur' }, 'created')
  const page = await effect(town.agent, 'propose', [mine.id, theirs.id])
  const edited = { ...written(town), title: 'Repris', version: theirs.version }
  expect((await town.head.visitor.api('PUT', `${path}/${theirs.id}`, edited)).status).toBe(200)

  const after = await confirmed(town.agent, page)
  expect(after.text).toContain('Repris\u00A0: Quelqu’un l’a modifié entre-temps')
  expect(await stateOf(mine)).toBe('proposed')
  expect(await stateOf(theirs)).toBe('created')
})

test('two who confirm the same at once do it once', async () => {
  const item = await givenItem(town, {}, 'created')
  const pages = [
    await effect(town.agent, 'propose', [item.id]),
    await effect(town.head, 'propose', [item.id]),
  ]
  const [one, other] = await Promise.all([
    confirmed(town.agent, pages[0] ?? { text: '' }),
    confirmed(town.head, pages[1] ?? { text: '' }),
  ])
  const said = [one.text, other.text].filter((text) => text.includes('c’est fait pour 1 point'))
  expect(said).toHaveLength(1)
  expect(await stateOf(item)).toBe('proposed')
  expect((await seen(town, item)).version).toBe(item.version + 1)
})

test('points that one does not see are left and not named, be they of another authority', async () => {
  const own = await givenItem(town, { title: 'Visible' }, 'created')
  const secret = await givenItem(town, { title: 'Caché', service_id: town.works }, 'created')
  const elsewhere = await givenTown()
  const foreign = await givenItem(elsewhere, { title: 'Ailleurs' }, 'created')
  const strangers = [secret.id, foreign.id, '00000000-0000-7000-8000-000000000000']
  const page = await effect(town.accountant, 'propose', strangers)
  expect(mainWords(page)).toContain('3 dossiers que vous ne voyez pas')
  expect(page.text).not.toContain('Caché')
  expect(page.text).not.toContain('Ailleurs')
  const picked = [own.id, foreign.id].map((id) => `${id}:1`)
  await town.agent.visitor.post(`${path}/acts`, { verb: 'propose', picked })
  expect(await stateOf(own)).toBe('proposed')
  expect((await seen(elsewhere, foreign)).state).toBe('created')
})

test('points are presented to a meeting of their organ, in the order in which they were written; those of another stay', async () => {
  const { meeting } = await givenMeeting(town, { day: '2031-06-26', items: [], until: 'created' })
  const first = await givenItem(town, { title: 'Premier' })
  const second = await givenItem(town, { title: 'Second' })
  const other = await givenItem(town, { title: 'Du collège', organ_id: town.college.id })
  const page = await effect(town.secretariat, 'present', [second.id, first.id, other.id])
  expect(mainWords(page)).toMatch(/Du collège.*laissé/)
  expect(page.text).toMatch(new RegExp(`value="${meeting.id}" selected`))
  await confirmed(town.secretariat, page)
  expect((await seen(town, first)).position).toBe(1)
  expect((await seen(town, second)).position).toBe(2)
  expect(await stateOf(other)).toBe('validated')
  expect((await effect(town.agent, 'present', [first.id])).status).toBe(403)
})

test('200 are taken at once, and one more is refused in a sentence, not cut', async () => {
  const points = await town.authority.as(town.agent, async () => {
    const made: { id: string }[] = []
    const input = WrittenItem.parse(written(town))
    for (let one = 0; one < 200; one += 1) made.push(await writeItem(input))
    return made
  })
  const all = `${path}/acts?verb=propose&all=1`
  const page = await town.agent.visitor.get(all)
  expect(mainWords(page)).toContain('Sera fait\u00A0: 200 points')
  const after = await confirmed(town.agent, page)
  expect(after.text).toContain('c’est fait pour 200 points')
  expect(await stateOf(points.at(-1) ?? { id: '' })).toBe('proposed')

  await givenItem(town, {}, 'created')
  expect(mainWords(await town.agent.visitor.get(all))).toContain('Plus de 200 à la fois')
  expect((await town.agent.visitor.get(path)).text).not.toContain('name="all"')
  const ids = [...points, points[0] ?? { id: '' }].map(({ id }) => ({ id }))
  const body = { verb: 'propose', dossiers: ids }
  expect((await town.agent.visitor.api('POST', `${path}/acts`, body)).status).toBe(422)
})

test('the API tells what a step would do to many, and does it', async () => {
  const item = await givenItem(town, { title: 'Rue du Moulin' }, 'created')
  const lacking = await givenItem(town, { title: 'Place Verte', category_id: null }, 'created')
  const dossiers = [item, lacking].map(({ id, version }) => ({ id, version }))
  const send = async (more: object) =>
    (
      await town.agent.visitor.api('POST', `${path}/acts`, { verb: 'propose', dossiers, ...more })
    ).json()
  const expected = {
    done: [{ id: item.id, title: 'Rue du Moulin' }],
    left: [{ id: lacking.id, why: expect.stringContaining('catégorie') }],
    unseen: 0,
  }
  expect(await send({ effect_only: true })).toMatchObject(expected)
  expect(await stateOf(item)).toBe('created')
  expect(await send({})).toMatchObject(expected)
  expect(await stateOf(item)).toBe('proposed')
  expect(await send({ verb: 'erase' })).toMatchObject({ status: 422 })
  expect(await send({ verb: 'present' })).toMatchObject({ status: 403 })
})

test('what is confirmed names points, each once, and no more than a step takes', async () => {
  const item = await givenItem(town, {}, 'created')
  const send = (picked: string[]) =>
    town.agent.visitor.post(`${path}/acts`, { verb: 'propose', picked })
  const many = Array.from({ length: 201 }, () => `${crypto.randomUUID()}:1`)
  const refused = await send(many)
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain('Plus de 200 à la fois')
  expect(mainWords(refused)).not.toContain('que vous ne voyez pas')

  const none = await send([])
  const said = await town.agent.visitor.get(none.headers.get('location') ?? '')
  expect(said.text).toContain('Vous n’avez rien coché')
  expect(await stateOf(item)).toBe('created')

  const { id, version } = item
  const shown = await effect(town.agent, 'propose', [id, id.toUpperCase()])
  expect(mainWords(shown)).toContain('Sera fait\u00A0: 1 point.')
  expect(mainWords(shown)).not.toContain('que vous ne voyez pas')
  const done = await send([`${id}:${version}`, `${id.toUpperCase()}:${version}`])
  const words = await town.agent.visitor.get(done.headers.get('location') ?? '')
  expect(words.text).toContain('c’est fait pour 1 point.')
})
