import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** What a trade keeps besides dossiers, and what its switching off stops for others: said by the trade. */
export interface Keeping {
  /** The name of its module. */
  readonly trade: string
  readonly kept: readonly {
    /** How many there are, whoever may see them. */
    readonly count: () => Promise<number>
    /** « 3 documents », of `count`. */
    readonly said: MessageKey
  }[]
  /** What is no more once it is off, in a sentence: « la page du citoyen s’éteint ». */
  readonly stops: MessageKey
}

/** What trades keep and stop, filled by those that have something. */
export const keepings = slot<Keeping>('keepings')

/** How many of something a trade keeps. */
export interface Kept {
  said: MessageKey
  count: number
}

/** What a trade keeps besides dossiers, be it on or off; what it has none of is left out. */
export async function keptBy(trade: string): Promise<Kept[]> {
  const found: Kept[] = []
  for (const { kept } of keepings.every().filter((one) => one.trade === trade))
    for (const { count, said } of kept) found.push({ said, count: await count() })
  return found.filter(({ count }) => count > 0)
}

/** What stops where a trade is switched off, besides what stops of every trade. */
export const stoppedBy = (trade: string): string[] =>
  keepings.every().flatMap((one) => (one.trade === trade ? t(one.stops) : []))
