import { bears, isSystem } from '#kernel/access'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { agent, directorGeneral } from '#commons/directory'
import { readMany } from '#commons/dossiers'
import type { RecordKind, OwnColumns } from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { items, secretariat } from '#modules/deliberations'
import { mayComeOf } from './adopted.ts'
import { type Posting, postingFields, postingParts, replacedBy } from './fields.ts'
import { whyNot } from './replacing.ts'
import { postingWorkflow, publishing } from './workflow.ts'

/** Read by their service and who publishes while they are written, by all agents once they are public. */
export const postings = plainKind(postingFields, postingWorkflow, {
  path: '/regulations/postings',
  readers: ({ state, service_id, created_by }) => [
    ...(service_id ? [`service:${service_id}`] : []),
    ...(created_by ? [`user:${created_by}`] : []),
    ...[secretariat.principal, directorGeneral.principal],
    ...(state === 'published' || state === 'archived' ? [agent.principal] : []),
  ],
})

type Said = Pick<
  Posting,
  'service_id' | 'nature' | 'item_id' | 'replaces' | 'publish_on' | 'expires_on'
>

/** What its fields say together holds, whoever writes them. */
async function weigh(said: Said, own?: string): Promise<void> {
  ensureWritesFor(said.service_id)
  if (said.item_id) await ensureOpenlyDecided(said.item_id)
  const { publish_on, expires_on } = said
  if (publish_on && expires_on && Temporal.PlainDate.compare(expires_on, publish_on) < 0)
    throw Invalid.field('expires_on', 'regulations.expires_before')
  const all = replacedBy(said)
  for (const [at, { posting_id }] of all.entries()) {
    const name = `replaces.${at}.posting_id`
    if (posting_id === own) throw Invalid.field(name, 'regulations.replaces_itself')
    if (all.findIndex((one) => one.posting_id === posting_id) < at)
      throw Invalid.field(name, 'regulations.replaces_twice')
  }
  const not = await whyNot(said, own)
  if (not) throw Invalid.field(`replaces.${not.at}.posting_id`, not.key)
}

/** One writes for one’s own services; who publishes, for all. */
function ensureWritesFor(serviceId: string | null): void {
  const mine = ['editor', 'head'].some((as) => bears(`service:${serviceId}:${as}`))
  const all = isSystem() || publishing.some(({ principal }) => bears(principal))
  ensure(mine || all, Forbidden, 'regulations.not_your_service')
}

/** A text comes of what was adopted in public: nothing of a closed session is posted, nor what an organ rejected. */
async function ensureOpenlyDecided(itemId: string): Promise<void> {
  const [item] = await readMany(items, [itemId])
  if (!item || !mayComeOf(item)) throw Invalid.field('item_id', 'regulations.not_decided')
}

export const postingRecord: RecordKind<typeof postingFields, OwnColumns<typeof postingFields>> & {
  parts: typeof postingParts
} = {
  ...plainVerbs(postings, postingFields, postingWorkflow, { weigh }),
  parts: postingParts,
}
