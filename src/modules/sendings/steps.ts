import type { z } from 'zod'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { read } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import type { SendingStep } from './schema.ts'
import { sendNow, takeBack } from './send.ts'
import { forget, mayWish, sendingNamed } from './sending.ts'

/** Does something to a sending; gives the point that it is of. It and its point are locked. */
export async function stepOf(id: string, { verb }: z.output<typeof SendingStep>): Promise<Item> {
  const { item_id } = await sendingNamed(id)
  const item = await read(items, item_id, { lock: true })
  // Read again under the lock of its point: who came first may have sent it.
  const sending = await sendingNamed(id)
  if (verb === 'send') await sendNow(sending)
  else if (verb === 'take_back') {
    ensure(sending.sent_at !== null, Conflict, 'sendings.not_sent')
    await takeBack(sending)
  } else {
    ensure(mayWish(item), Forbidden, 'sendings.not_yours')
    ensure(sending.sent_at === null, Conflict, 'sendings.gone')
    await forget([sending])
  }
  return item
}
