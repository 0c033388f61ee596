import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options: axe.RunOptions = {
  resultTypes: ['violations'],
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

type Look = readonly [width: number, colorScheme: 'light' | 'dark']

/** A desk by day and a phone by night, then the other way round. */
const looks: readonly (readonly Look[])[] = [
  [
    [390, 'dark'],
    [1440, 'light'],
  ],
  [
    [390, 'light'],
    [1440, 'dark'],
  ],
]

/** The narrowest screen on which nothing may be cut off (WCAG 1.4.10). */
const narrowest = 320

/** The parts that pages examined in each pair of looks were made of, in this worker. */
const examined = looks.map(() => new Set<string>())

/** The kinds of page that were examined, in this worker. */
const kinds = new Set<string>()

/**
 * What stands between people and the page as it is now, one line an element; nothing when all is
 * well. A page is a sample of its kind: it is examined where it has a part that no page had that
 * was examined before, in two looks, and in the two others when that part comes again. One without
 * new parts is examined where no other page of its kind was, in one look. So each part is examined
 * in the looks of a desk and of a phone, and each kind of page that a journey comes to, as a whole.
 */
export async function barriers(page: Page): Promise<string[]> {
  const chosen = looksAt(kindOf(page), await partsOf(page))
  if (chosen.length === 0) return []
  const own = page.viewportSize()
  const found = await overflow(page)
  for (const [width, colorScheme] of chosen) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    for (const one of await violations(page)) found.push(`${width} px, ${colorScheme}: ${one}`)
  }
  if (own) await page.setViewportSize(own)
  await page.emulateMedia({ colorScheme: null })
  return found.map((one) => `${page.url()} ${one}`)
}

/** In which looks a page of this kind and of these parts is still to be examined. */
function looksAt(kind: string, parts: readonly string[]): readonly Look[] {
  const known = kinds.has(kind)
  kinds.add(kind)
  for (const [at, pair] of looks.entries()) {
    const before = examined[at]
    if (!before || parts.every((part) => before.has(part))) continue
    for (const part of parts) before.add(part)
    return pair
  }
  return known ? [] : (looks[0] ?? []).slice(0, 1)
}

/** The address of a page without which dossier it is of, and without what is asked of it. */
const kindOf = (page: Page) => patternOf(new URL(page.url()).pathname)

/** An address with `:id` where it has one. */
export const patternOf = (path: string): string =>
  path.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, ':id')

/** Which elements with which attributes stand in which: the page without its words. */
function partsOf(page: Page): Promise<string[]> {
  // A page that looks again by itself has no body for a moment.
  return page.locator('body').evaluate((body) => {
    const nameOf = (one: Element | null) =>
      one && [one.tagName, one.className, ...one.getAttributeNames()].join(' ')
    const parts = [...body.querySelectorAll('*')].map(
      (one) => `${nameOf(one.parentElement)} > ${nameOf(one)}`,
    )
    return [...new Set(parts)]
  })
}

async function overflow(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: narrowest, height: 900 })
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.slice(0, 40)}`)
      .slice(0, 5)
      .concat(`${scrollWidth} px`)
  })
  return wide.length > 0 ? [`scrolls sideways at ${narrowest} px: ${wide.join(', ')}`] : []
}

/** All that axe says where Turbo waits for the next page, and nothing besides. */
const saysBusy =
  /^Fix all of the following:\s+ARIA attribute is not allowed on html elements: aria-busy="true"$/

/** What axe finds, one line an element; not that Turbo says on `html` that a page which looks again is busy. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found: axe.AxeResults = await page.evaluate(
    (given) => Reflect.get(globalThis, 'axe').run(given),
    options,
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(
        ({ target, failureSummary }) =>
          !(target.join() === 'html' && saysBusy.test(failureSummary ?? '')),
      )
      .map(({ target, failureSummary }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  )
}
