import { whence } from '#kernel/audit'
import { db } from '#kernel/db'
import { formatDateTime, t } from '#kernel/i18n'
import { send } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import type { Account } from './account.ts'
import { deviceInWords } from './agent.ts'
import { addressOf, originInLetters } from './link.ts'

/** Writes to somebody that they came in by a browser in which they never did; of the very first nothing is said. */
export async function tellNewDevice(account: Account): Promise<void> {
  const others = await db()
    .selectFrom('kernel.device')
    .select('token_hash')
    .where('account_id', '=', account.id)
    .execute()
  const address = others.length > 0 && (await addressOf(account.id))
  if (!address) return
  const { address: from = '', agent = '' } = whence()
  const authority = tenant().shortName
  await send({
    to: { address, name: account.name },
    subject: t('auth.letter.device.subject', { authority }),
    text: t('auth.letter.device.text', {
      ...{ name: account.name, authority, device: deviceInWords(agent), from },
      at: formatDateTime(Temporal.Now.instant(), 'long'),
      href: `${await originInLetters()}/security`,
    }),
  })
}
