import { type Load, load, together, warmUp } from './load.ts'
import { type Page, pages, type Scene } from './scene.ts'

/** What is loaded in turn with the same pages. */
export interface Rival {
  port: number
  scene: Scene
}

/** The authorities whose agents ask: the largest, and one of the middle. */
export const authorities = { large: 'authority-1', median: 'authority-137' } as const
export type Which = keyof typeof authorities

export type Name = 'product' | 'minimal' | 'tenth'
export type Rivals = Record<Which, Record<Name, Rival>>
export type Compared = Record<Which, Record<Page, Record<Name, Load>>>

const rounds = 4
const seconds = 1.5

/**
 * Loads the rivals in turn, page by page, several times over: what else the machine does meanwhile
 * falls on all of them, so that ratios hold where figures do not.
 */
export async function compare(rivals: Rivals): Promise<Compared> {
  const found = {} as Compared
  for (const which of ['large', 'median'] as const) {
    found[which] = {} as Compared[Which]
    for (const page of pages) {
      found[which][page] = await inTurn(rivals[which], page)
      process.stdout.write('.')
    }
  }
  return found
}

const names = ['product', 'minimal', 'tenth'] as const

async function inTurn(rivals: Record<Name, Rival>, page: Page): Promise<Record<Name, Load>> {
  const loads: Record<Name, Load[]> = { product: [], minimal: [], tenth: [] }
  for (const name of names)
    await load(rivals[name].port, rivals[name].scene[page], { seconds: warmUp })
  for (let round = 0; round < rounds; round++)
    for (const name of names)
      loads[name].push(await load(rivals[name].port, rivals[name].scene[page], { seconds }))
  return {
    product: together(loads.product),
    minimal: together(loads.minimal),
    tenth: together(loads.tenth),
  }
}
