import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { currentAddress } from '#kernel/audit'
import { folded } from '#kernel/i18n'
import { enqueue, task } from '#kernel/jobs'
import { type Account, accountNamed, accountOf } from './account.ts'
import type { Brake } from './brake.ts'
import { addressBook, keptLinks, makeLink, originInLetters } from './link.ts'
import { isShutTo } from './local.ts'
import { atDoor, refusedAt } from './tries.ts'

/** The most links that one account is sent at a time: nobody fills the letterbox of another. */
const most = 3

/**
 * Asks for a link, by login or address of mail. What comes back is the same, and as soon, whether there is such a
 * person: who they are is found out by a job. Who asks often from one address waits.
 */
export async function askReset(named: string): Promise<Brake> {
  const here = currentAddress() ?? ''
  const doors = [
    ['reset_from', here],
    ['reset', here, folded(named)],
  ] as const
  for (const [door, ...who] of doors) {
    const may = await atDoor(door, ...who)
    if (!may.open) return may
    await refusedAt(door, ...who)
  }
  const origin = await originInLetters()
  await actAs(system, () => enqueue(writeReset, { named, origin }))
  return { open: true }
}

/** Writes to whoever was named, where they have an address and were not written to just now. */
export const writeReset = task(
  'auth.write_reset',
  z.object({ named: z.string(), origin: z.string() }),
  async ({ named, origin }) => {
    for (const account of await accountsNamed(named))
      if (!(await isShutTo(account.id)) && (await keptLinks(account.id)) < most)
        await makeLink(account, 'reset', { origin, itself: true })
  },
)

async function accountsNamed(named: string): Promise<Account[]> {
  const own = await accountOf(named)
  // One address may be the login of a citizen and that at which an agent is written to: both get what is theirs.
  const ids: string[] = []
  for (const book of own && !own.is_outside ? [] : addressBook.all())
    ids.push(...(await book.at(named)))
  const found = await Promise.all(ids.slice(0, most).map(accountNamed))
  return [own, ...found].filter((one) => one !== undefined)
}
