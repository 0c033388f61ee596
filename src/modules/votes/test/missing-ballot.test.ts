import { beforeAll, expect, test } from 'vitest'
import { addPerson, councillor } from '#commons/directory'
import { addSeat } from '#commons/organs'
import { type Item, itemPath } from '#modules/deliberations'
import {
  ballotsOf,
  foundTown,
  givenPoint,
  mainWords,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { editionAt } from '../../deliberations/test/editions.ts'

const more = ['Arnould', 'Bastin', 'Collard', 'Delvaux', 'Evrard', 'Fontaine']

let town: Town
beforeAll(async () => {
  town = await foundTown()
  await town.authority.asSystem(async () => {
    for (const lastName of more) {
      const who = { civility: 'mr', firstName: 'Luc', lastName, roles: [councillor] } as const
      const validFrom = Temporal.PlainDate.from('2018-12-03')
      const sits = { organId: town.council.id, part: 'member', title: 'member', validFrom } as const
      await addSeat({ ...sits, personId: await addPerson(who) })
    }
  })
})

const api = (method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

/** A point of a council of ten, all there, and an article of it that is put to the vote first. */
async function beforeTen() {
  const { meeting, item } = await givenPoint(town)
  const everybody = await ballotsOf(town, meeting, 'yes')
  expect(Object.keys(everybody)).toHaveLength(10)
  const [president = ''] = await seatIds(town, meeting)
  return { meeting, item, president, everybody }
}
const putArticle = async (item: Item) => {
  const sent = { kind: 'part', title: 'Article 3' }
  const [part] = (await api('POST', `${itemPath(item)}/motions`, sent)).items<{ id: string }>()
  return `${itemPath(item)}/motions/${part?.id}`
}

/** Names those whose ballot is missing, and not the one whose ballot is there. */
function namesTheNine(sentence: string) {
  expect(sentence).toContain('Il manque le vote de\u00A0: ')
  for (const lastName of [...more, 'Falleur', 'Hautval']) expect(sentence).toContain(lastName)
  expect(sentence).toContain('Qui ne vote ni pour ni contre s’abstient.')
  expect(
    /Il manque le vote de\u00A0: (.*?)\. Qui ne/.exec(sentence)?.[1]?.split(', '),
  ).toHaveLength(9)
}

test('one ballot of ten who are there is no vote: the API names the nine, of a point and of what is put before it', async () => {
  const { item, president, everybody } = await beforeTen()
  const article = await putArticle(item)
  for (const path of [article, itemPath(item)]) {
    const refused = await api('PUT', `${path}/vote`, { ballots: { [president]: 'yes' } })
    expect(refused.status).toBe(422)
    const { errors } = refused.json<{ errors: Record<string, string[]> }>()
    namesTheNine(Object.values(errors).flat().join(' '))
    expect((await api('GET', `${itemPath(item)}/vote`)).json()).toBeNull()
    const whole = await api('PUT', `${path}/vote`, { ballots: everybody })
    expect(whole.json()).toMatchObject({ adopted: true, yes: 1, abstain: 9 })
  }
})

test('the page has a ballot for each of the ten; without nine of them it names them, at the first', async () => {
  const { item, president, everybody } = await beforeTen()
  const article = await putArticle(item)
  const { visitor } = town.secretariat
  for (const [path, shown] of [
    [article, article],
    [itemPath(item), `${itemPath(item)}/session`],
  ] as const) {
    const form = (await visitor.get(shown)).text
    expect(form.match(/name="ballots\.[^"]+" value="[a-z]+" checked/g)).toHaveLength(10)
    const edition = await editionAt(town.secretariat, shown)
    const refused = await visitor.post(`${path}/vote`, {
      ...{ edition, [`ballots.${president}`]: 'yes' },
    })
    expect(refused.status).toBe(422)
    namesTheNine(mainWords(refused))
    const [, missing] = Object.keys(everybody)
    expect(refused.text).toMatch(new RegExp(`href="#[^"]*${missing}"`))
    const fields = Object.entries(everybody).map(([seat, choice]) => [`ballots.${seat}`, choice])
    const sent = { edition, ...Object.fromEntries(fields) }
    expect((await visitor.post(`${path}/vote`, sent)).status).toBe(303)
  }
})
