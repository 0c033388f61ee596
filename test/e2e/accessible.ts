import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { Claims } from './claims.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options: axe.RunOptions = {
  resultTypes: ['violations'],
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** What these ask of an element depends on colours and sizes; the others ask the same in each look that shows it. */
const ofLooks = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

type Look = readonly [width: number, colorScheme: 'light' | 'dark']

/** The narrowest screen, on which nothing may be cut off (WCAG 1.4.10): the phone of these looks. */
const narrowest = 320

/** A phone by night and a desk by day, then the other way round. */
const looks: readonly (readonly Look[])[] = [
  [
    [narrowest, 'dark'],
    [1440, 'light'],
  ],
  [
    [narrowest, 'light'],
    [1440, 'dark'],
  ],
]

/** The parts that pages examined in each pair of looks were made of, in this run. */
const examined = looks.map((_, at) => new Claims(`parts-${at}`))

/** The kinds of page that were examined, in this run. */
const kinds = new Claims('kinds')

/**
 * What stands between people and the page as it is now, one line an element; nothing when all is
 * well. A page is a sample of its kind: the first of a kind is examined as a whole, for what is the same in each look.
 * Where a page has a part that no page had that was examined before, that part and what is in it are examined in two
 * looks, and in the two others when it comes again: once for everything, then for colours and sizes, unless only the
 * second look shows it. So each part is examined in the looks of a desk and of a phone, by day and by night, and each
 * kind of page that a journey comes to, as a whole.
 */
export async function barriers(page: Page): Promise<string[]> {
  const { isFirst, isAgain, chosen, fresh } = looksAt(kindOf(page), await partsOf(page))
  if (chosen.length === 0) return []
  const own = page.viewportSize()
  const found: string[] = []
  let unseen: ReadonlySet<string> = new Set()
  for (const [at, [width, colorScheme]] of chosen.entries()) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    if (width === narrowest) found.push(...(await overflow(page)))
    const hidden = await hiddenOf(page, fresh)
    const whole = isFirst && at === 0
    const known = at > 0 && unseen.isSubsetOf(hidden)
    const asked: Asked[] = [
      ...(whole ? [{ parts: null, without: ofLooks }] : []),
      ...(fresh.length > 0
        ? [{ parts: fresh, ...((whole || isAgain || known) && { only: ofLooks }) }]
        : []),
    ]
    for (const one of await violations(page, asked))
      found.push(`${width} px, ${colorScheme}: ${one}`)
    unseen = hidden
  }
  if (own) await page.setViewportSize(own)
  await page.emulateMedia({ colorScheme: null })
  return found.map((one) => `${page.url()} ${one}`)
}

interface Examination {
  /** No page of its kind was examined before. */
  isFirst: boolean
  /** Its parts were examined before, in the other looks. */
  isAgain: boolean
  chosen: readonly Look[]
  /** The parts for whose sake it is examined. */
  fresh: readonly string[]
}

/** In which looks a page of this kind and of these parts is still to be examined. */
function looksAt(kind: string, parts: readonly string[]): Examination {
  const isFirst = kinds.isNew(kind)
  for (const [at, chosen] of looks.entries()) {
    const fresh = parts.filter((part) => examined[at]?.isNew(part))
    if (fresh.length > 0) return { isFirst, isAgain: at > 0, chosen, fresh }
  }
  const chosen = isFirst ? (looks[0] ?? []).slice(0, 1) : []
  return { isFirst, isAgain: true, chosen, fresh: [] }
}

/** The address of a page without which dossier it is of, and without what is asked of it. */
const kindOf = (page: Page) => patternOf(new URL(page.url()).pathname)

/** An address with `:id` where it has one. */
export const patternOf = (path: string): string =>
  path.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, ':id')

/** In the page: what part an element is, by its element and attributes and those of the one in which it stands. */
const partOf = `(one) => {
  const nameOf = (each) => each && [each.tagName, each.className, ...each.getAttributeNames()].join(' ')
  return nameOf(one.parentElement) + ' > ' + nameOf(one)
}`

/** Which elements with which attributes stand in which: the page without its words. */
async function partsOf(page: Page): Promise<string[]> {
  // A page that looks again by itself has no body for a moment.
  await page.locator('body').waitFor({ state: 'attached' })
  return page.evaluate(`[...new Set([...document.body.querySelectorAll('*')].map(${partOf}))]`)
}

async function overflow(page: Page): Promise<string[]> {
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

/** Those of these parts of which nothing is shown in the look that the page has now. */
async function hiddenOf(page: Page, parts: readonly string[]): Promise<ReadonlySet<string>> {
  const shown: string[] = await page.evaluate(
    `[...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility()).map(${partOf})`,
  )
  return new Set(parts).difference(new Set(shown))
}

interface Asked {
  /** These and what is in them; null for the whole page. */
  parts: readonly string[] | null
  /** These rules alone, or all but these. */
  only?: readonly string[]
  without?: readonly string[]
}

/**
 * What axe finds on the page, or in these parts of it, one line an element; not that Turbo says on `html` that a page
 * which looks again is busy.
 */
async function violations(page: Page, asked: readonly Asked[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const runs = asked.map(({ parts, only, without = [] }) => ({
    parts,
    options: {
      ...options,
      ...(only && { runOnly: only }),
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    },
  }))
  const found: axe.AxeResults['violations'] = await page.evaluate(`(async () => {
    const all = []
    for (const { parts, options } of ${JSON.stringify(runs)}) {
      const within = parts
        ? { include: [...document.body.querySelectorAll('*')].filter((one) => parts.includes((${partOf})(one))) }
        : document
      all.push(...(await axe.run(within, options)).violations)
    }
    return all
  })()`)
  return found.flatMap(({ id, nodes }) =>
    nodes
      .filter(
        ({ target, failureSummary }) =>
          !(target.join() === 'html' && saysBusy.test(failureSummary ?? '')),
      )
      .map(({ target, failureSummary }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  )
}
