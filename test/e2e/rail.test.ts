import { expect } from 'vitest'
import { plantTradesIn } from '../../src/commons/tasks/test/planted-trades.ts'
import { focusOf } from './keyboard.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

/** Lets the authority of this person have twenty-six more trades. */
async function plantsTrades(person: Person): Promise<void> {
  plantTradesIn(new URL(person.page.url()).hostname.replace('.localhost', ''))
  await person.goes('/search')
}

const linesInSight = (person: Person) =>
  person.page.locator('#rail :is(details, div) a:visible > span:not(.count)').allInnerTexts()

journey('a trade is found by a key, and pinned, without leaving it', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  await plantsTrades(aline)
  const { keyboard } = aline.page
  await aline.shows('rail-1440')
  expect(await linesInSight(aline)).not.toContain('Cimetières')
  await keyboard.press('g')
  expect(await focusOf(aline)).toBe('Aller à un métier')
  await keyboard.type('cimetiere')
  expect(await linesInSight(aline)).toEqual(['Cimetières'])
  await keyboard.type(' de paris')
  await aline.sees('Aucun métier de ce nom.')
  await keyboard.press('Escape')
  expect(await linesInSight(aline)).not.toContain('Cimetières')

  await keyboard.type('plan')
  await aline.moves(() => keyboard.press('Enter'))
  expect(await aline.title()).toContain('Plan stratégique')
  const pin = aline.button('Épingler Plan stratégique')
  await pin.focus()
  await keyboard.press('Enter')
  await expect.poll(() => pin.getAttribute('aria-pressed')).toBe('true')
  expect((await linesInSight(aline))[0]).toBe('Plan stratégique')
  await expect.poll(() => focusOf(aline)).toBe('Épingler Plan stratégique')
  await aline.shows('rail-pinned-1440')
})

journey('keys of one letter do nothing in a field, nor once they are off', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  await plantsTrades(aline)
  const { keyboard } = aline.page
  await keyboard.press('/')
  await keyboard.type('gravier')
  expect(await aline.page.getByRole('searchbox', { name: /dossier/ }).inputValue()).toBe('gravier')
  await aline.page.locator('.person > summary').click()
  await aline.presses('Coupées')
  await keyboard.press('g')
  expect(await focusOf(aline)).toBe('')
  expect(await aline.page.locator('kbd:visible').count()).toBe(0)
})

journey('on a tablet the rail is narrow, on a phone a drawer', async ({ town }) => {
  const tom = await town.signIn('secretariat', { viewport: { width: 820, height: 1100 } })
  // Where there are few trades there is no drawer: what all share stands below them.
  expect(await tom.page.locator('#rail').getByRole('link', { name: 'Le droit' }).isVisible()).toBe(
    true,
  )
  await plantsTrades(tom)
  await tom.presses('Épingler Permis d’urbanisme', await drawerOf(tom))
  await tom.page.keyboard.press('Escape')
  expect(await linesInSight(tom)).toEqual(['Permis d’urbanisme'])
  await tom.shows('rail-820')
  await tom.button('Tous').click()
  expect(await linesInSight(tom)).toContain('Marchés publics')
  await tom.shows('rail-drawer-820')
  await tom.arrives()

  const phone = await town.signIn('secretariat', { viewport: { width: 390, height: 844 } })
  await plantsTrades(phone)
  expect(await phone.page.locator('#rail').isVisible()).toBe(false)
  await phone.page.keyboard.press('g')
  await phone.page.keyboard.type('voirie')
  expect(await linesInSight(phone)).toEqual(['Voirie et chantiers'])
  await phone.shows('rail-390')
  await phone.arrives()
})

async function drawerOf(person: Person) {
  await person.button('Tous').click()
  return person.page.locator('#rail')
}

journey('without scripts trades are found on a page, and pinned', async ({ town }) => {
  const aline = await town.signIn('secretariat', { withoutScripts: true })
  await plantsTrades(aline)
  await aline.page.getByRole('searchbox', { name: 'Aller à un métier' }).fill('cimetiere')
  await aline.moves(() => aline.page.keyboard.press('Enter'))
  expect(await aline.title()).toBe('Métiers')
  await aline.presses('Épingler Cimetières', aline.page.locator('main'))
  expect((await linesInSight(aline))[0]).toBe('Cimetières')
})
