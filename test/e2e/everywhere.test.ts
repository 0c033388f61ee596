import { expect } from 'vitest'
import { registeredMessages } from '#kernel/i18n'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const moulin = 'Réfection de la rue du Moulin'

/** The pages of the house that the secretariat sees, one point being on an agenda. */
async function pagesOf(aline: Person): Promise<string[]> {
  await aline.goes('/inbox')
  await aline.follows(moulin)
  const item = new URL(aline.page.url()).pathname
  await aline.presses('Présenter')
  const meeting = new URL(aline.page.url()).pathname
  return [
    '/inbox',
    '/search?q=moulin',
    '/deliberations',
    '/deliberations/meetings/new',
    '/deliberations/items',
    '/deliberations/items/new',
    '/deliberations/import',
    item,
    `${item}/edit`,
    meeting,
    ...['available', 'attendance', 'documents', 'history'].map((tab) => `${meeting}/${tab}`),
    '/vocabularies',
    '/vocabularies/deliberations.category',
    '/styleguide',
    '/nowhere',
  ]
}

/** The pages of a strategic plan that its coordination sees. */
async function planPagesOf(elise: Person): Promise<string[]> {
  await elise.follows('Plan stratégique')
  await elise.follows(/^Programme stratégique transversal/)
  const plan = new URL(elise.page.url()).pathname
  await elise.follows(/Ouvrir le guichet un soir par semaine/)
  const action = new URL(elise.page.url()).pathname
  return [
    '/strategy',
    '/strategy/plans/new',
    '/strategy/import',
    plan,
    `${plan}?tasks=1`,
    ...tabsOfPlan.map((tab) => `${plan}/${tab}`),
    action,
    `${action}/edit`,
    `${action}/new?level=task`,
    `${action}/places`,
    '/pst',
  ]
}

const tabsOfPlan = [
  'dashboard',
  'actions',
  'board',
  'gantt',
  'one-page',
  'documents',
  'versions',
  'versions/new',
  'publication',
  'ecomptes',
  'settings',
  'edit',
]

journey('one key searches from any page, accents or not', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  for (const path of ['/inbox', '/deliberations', '/deliberations/items/new']) {
    await aline.goes(path)
    await aline.page.keyboard.press('/')
    await aline.page.keyboard.type('REFECTION rue du moulin')
    await aline.moves(() => aline.page.keyboard.press('Enter'))
    expect(await aline.words()).toContain(`1 résultat pour « REFECTION rue du moulin » ${moulin}`)
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

/** Each text and label of the page. */
function textsOf({ page }: Person): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
    for (const name of ['aria-label', 'title', 'placeholder'])
      for (const one of document.querySelectorAll(`[${name}]`))
        found.push(one.getAttribute(name) ?? '')
    return found
  })
}

/** Names that the authority of the demonstration chose, and that are words of the house too. */
const data = new Set(['Commune', 'Secrétariat', 'Coordination', 'Autres'])

/** Reads pages in English: none of the words of the house may be French there. */
async function readsInEnglish(who: Person, name: string, paths: readonly string[]): Promise<void> {
  const english = new Set(registeredMessages('en').values())
  const french = new Set<string>()
  for (const [key, text] of registeredMessages('fr'))
    // The guide's invented data are also names of services and categories.
    if (!key.startsWith('ui.guide.') && !english.has(text) && !data.has(text)) french.add(text)
  await who.page.getByText(name).first().click()
  await who.presses('English')
  for (const path of paths) {
    await who.goes(path)
    expect([path, await who.page.locator('html').getAttribute('lang')]).toEqual([path, 'en'])
    expect([path, (await textsOf(who)).filter((text) => french.has(text))]).toEqual([path, []])
  }
}

journey('in English nothing of the house stays French', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  await readsInEnglish(aline, 'Aline Ferrier', await pagesOf(aline))
})

journey('nor of a strategic plan', async ({ town }) => {
  const elise = await town.signIn('coordinator')
  await readsInEnglish(elise, 'Élise Moreval', await planPagesOf(elise))
})

journey('density and appearance stay as they were chosen, on each page', async ({ town }) => {
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
})

journey('an agenda prints as the sheet of paper that it is', async ({ town }) => {
  const aline = await town.signIn('secretariat')
  const agenda = (await pagesOf(aline)).find((path) => /meetings\/[\da-f-]+$/.test(path)) ?? ''
  await aline.goes(agenda)
  await aline.page.emulateMedia({ media: 'print' })
  const onPaper = (selector: string) =>
    aline.page.locator(selector).filter({ visible: true }).count()
  for (const machinery of ['nav', '.top', '.foot', '.menu', 'button', '.grip'])
    expect([machinery, await onPaper(machinery)]).toEqual([machinery, 0])
  expect(await aline.words()).toContain(`Séance publique 1 ${moulin}`)
  expect(await aline.title()).toContain('Conseil communal')
  await aline.shows('agenda-on-paper')
})
