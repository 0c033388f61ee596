import { Problem } from '#kernel/errors'
import { type Call, PageRoutes, type Step } from '#kernel/http'
import { type Reason, reasonFor } from '#kernel/jobs'
import type { Source } from '#modules/incoming'
import type { Asker } from '../client.ts'
import { reached, type Reached, sourceOf } from '../setting.ts'

export const pages = new PageRoutes('/pulls')

export const sourceId = (c: Call): string => c.req.param('source') ?? ''

/** In milliseconds: somebody waits in front of a screen. */
const patience = 50_000

/** Who asks the other software for a page. */
const asker = (of: Reached): Asker => ({ of, signal: AbortSignal.timeout(patience) })

/** What came of a question to the other software: an answer, or why there is none. */
export type Came<T> = { source: Source; of: Reached } & ({ found: T } | { failed: Reason })

/** Asks the other software before the transaction of the page; what it or the way to it did wrong is shown there. */
export async function asked<T>(
  c: Call,
  step: Step,
  question: (asker: Asker) => Promise<T>,
): Promise<Came<T>> {
  const own = await step(async () => ({
    source: await sourceOf(sourceId(c)),
    of: await reached(sourceId(c)),
  }))
  try {
    return { ...own, found: await question(asker(own.of)) }
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    return { ...own, failed: reasonFor(failure) }
  }
}
