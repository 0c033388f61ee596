import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import type { Returned } from '#kernel/mail'
import { administrator } from '#commons/directory'
import { type NoticeWords, tellPeople } from '#commons/notifications'

const cameBack = event('outbox.message.return')

/** A message that came back is told to who looks after mail, and to who did what it told, at its dossier. */
export async function tellReturn({ id, to_address, about, author_id }: Returned): Promise<void> {
  const told = { address: to_address }
  const administrators = { principals: [administrator.principal], besides: [author_id] }
  await tellPeople(cameBack, administrators, { href: `/outbox/${id}` }, told)
  const [dossierId] = about
  if (!author_id) return
  const author = { principals: [`user:${author_id}`] }
  await tellPeople(cameBack, author, dossierId ? { dossierId } : { href: `/outbox/${id}` }, told)
}

/** How it is said to them. */
export const returnWords: NoticeWords = {
  type: cameBack,
  title: 'outbox.returned',
  words: (about) => t('outbox.returned_from', { address: addressIn(about) }),
}

const addressIn = (about: unknown) =>
  typeof about === 'object' && about !== null && 'address' in about ? String(about.address) : ''
