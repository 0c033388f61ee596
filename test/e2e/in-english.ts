import { expect } from 'vitest'
import { registeredMessages } from '#kernel/i18n'
import type { Person } from './person.ts'

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

/** The guide's invented data, which are also names of services; levels of validation and opinions, which are the authority's own. */
const begun = /^(ui\.guide|validation\.initial|opinions\.given)\./

const french = () => {
  const english = new Set(registeredMessages('en').values())
  const found = new Set<string>()
  for (const [key, text] of registeredMessages('fr'))
    if (!begun.test(key) && !english.has(text) && !data.has(text)) found.add(text)
  return found
}

/** Reads a page of the portal in English, which its address says. */
export async function readInEnglish(who: Person, path: string): Promise<void> {
  const words = french()
  await who.goes(`${path}${path.includes('?') ? '&' : '?'}lang=en`)
  expect([path, await who.page.locator('html').getAttribute('lang')]).toEqual([path, 'en'])
  expect([path, (await textsOf(who)).filter((text) => words.has(text))]).toEqual([path, []])
}

/** Reads pages in English: none of the words of the house may be French there. */
export async function readsInEnglish(who: Person, paths: readonly string[]): Promise<void> {
  const words = french()
  await who.page.locator(':is(.person, .preferences) > summary').first().click()
  await who.presses('English')
  for (const path of paths) {
    await who.visits(path)
    expect([path, await who.page.locator('html').getAttribute('lang')]).toEqual([path, 'en'])
    expect([path, (await textsOf(who)).filter((text) => words.has(text))]).toEqual([path, []])
  }
}
