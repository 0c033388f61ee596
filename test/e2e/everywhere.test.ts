import { expect } from 'vitest'
import { registeredMessages } from '#kernel/i18n'
import type { Person } from './person.ts'
import { isPage } from '../harness/sweep.ts'
import { journey, type Town } from './town.ts'

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

/** Each text and label of the page, but those that are marked as being in another language than it is. */
function textsOf({ page }: Person): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const isOfThePage = (one: Element | null) =>
      one?.closest<HTMLElement>('[lang]')?.lang === document.documentElement.lang
    while (walker.nextNode())
      if (isOfThePage(walker.currentNode.parentElement))
        found.push(walker.currentNode.textContent?.trim() ?? '')
    for (const name of ['aria-label', 'title', 'placeholder'])
      for (const one of [...document.querySelectorAll(`[${name}]`)].filter(isOfThePage))
        found.push(one.getAttribute(name) ?? '')
    return found
  })
}

/** Names that the authority of the demonstration chose, and that are words of the house too. */
const data = new Set(['Commune', 'Secrétariat', 'Coordination', 'Autres'])

const french = () => {
  const english = new Set(registeredMessages('en').values())
  const found = new Set<string>()
  for (const [key, text] of registeredMessages('fr'))
    // The guide's invented data are also names of services and categories.
    if (!key.startsWith('ui.guide.') && !english.has(text) && !data.has(text)) found.add(text)
  return found
}

/** Reads pages in English: none of the words of the house may be French there. */
async function readsInEnglish(who: Person, paths: readonly string[]): Promise<void> {
  const words = french()
  await who.page.locator(':is(.person, .preferences) > summary').first().click()
  await who.presses('English')
  for (const path of paths) {
    await who.goes(path)
    expect([path, await who.page.locator('html').getAttribute('lang')]).toEqual([path, 'en'])
    expect([path, (await textsOf(who)).filter((text) => words.has(text))]).toEqual([path, []])
  }
}

/** Reads one page of each route among these in English, each as somebody who is shown it. */
async function readsRoutes(town: Town, among: (pattern: string) => boolean): Promise<void> {
  const pages = (await town.onePageOfEachRoute()).filter(
    ({ pattern, answer }) => among(pattern) && isPage(answer),
  )
  for (const [login, own] of Map.groupBy(pages, (one) => one.login)) {
    const who = login ? await town.signIn(login) : await town.visitor()
    if (!login) await who.goes('/')
    await readsInEnglish(
      who,
      own.map(({ path }) => path),
    )
  }
}

const ofPlans = (pattern: string) => /^\/(strategy|pst)/.test(pattern)

journey('in English one page of each route of a plan says nothing in French', ({ town }) =>
  readsRoutes(town, ofPlans),
)

journey(
  'nor does one page of each other route, what is found, or what is not there',
  async ({ town }) => {
    await readsRoutes(town, (pattern) => !ofPlans(pattern))
    const aline = await town.signIn('secretariat')
    await readsInEnglish(aline, ['/search?q=moulin', '/nowhere'])
  },
)

journey(
  'density and appearance stay as they were chosen, on the next page too',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    const paper = () =>
      aline.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const height = async () => (await aline.page.locator('.find input').boundingBox())?.height ?? 0
    const [light, comfortable] = [await paper(), await height()]
    for (const choice of ['Sombre', 'Compacte']) {
      await aline.page.getByText('Aline Ferrier').click()
      await aline.presses(choice)
    }
    await aline.goes('/deliberations/items')
    expect(await paper()).not.toBe(light)
    expect(await height()).toBeLessThan(comfortable)
    await aline.shows('points-dark-compact')
    await aline.page.getByText('Aline Ferrier').click()
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
