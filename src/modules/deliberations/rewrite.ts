import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { write } from '#commons/dossiers'
import { ensureStands } from '#commons/organs'
import { changed, changesOf } from '#commons/records'
import {
  type Item,
  itemFields,
  itemParts,
  items,
  lawfulPrivacy,
  mayEdit,
  writeItem,
  writeItems,
  type WrittenItem,
} from './item.ts'
import { placeAnew } from './order.ts'
import { ensureNotBeingVoted, outcomeOf } from './outcome.ts'
import { beginnings, type Levelled } from './levels.ts'
import { agreed } from './purpose.ts'
import { ensureSecret } from './secret.ts'

/** What is said of a point, with what the law and the rest of it leave of that. */
async function lawfully(
  { purpose, poll_type, ...written }: Partial<WrittenItem>,
  item: Item,
): Promise<Partial<WrittenItem>> {
  const organ_id = written.organ_id ?? item.organ_id
  const told = { ...(purpose && { purpose }), ...(poll_type && { poll_type }) }
  const isSaid = purpose || poll_type || written.organ_id
  const isPlaced = written.organ_id || written.privacy
  return {
    ...written,
    ...(isSaid && (await agreed(told, { ...item, organ_id }))),
    ...(isPlaced && {
      privacy: await lawfulPrivacy({ organ_id, privacy: written.privacy ?? item.privacy }),
    }),
  }
}

/**
 * What becomes of the validation of a point that goes to another organ or service: those of the other validate it. One that was
 * validated by nobody, since its organ has no level, begins anew.
 */
async function validatedAnew(item: Item, patch: Partial<Levelled>) {
  const { state, validators } = item
  const isBorn = state === 'validated' && validators.length > 0
  const isMoved = patch.organ_id || (patch.service_id && state === 'proposed')
  if (!isMoved || (state !== 'proposed' && !isBorn)) return {}
  const [began] = await beginnings([{ ...item, ...patch }], isBorn ? 'created' : 'proposed')
  return began && { state: began.state, ...began.columns }
}

/** Rewrites a point by what is said, as far as its state and the one who acts allow. */
export async function rewrite(item: Item, written: Partial<WrittenItem>): Promise<Item> {
  ensure(mayEdit(item), Forbidden, 'deliberations.item.not_editable')
  const patch = await changed(itemFields, await lawfully(written, item), item)
  ensure(!patch.organ_id || !item.meeting_id, Conflict, 'deliberations.item.on_an_agenda')
  // A vote that was held keeps its kind: names would stand beside a secret ballot (E04).
  if (patch.poll_type && (await outcomeOf(item.id)))
    throw Invalid.field('poll_type', 'deliberations.vote.kind_kept')
  if (patch.poll_type || patch.purpose || patch.matter) await ensureNotBeingVoted(item)
  if (Object.keys(patch).length === 0) return item
  if (patch.organ_id) await ensureStands(patch.organ_id, 'organ_id')
  if (patch.matter || patch.poll_type || patch.organ_id) await ensureSecret({ ...item, ...patch })
  const rewritten = await write(
    items,
    item,
    { ...patch, ...(await validatedAnew(item, patch)) },
    'edit',
    changesOf(itemFields, item, patch),
  )
  if (patch.privacy || patch.matter) await placeAnew(rewritten)
  return rewritten
}

/** What the form and the API of points ask and call. */
export const itemRecord = {
  kind: items,
  fields: itemFields,
  parts: itemParts,
  mayEdit,
  write: writeItem,
  many: { like: writeItem, write: writeItems },
  rewrite,
}
