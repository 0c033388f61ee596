import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Database } from '#kernel/db'
import { Invalid } from '#kernel/errors'

const hashOf = (code: string) =>
  createHash('sha256').update(code.replaceAll(/[\s-]/g, '').toUpperCase()).digest()

/** Without letters and digits that one takes for others; 24 of 32 signs are 120 bits. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Whether an authority runs the house. */
export async function isOperated({ front }: Pick<Database, 'front'>): Promise<boolean> {
  const { rowCount } = await front.query('select from kernel.tenant where operates')
  return rowCount === 1
}

/**
 * Draws the code by which the first of those who run the house prove that they started it; one drawn before is none any
 * more. Null where somebody runs it already.
 */
export async function drawStartCode({ owner, front }: Database): Promise<string | null> {
  if (await isOperated({ front })) return null
  const code = [...randomBytes(24)].map((byte) => signs[byte % signs.length]).join('')
  await owner.query(
    `insert into kernel.start_code (hash) values ($1)
     on conflict (only_one) do update set hash = excluded.hash, drawn_at = now()`,
    [hashOf(code)],
  )
  return (code.match(/.{6}/g) ?? []).join('-')
}

/** Takes the code, as the owner: of two who have it, one. Throws `Invalid` where it is none, or was used. */
export const ensureStartCode = (code: string) => async (client: pg.ClientBase) => {
  const { rowCount } = await client.query('delete from kernel.start_code where hash = $1', [
    hashOf(code),
  ])
  if (rowCount !== 1) throw Invalid.field('code', 'errors.start_code')
}
