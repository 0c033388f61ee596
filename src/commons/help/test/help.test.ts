import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { helpTasks } from '../index.ts'

interface Told {
  trade: string
  title: string
  steps: string[]
  href: string
}

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

test('everybody sees the tasks that they may do, by trade, and finds them by words of theirs', async () => {
  const works = await authority.service('Travaux')
  const agent = await authority.person({ in: works, roles: ['agent'] })
  const titles = async (query = '') =>
    (await agent.visitor.api('GET', `/help${query}`)).items<Told>().map(({ title }) => title)
  expect(await titles()).toContain('Écrire un point')
  expect(await titles()).not.toContain('Planifier une séance')
  expect(await titles('?q=brouillon')).toEqual(['Reprendre un texte commencé'])
  const page = await agent.visitor.get('/help?q=ecrire+intitule')
  expect(page.text).toContain('Écrire un point')
  expect(page.text).not.toContain('Reprendre un texte')
  expect((await agent.visitor.get('/help?q=zzz')).text).toContain('Aucune tâche')
  expect((await authority.visitor().get('/help')).status).toBe(303)
})

test('each task begins on a page that opens for whoever may do it', async () => {
  const roles = ['agent', 'secretariat', 'administrator', 'coordinator']
  const { visitor } = await authority.person({ in: await authority.service('Tout'), roles })
  await ground()
  const all = (await visitor.api('GET', '/help')).items<Told>()
  expect(all.length).toBeGreaterThanOrEqual(helpTasks.every().length - 1)
  for (const href of new Set(all.map((one) => one.href)))
    expect([href, (await visitor.get(href)).status]).toEqual([href, 200])
})

test('a task of a trade that is off is not told', async () => {
  const without = await givenAuthority('municipality', { trades: [] })
  const { visitor } = await without.person({ roles: ['administrator'] })
  expect((await visitor.api('GET', '/help')).text).not.toContain('Planifier une séance')
})
