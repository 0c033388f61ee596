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

/** How often pages made of the same parts were examined, in this worker. */
const examined = new Map<string, number>()

/**
 * What stands between people and the page as it is now, one line an element; nothing when all is
 * well. A page made of other parts than those before is examined in two looks, and in the two
 * others when one like it comes again.
 */
export async function barriers(page: Page): Promise<string[]> {
  const parts = await partsOf(page)
  const times = examined.get(parts) ?? 0
  examined.set(parts, times + 1)
  const pair = looks[times]
  if (!pair) return []
  const own = page.viewportSize()
  const found = await overflow(page)
  for (const [width, colorScheme] of pair) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    for (const one of await violations(page)) found.push(`${width} px, ${colorScheme}: ${one}`)
  }
  if (own) await page.setViewportSize(own)
  await page.emulateMedia({ colorScheme: null })
  return found.map((one) => `${page.url()} ${one}`)
}

/** Which elements with which attributes stand in which: the page without its words. */
function partsOf(page: Page): Promise<string> {
  // A page that looks again by itself has no body for a moment.
  return page.locator('body').evaluate((body) => {
    const nameOf = (one: Element | null) =>
      one && [one.tagName, one.className, ...one.getAttributeNames()].join(' ')
    const parts = [...body.querySelectorAll('*')].map(
      (one) => `${nameOf(one.parentElement)} > ${nameOf(one)}`,
    )
    return [...new Set(parts)].toSorted().join('\n')
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

/** What axe finds, one line an element. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found: axe.AxeResults = await page.evaluate(
    (given) => Reflect.get(globalThis, 'axe').run(given),
    options,
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  )
}
