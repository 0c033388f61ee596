import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { useStamps } from '#kernel/timestamps'
import { today } from '#commons/clock'
import { addPerson } from '#commons/directory'
import { addSeat, organs } from '#commons/organs'
import { mainWords } from '../../deliberations/test/council.ts'
import { ticking } from '../tick.ts'
import {
  addressOf,
  asks,
  givenTown,
  publicOf,
  stampWell,
  step,
  type Town,
  written,
} from './town.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
  stampWell()
})
afterEach(() => useStamps(null))

const naming = {
  ...{ title: 'Avis d’enquête publique', nature: 'notice', decided_on: '' },
  text: '<p>Le bien appartient à Mme Josiane Thirifays, née le 12/03/1981, numéro national 81.03.12-004.02, rue du Moulin 4 à 5000 Namur.</p>',
}

interface Answer {
  found: { words: string; kind: string }[]
  too_long: boolean
  to_look: boolean
  edition: string
  looked: { by: string } | null
}
const lookAt = async (page: string) =>
  (await town.publisher.visitor.api('GET', `${page}/looking`)).json<Answer>()
const say = async (page: string, edition?: string, who = town.publisher) =>
  who.visitor.post(`${page}/looking`, { edition: edition ?? (await lookAt(page)).edition })
const stateOf = async (page: string) =>
  (await town.publisher.visitor.api('GET', page)).json<{ state: string }>().state
const reword = async (page: string, text: string) => {
  const { version } = (await town.publisher.visitor.api('GET', page)).json<{ version: number }>()
  return town.publisher.visitor.api('PUT', page, { version, text })
}

test('what says who somebody is in a text is looked at before everybody reads it, by every door', async () => {
  const page = await written(town, { ...naming, publish_on: today().add({ days: 2 }).toString() })
  for (const verb of ['post', 'plan']) {
    const refused = await step(town, page, verb)
    expect(refused.status, verb).toBe(409)
    expect(refused.text).toContain('Des mots du texte disent qui est quelqu’un')
  }
  const told = await town.publisher.visitor.api('POST', `${page}/steps`, { verb: 'post' })
  expect(told.status).toBe(409)
  expect(await addressOf(town, page)).toBe('')
  const shown = mainWords(await town.publisher.visitor.get(page))
  for (const words of ['Josiane Thirifays', '12/03/1981', '81.03.12-004.02', 'rue du Moulin 4'])
    expect(shown).toContain(words)
  expect((await say(page)).status).toBe(303)
  expect(mainWords(await town.publisher.visitor.get(page))).toContain('a lu ces mots le')
  expect(mainWords(await asks(town, await publicOf(town, page)))).toContain('Josiane Thirifays')
})

test('its author proposes it all the same, and says nothing in the place of who publishes', async () => {
  const page = await written(town, naming)
  expect((await say(page, undefined, town.agent)).status).toBe(403)
  await town.agent.visitor.post(`${page}/steps`, { verb: 'propose' })
  expect(await stateOf(page)).toBe('proposed')
  const answer = await town.agent.visitor.api('POST', `${page}/looking`, {
    edition: (await lookAt(page)).edition,
  })
  expect(answer.status).toBe(403)
})

test('of a title, of where it is consulted and of what it changes too', async () => {
  for (const more of [
    { title: 'Avis à Mme Josiane Thirifays' },
    { consultation: 'Chez Mme Josiane Thirifays, le matin' },
    { supervised: 'on', supervision_by: 'Mme Josiane Thirifays' },
  ])
    expect((await lookAt(await written(town, more))).to_look, JSON.stringify(more)).toBe(true)
})

test('nothing is asked where nothing is found, nor of what is masked in it', async () => {
  const plain = await written(town)
  expect(await lookAt(plain)).toMatchObject({ found: [], to_look: false })
  const masked = naming.text.replace(
    /Mme.*Namur/,
    (words) => `<mark class="masked">${words}</mark>`,
  )
  const page = await written(town, { ...naming, text: masked })
  expect(await lookAt(page)).toMatchObject({ found: [], to_look: false })
  expect(mainWords(await asks(town, await publicOf(town, page)))).not.toContain('Thirifays')
})

test('who sits in the organ that took it may be named', async () => {
  const page = await written(town, { text: '<p>Signé\u00A0: M. Luc Hautval</p>' })
  expect((await lookAt(page)).to_look).toBe(true)
  await town.authority.asSystem(async () => {
    const organId = (await organs()).find(({ kind }) => kind === 'council')?.id ?? ''
    const named = { civility: 'mr', firstName: 'Luc', lastName: 'Hautval', roles: [] } as const
    const personId = await addPerson(named)
    const validFrom = Temporal.PlainDate.from('2018-12-03')
    await addSeat({ organId, personId, part: 'member', title: 'member', validFrom })
  })
  expect((await lookAt(page)).to_look).toBe(false)
})

test('other words are asked again, the same are not; what was not seen is not said', async () => {
  const page = await written(town, naming)
  const { edition } = await lookAt(page)
  await say(page)
  await reword(page, naming.text.replace('Le bien appartient', 'Ce bien appartient'))
  expect(await lookAt(page)).toMatchObject({ edition, to_look: false })
  await reword(page, `${naming.text}<p>Et à M. Gaston Delvigne.</p>`)
  expect((await lookAt(page)).to_look).toBe(true)
  expect((await say(page, edition)).status).toBe(409)
  expect((await step(town, page, 'post')).status).toBe(409)
})

test('what was planned and comes to name somebody is not published by itself, and who publishes is told why', async () => {
  const page = await written(town, { publish_on: today().add({ days: 1 }).toString() })
  await step(town, page, 'plan')
  // As an older version of the house planned it.
  await town.authority.asSystem(() =>
    sql`update regulations.posting set publish_on = ${today().toString()}::date, publish_at = '00:00',
      text = ${naming.text}`.execute(db()),
  )
  await town.authority.asSystem(() => ticking.task.run({}))
  expect(await stateOf(page)).toBe('planned')
  expect((await town.publisher.visitor.get('/notices')).text).toContain(
    'Des mots du texte disent qui est quelqu’un',
  )
  await say(page)
  await town.authority.asSystem(() => ticking.task.run({}))
  expect(await stateOf(page)).toBe('published')
})

test('a text that is too long to be searched is read by somebody, who says so', async () => {
  const page = await written(town)
  await town.authority.asSystem(() =>
    sql`update regulations.posting set text = '<p>' || repeat('Le marché se tient le vendredi. ', 13000) || '</p>'`.execute(
      db(),
    ),
  )
  expect(await lookAt(page)).toMatchObject({ too_long: true, to_look: true })
  const refused = await town.publisher.visitor.api('POST', `${page}/steps`, { verb: 'post' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('trop long pour qu’on y cherche')
  const { edition } = await lookAt(page)
  await town.publisher.visitor.api('POST', `${page}/looking`, { edition })
  expect((await lookAt(page)).to_look).toBe(false)
})
