import { db } from '#kernel/db'
import { hashOf } from './record.ts'
import './tables.ts'

/** A copy that is not what was published, or does not stand where it was. */
export interface Damage {
  /** `changed`: it says something else. `unlinked`: it is not bound to the one before it. `gone`: what stood before it is not there. */
  what: 'changed' | 'unlinked' | 'gone'
  publisher: string
  slug: string
  number: number
}

/** What was found of the chain of an authority. */
export interface Walk {
  copies: number
  /** How many of them nobody reads any more: they stay in the chain. */
  withdrawn: number
  /** The hash of the last: whoever noted it elsewhere knows that nothing was taken from the end. Null of none. */
  head: string | null
  damages: Damage[]
}

/** How many copies are read at once. */
const size = 200

/** Follows the chain of this authority from its first copy to its last and reckons every hash anew. Linear. */
export async function verifyChain(): Promise<Walk> {
  const walk: Walk = { copies: 0, withdrawn: 0, head: null, damages: [] }
  for (let place = 0; ;) {
    const rows = await db()
      .selectFrom('commons.publication')
      .selectAll()
      .where('place', '>', place)
      .orderBy('place')
      .limit(size)
      .execute()
    for (const row of rows) {
      const { publisher, slug, number } = row
      const found = (what: Damage['what']) => walk.damages.push({ what, publisher, slug, number })
      if (Number(row.place) !== place + 1) found('gone')
      else if (row.previous_hash !== walk.head) found('unlinked')
      if (hashOf(row) !== row.hash) found('changed')
      place = Number(row.place)
      walk.head = row.hash
      walk.copies += 1
      if (row.withdrawn_at) walk.withdrawn += 1
    }
    if (rows.length < size) return walk
  }
}
