import { expect } from 'vitest'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const moulin = 'Réfection de la rue du Moulin'

/** The point of the mill is put on an agenda: the address of its meeting. */
async function meetingWithPoint(aline: Person): Promise<string> {
  await aline.goes('/inbox')
  await aline.follows(moulin)
  await aline.presses('Présenter')
  return new URL(aline.page.url()).pathname
}

journey('one key searches from the inbox, a list and a form, accents or not', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  for (const path of ['/inbox', '/deliberations', '/deliberations/items/new']) {
    await aline.goes(path)
    await aline.page.keyboard.press('/')
    await aline.page.keyboard.type('REFECTION rue du moulin')
    await aline.moves(() => aline.page.keyboard.press('Enter'))
    const words = await aline.words()
    expect(words).toContain('1 résultat pour « REFECTION rue du moulin »')
    expect(words).toContain(moulin)
  }
  await aline.follows(moulin)
  expect(await aline.title()).toContain(moulin)
})

journey('the inbox counts what waits, and counts one less once it is done', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  const counted = async () =>
    Number((await aline.words('.inbox-link[href="/inbox"]')).match(/\d+/)?.[0])
  const before = await aline.page.locator('main .list > li').count()
  expect(await counted()).toBe(before)
  expect(await aline.words()).toContain(`${before} dossiers vous attendent`)
  await aline.follows(moulin)
  await aline.presses('Présenter')
  expect(await counted()).toBe(before - 1)
})

journey(
  'density and appearance stay as they were chosen, on the next page too',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    const paper = () =>
      aline.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const height = async () => (await aline.page.locator('.find input').boundingBox())?.height ?? 0
    const [light, comfortable] = [await paper(), await height()]
    for (const choice of ['Sombre', 'Compacte']) {
      await aline.page.locator('summary', { hasText: 'Aline Ferrier' }).click()
      await aline.presses(choice)
    }
    await aline.goes('/deliberations/items')
    expect(await paper()).not.toBe(light)
    expect(await height()).toBeLessThan(comfortable)
    await aline.shows('points-dark-compact')
    await aline.page.locator('summary', { hasText: 'Aline Ferrier' }).click()
    expect(await aline.button('Sombre').getAttribute('aria-pressed')).toBe('true')
    await aline.presses('Se déconnecter')
    expect(await paper()).not.toBe(light)
  },
)

journey('an agenda prints as the sheet of paper that it is', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  await aline.goes(await meetingWithPoint(aline))
  await aline.page.emulateMedia({ media: 'print' })
  const onPaper = (selector: string) =>
    aline.page.locator(selector).filter({ visible: true }).count()
  for (const machinery of ['nav', '.top', '.foot', '.menu', 'button', '.grip'])
    expect([machinery, await onPaper(machinery)]).toEqual([machinery, 0])
  expect(await aline.words()).toContain(`Séance publique 1 ${moulin}`)
  expect(await aline.title()).toContain('Conseil communal')
  await aline.shows('agenda-on-paper')
})
