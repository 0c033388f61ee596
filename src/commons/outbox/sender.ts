import { tenant } from '#kernel/tenancy'
import { email, optional, remark } from '#commons/records'
import { type Setting, settled } from '#commons/settings'
import type { Sender } from '#kernel/mail'

/** The name that messages of the authority bear; empty: its own. */
export const senderName: Setting<string> = {
  name: 'outbox.sender_name',
  field: remark(100, { label: 'outbox.sender_name', help: 'outbox.sender_name.help' }),
  initial: '',
  inherits: { value: () => tenant().name, from: 'outbox.authority_name' },
}

/** Where answers to its messages go; none: nowhere. */
export const replyTo: Setting<string | null> = {
  name: 'outbox.reply_to',
  field: optional(email({ label: 'outbox.reply_to', help: 'outbox.reply_to.help' })),
  initial: null,
}

/** How the authority signs what it sends. */
export async function signs(): Promise<Sender> {
  return { name: await settled(senderName), replyTo: (await settled(replyTo)) ?? '' }
}
