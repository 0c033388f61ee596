import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { history, tellMany } from '#commons/dossiers'
import { labelsOf } from '#commons/records'
import { addTerm } from '#commons/vocabularies'
import { beside } from '#test/harness'
import { categories } from '../category.ts'
import { itemFields, items } from '../item.ts'
import { adoptUnanimously } from '#modules/votes'
import {
  asTyped,
  givenItem,
  givenMeeting,
  foundTown,
  givenTown,
  mainWords,
  onItem,
  seen,
  type Town,
  written,
} from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const write = (who: Town['agent'], sketch: object = {}) =>
  who.visitor.api('POST', '/deliberations/items', { ...written(town), ...sketch })

/** Rewrites from the version that is there now. */
const rewriteBy = async (who: Town['agent'], item: { id: string }, sketch: object = {}) => {
  const { version } = await seen(town, item)
  const body = { ...written(town), ...sketch, version }
  return who.visitor.api('PUT', `/deliberations/items/${item.id}`, body)
}
const step = (who: Town['agent'], { id }: { id: string }, verb: string, comment?: string) =>
  who.visitor.api('POST', `/deliberations/items/${id}/steps`, { verb, comment })

test('one writes for a service of one’s own only', async () => {
  expect((await write(town.agent)).status).toBe(201)
  expect((await write(town.head)).status).toBe(201)
  const foreign = await write(town.accountant)
  expect(foreign.json()).toMatchObject({
    status: 403,
    detail: expect.stringContaining('Vous n’écrivez pas pour ce service\u00A0: ') as string,
  })
  expect((await write(town.accountant, { service_id: town.finance })).status).toBe(201)
  for (const who of [town.secretariat, town.dg, town.mayor, town.councillor])
    expect((await write(who)).status).toBe(403)
  const page = await town.accountant.visitor.post(
    '/deliberations/items',
    asTyped(town, { privacy: 'public' }),
  )
  expect(page.status).toBe(403)
})

test('a point is not handed over to a service in which one does not write', async () => {
  const item = await givenItem(town, {}, 'created')
  expect((await rewriteBy(town.agent, item, { service_id: town.finance })).status).toBe(403)
  expect((await seen(town, item)).service_id).toBe(town.works)
})

test('each level writes in its own state; the secretariat until the decision; then nobody', async () => {
  const everybody = {
    agent: town.agent,
    head: town.head,
    dg: town.dg,
    secretariat: town.secretariat,
    mayor: town.mayor,
    councillor: town.councillor,
    accountant: town.accountant,
  }
  const writers = async (item: { id: string }) => {
    const may: string[] = []
    for (const [name, who] of Object.entries(everybody)) {
      const { status } = await rewriteBy(who, item, { title: `Par ${name}` })
      if (status === 200) may.push(name)
      else expect([403, 404]).toContain(status)
    }
    return may
  }
  const item = await givenItem(town, {}, 'created')
  expect(await writers(item)).toEqual(['agent', 'head'])
  await step(town.agent, item, 'propose')
  expect(await writers(item)).toEqual(['head'])
  await step(town.head, item, 'endorse')
  expect(await writers(item)).toEqual(['dg'])
  await step(town.dg, item, 'validate')
  expect(await writers(item)).toEqual(['secretariat'])
  for (const until of ['created', 'frozen', 'decided'] as const) {
    const { points } = await givenMeeting(town, { until })
    for (const point of points) expect(await writers(point)).toEqual(['secretariat'])
  }
  const { meeting, points } = await givenMeeting(town)
  for (const point of points) {
    await onItem(town, town.secretariat, point, (found) => adoptUnanimously(found, meeting))
    expect(await writers(point)).toEqual([])
  }
})

test('each step is for its own level; a point sent back says why', async () => {
  const item = await givenItem(town, {}, 'created')
  expect((await step(town.accountant, item, 'propose')).status).toBe(404)
  expect((await step(town.dg, item, 'propose')).status).toBe(403)
  expect((await step(town.agent, item, 'propose')).status).toBe(200)
  expect((await step(town.agent, item, 'endorse')).status).toBe(403)
  expect((await step(town.agent, item, 'send_back', 'Non')).status).toBe(403)
  const silent = await step(town.head, item, 'send_back', '  ')
  expect(silent.json()).toMatchObject({ status: 422, errors: { comment: [expect.any(String)] } })
  const back = await step(town.head, item, 'send_back', 'Il manque le devis')
  expect(back.json()).toMatchObject({ state: 'created' })
  const [last] = await town.authority.asSystem(() => history(item.id))
  expect(last).toMatchObject({
    type: 'deliberations.item.send_back',
    data: { comment: 'Il manque le devis', from: 'proposed', to: 'created' },
  })
})

test('a stale form is shown the other version and overwrites nothing', async () => {
  const item = await givenItem(town, {}, 'created')
  await rewriteBy(town.head, item, { title: 'Version du chef', decision: 'De refaire le devis' })
  const form = {
    ...asTyped(town, { title: 'Version de l’agent', privacy: 'public' }),
    version: String(item.version),
  }
  const shown = await town.agent.visitor.post(`/deliberations/items/${item.id}`, form)
  expect(shown.status).toBe(422)
  expect(mainWords(shown)).toContain('a modifié ce dossier pendant que vous écriviez')
  expect(mainWords(shown)).toContain('De refaire le devis')
  expect(shown.text).toMatch(/value="Version de l’agent"/)
  expect(await seen(town, item)).toMatchObject({ title: 'Version du chef' })
  const [, version = ''] = /name="version" value="(\d+)"/.exec(shown.text) ?? []
  const again = await town.agent.visitor.post(`/deliberations/items/${item.id}`, {
    ...form,
    version,
  })
  expect(again.status).toBe(303)
  expect(await seen(town, item)).toMatchObject({ title: 'Version de l’agent' })
})

test('through the API a stale version is a conflict that names who changed it', async () => {
  const item = await givenItem(town, {}, 'created')
  await rewriteBy(town.head, item, { title: 'Version du chef' })
  const stale = await town.agent.visitor.api('PUT', `/deliberations/items/${item.id}`, {
    ...written(town),
    version: item.version,
  })
  expect(stale.json()).toMatchObject({
    status: 409,
    detail: expect.stringContaining('Alix Terval'),
  })
})

test('broken HTML is refused, naming its line, and nothing typed is lost', async () => {
  const motivation = '<p>Vu le Code ;</p>\n<p>Considérant <strong>le devis</p>'
  const answer = await write(town.agent, { motivation })
  expect(answer.status).toBe(422)
  const { errors } = answer.json<{ errors: { motivation: string[] } }>()
  expect(errors.motivation[0]).toContain('ligne 2')
  const page = await town.agent.visitor.post(
    '/deliberations/items',
    asTyped(town, { title: 'Un titre gardé', motivation, privacy: 'public' }),
  )
  expect(page.status).toBe(422)
  expect(mainWords(page)).toContain('ligne 2')
  expect(page.text).toMatch(/value="Un titre gardé"/)
  expect(page.text).toMatch(/&lt;strong&gt;le devis/)
})

test('what is typed without JavaScript keeps its paragraphs and line breaks', async () => {
  const typed = 'Vu le Code ;\r\n\r\nVu le rapport\r\net ses annexes ;'
  const posted = await town.agent.visitor.post(
    '/deliberations/items',
    asTyped(town, { motivation: typed, privacy: 'public' }),
  )
  expect(posted.status).toBe(303)
  const id = posted.headers.get('location')?.split('/').at(-1) ?? ''
  const { motivation } = await seen(town, { id })
  expect(motivation).toBe('<p>Vu le Code ;</p><p>Vu le rapport<br>et ses annexes ;</p>')
  const edit = await town.agent.visitor.get(`/deliberations/items/${id}/edit`)
  expect(edit.text).toMatch('Vu le Code ;\n\nVu le rapport\net ses annexes ;')
})

test('scripts and handlers never reach the kept text', async () => {
  const motivation = '<p onclick="x()">Vu<script>alert(1)</script> le plan</p>'
  const answer = await write(town.agent, { motivation })
  expect(answer.json()).toMatchObject({ motivation: '<p>Vu le plan</p>' })
})

test('what is missing or none of ours is refused beside its field', async () => {
  const fields = async (sketch: object) => {
    const answer = await write(town.agent, sketch)
    expect(answer.status).toBe(422)
    return Object.keys(answer.json<{ errors: object }>().errors)
  }
  expect(await fields({ title: '  ' })).toEqual(['title'])
  expect(await fields({ title: 'x'.repeat(501) })).toEqual(['title'])
  expect(await fields({ organ_id: 'conseil' })).toEqual(['organ_id'])
  expect(await fields({ organ_id: crypto.randomUUID() })).toEqual(['organ_id'])
  expect(await fields({ category_id: crypto.randomUUID() })).toEqual(['category_id'])
  expect(await fields({ privacy: 'hidden', poll_type: 'loud' })).toEqual(['privacy', 'poll_type'])
})

test('the organ, service and category of another authority are none of ours', async () => {
  const other = await foundTown()
  const answer = await write(town.agent, { organ_id: other.council.id })
  expect(answer.json()).toMatchObject({ status: 422, errors: { organ_id: [expect.any(String)] } })
  const category = await write(town.agent, { category_id: other.roads })
  expect(category.status).toBe(422)
  expect((await write(town.agent, { service_id: other.works })).status).toBe(403)
  const validated = await givenItem(town)
  const moved = await rewriteBy(town.secretariat, validated, { service_id: other.works })
  expect(moved.json()).toMatchObject({ status: 422, errors: { service_id: [expect.any(String)] } })
})

test('a point on an agenda keeps its organ', async () => {
  const { points } = await givenMeeting(town, { until: 'frozen' })
  for (const item of points) {
    const answer = await rewriteBy(town.secretariat, item, { organ_id: town.college.id })
    expect(answer.status).toBe(409)
  }
})

test('saving a point unchanged makes no new version', async () => {
  const item = await givenItem(town, {}, 'created')
  expect((await rewriteBy(town.agent, item)).json()).toMatchObject({ version: item.version })
})

test('the page and the API write the same point', async () => {
  const byApi = (await write(town.agent, { motivation: 'Vu\n\nle plan' })).json<{ id: string }>()
  const posted = await town.agent.visitor.post(
    '/deliberations/items',
    asTyped(town, { motivation: 'Vu\n\nle plan', privacy: 'public', poll_type: 'freehand' }),
  )
  const id = posted.headers.get('location')?.split('/').at(-1) ?? ''
  const [one, two] = [await seen(town, byApi), await seen(town, { id })]
  const same = ['title', 'state', 'organ_id', 'service_id', 'category_id', 'privacy', 'poll_type']
  for (const name of [...same, 'motivation', 'decision', 'readers', 'awaits', 'version'])
    expect(Reflect.get(one, name), name).toEqual(Reflect.get(two, name))
})

test('who has not signed in is asked to, and learns nothing of a point', async () => {
  const item = await givenItem(town)
  const stranger = town.authority.visitor()
  for (const path of [`/deliberations/items/${item.id}`, `/deliberations/items/${item.id}/edit`]) {
    const page = await stranger.get(path)
    expect(page.status).toBe(303)
    expect(page.headers.get('location')).toMatch('/sign-in')
  }
  const posted = await stranger.post(`/deliberations/items/${item.id}`, {
    ...asTyped(town, { privacy: 'public' }),
    version: '1',
  })
  expect(posted.headers.get('location')).toMatch('/sign-in')
  expect((await stranger.api('GET', `/deliberations/items/${item.id}`)).status).toBe(401)
})

test('a long history says that it is cut, and shows all of itself on demand', async () => {
  const item = await givenItem(town, {}, 'created')
  const path = `/deliberations/items/${item.id}`
  const edits = Array.from({ length: 130 }, () => ({ subjectId: item.id, data: {} }))
  await town.authority.as(town.agent, () => tellMany(items, 'edit', edits))
  const lines = (text: string) =>
    text.split('<ol class="timeline history">')[1]?.match(/<li>/g)?.length
  const { text } = await town.agent.visitor.get(path)
  expect([lines(text), text.includes('Les 100 derniers de 131.')]).toEqual([100, true])
  const all = await town.agent.visitor.get(/href="([^"]*all=history)"/.exec(text)?.[1] ?? '')
  expect([lines(all.text), all.text.includes('derniers de')]).toEqual([131, false])
})

test('a category that is removed just as one chooses it is said at its field; nothing is lost', async () => {
  const { authority, agent } = town
  for (const send of [
    (sent: object) => agent.visitor.post('/deliberations/items', { ...sent }),
    (sent: object) => agent.visitor.api('POST', '/deliberations/items', sent),
  ]) {
    const { id } = await authority.asSystem(() => addTerm(categories.name, 'Éphémère'))
    const { ended } = await authority.asSystem(async () => {
      await db().deleteFrom('commons.term').where('id', '=', id).execute()
      return beside(() => send({ ...written(town), title: 'Le titre tapé', category_id: id }))
    })
    const answer = await ended
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Ce choix vient d’être supprimé')
    expect(answer.text).toMatch(/Le titre tapé|category_id/)
  }
})

test('each field of a point stands on its page', async () => {
  const item = await givenItem(town)
  const { text } = await town.secretariat.visitor.get(`/deliberations/items/${item.id}`)
  for (const [name, label] of Object.entries(
    await town.authority.asSystem(async () => labelsOf(itemFields)),
  ))
    expect(text, name).toContain(name === 'title' ? `<h1>${item.title}</h1>` : label)
})
