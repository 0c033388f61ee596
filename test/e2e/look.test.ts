import { expect } from 'vitest'
import { tabsTo } from './keyboard.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

/** The address of the plan of the demonstration. */
async function planOf(elise: Person): Promise<string> {
  await elise.goes('/strategy')
  const link = elise.page.getByRole('link', { name: /Programme stratégique/ }).first()
  return (await link.getAttribute('href')) ?? ''
}

journey(
  'lists and trees have room for titles, and little above their first row (I5)',
  async ({ town }) => {
    const elise = await town.signIn('coordinator')
    const path = await planOf(elise)
    const { page } = elise
    for (const width of [820, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      for (const list of ['/deliberations/items', path, `${path}/actions`]) {
        await elise.goes(list)
        const where = `${list} at ${width}`
        const seen = await page.evaluate(() => {
          const boxes = (selector: string) =>
            [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
          const above = '.tabs li, .views > .menu > summary, .list-bar .filters form > *'
          const lines = new Set(
            boxes(above)
              .filter(({ height }) => height > 0)
              .map(({ top, height }) => Math.round((top + height / 2) / 16)),
          )
          return {
            over: document.documentElement.scrollWidth - innerWidth,
            titles: boxes('tbody th')
              .map((box) => box.width)
              .filter((wide) => wide > 0),
            lines: lines.size,
          }
        })
        expect(seen.over, where).toBe(0)
        expect(Math.min(...seen.titles), where).toBeGreaterThan(250)
        expect(seen.lines, where).toBeLessThanOrEqual(2)
      }
    }
  },
)

journey(
  'the filters of the security log take two lines, and on a phone a head that sorts is seen where the keyboard is',
  async ({ town }) => {
    const bastien = await town.signIn('administrator')
    const { page } = bastien
    for (const width of [820, 1100]) {
      await page.setViewportSize({ width, height: 900 })
      await bastien.goes('/journal')
      const lines = await page.evaluate(() => {
        const all = [...document.querySelectorAll('.filters :is(select, input, button)')]
        const boxes = all.map((one) => one.getBoundingClientRect())
        return new Set(boxes.map(({ top, height }) => Math.round((top + height / 2) / 16))).size
      })
      expect(lines, `at ${width}`).toBeLessThanOrEqual(2)
    }
    await page.setViewportSize({ width: 320, height: 800 })
    await bastien.goes('/parties/contacts')
    await tabsTo(bastien, 'Nom ou dénomination')
  },
)

journey(
  'a button that cannot be pressed is as readable under the pointer (I5)',
  async ({ town }) => {
    const elise = await town.signIn('coordinator')
    await elise.goes('/styleguide')
    const off = elise.page.locator('.button:disabled').first()
    const look = () =>
      off.evaluate((one) => {
        one.classList.add('primary')
        const { color, backgroundColor } = getComputedStyle(one)
        return [color, backgroundColor]
      })
    const before = await look()
    await off.hover({ force: true })
    expect(await look()).toEqual(before)
  },
)

journey('what is asked before an act is asked without scripts too (I5)', async ({ town }) => {
  const bastien = await town.signIn('administrator', { withoutScripts: true })
  await bastien.goes('/trades/ecomptes')
  await bastien.page.getByRole('button', { name: 'Désactiver' }).click()
  expect(await bastien.words()).toContain('Activé')
  expect(await bastien.words()).toContain('Désactiver')
  await bastien.agrees('Désactiver')
  expect(await bastien.words()).toContain('Désactivé')
})

journey('boxes for long words are more than a line high without scripts (I5)', async ({ town }) => {
  const aline = await town.signIn('secretariat', { withoutScripts: true })
  await aline.follows(/Zone 30/)
  const heights = await aline.page
    .locator('textarea')
    .evaluateAll((all) => all.map((one) => one.clientHeight))
  expect(heights.length).toBeGreaterThan(0)
  expect(Math.min(...heights)).toBeGreaterThan(70)
})
