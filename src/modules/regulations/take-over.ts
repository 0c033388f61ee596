import { actAs, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { clean, isEmpty, type RichText, toPlainText } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { read, readMany } from '#commons/dossiers'
import { organ } from '#commons/organs'
import { contentOf, publicationsOf, redacted } from '#commons/publication'
import { hideInAct, hider, PublicPoint } from '#modules/copies'
import { dayOf, type Item, items, meetings } from '#modules/deliberations'
import { choicesOf, masksOf, openCopyOf } from '#modules/publications'
import { bodiesHere } from './bodies.ts'
import type { Posting } from './fields.ts'
import { mayComeOf } from './adopted.ts'
import { postingRecord } from './posting.ts'

/** Whether who publishes decisions keeps this one back. */
export const isKeptBack = async ({ id }: Pick<Item, 'id'>): Promise<boolean> =>
  (await choicesOf([id]))(id).withheld !== ''

interface Words {
  title: string
  motivation: RichText
  decision: RichText
}

/**
 * The words of a decision as everybody may read them: those of its public copy, else its own without what was masked of them; its title
 * as it was chosen for everybody.
 */
async function publicWordsOf(item: Item): Promise<Words> {
  const copy = openCopyOf(await publicationsOf(item.id))
  const told = copy && PublicPoint.parse((await contentOf([copy])).get(copy.id))
  if (copy && told?.stage === 'decision' && told.whole)
    return { title: copy.title, motivation: told.motivation, decision: told.decision }
  const masks = (await masksOf([item.id]))(item.id)
  const { title } = (await choicesOf([item.id]))(item.id)
  const { motivation, decision } = item
  const own = { title: title || item.title, motivation, decision }
  if (![...masks.values()].includes(true)) return { ...own, title: copy?.title ?? own.title }
  return inItsLanguage(() => ({
    title: copy?.title ?? hider(masks)(own.title),
    motivation: hideInAct(motivation, masks),
    decision: hideInAct(decision, masks),
  }))
}

/**
 * Begins a text with what was decided, as it is public: its title, its words, who decided it and when. Throws `Conflict` where that is not
 * public, or is kept back.
 */
export async function takeOver(itemId: string): Promise<Posting> {
  const item = await read(items, itemId)
  ensure(mayComeOf(item), Conflict, 'regulations.not_decided')
  ensure(!(await isKeptBack(item)), Conflict, 'regulations.kept_back')
  const { meeting_id } = item
  const meeting = meeting_id ? await actAs(system, () => read(meetings, meeting_id)) : undefined
  const { kind } = await organ(item.organ_id)
  const { title, motivation, decision } = await publicWordsOf(item)
  return postingRecord.write({
    title,
    service_id: item.service_id ?? '',
    nature: 'regulation',
    body: bodiesHere().find((one) => one === kind) ?? 'other',
    decided_on: meeting ? dayOf(meeting) : null,
    item_id: item.id,
    text: clean(`${motivation}${decision}`).html,
    ...{ type_id: null, matter_id: null, pdf_id: null, consultation: '' },
    ...{ supervised: false, supervision_by: '', supervision_outcome: null },
    ...{ supervision_on: null, supervision_over_on: null, publish_on: null, publish_at: null },
    ...{ in_force_on: null, expires_on: null, replaces: [] },
  })
}

/** The decision of which a text is said to be, and says other words than it; undefined where the one who acts reads none. */
export async function otherThanDecided({ item_id, text }: Posting): Promise<Item | undefined> {
  const [item] = item_id ? await readMany(items, [item_id]) : []
  // A PDF that stands for the text is not read.
  if (!item || isEmpty(text)) return undefined
  const said = plain(redacted(text))
  const taken = await publicWordsOf(item)
  const decided = [taken, item].flatMap(({ motivation, decision }) => [
    plain(redacted(motivation), redacted(decision)),
    plain(redacted(decision)),
  ])
  return decided.includes(said) ? undefined : item
}

/** The words of texts one after the other, whatever stands between them. */
const plain = (...texts: RichText[]): string =>
  texts.map(toPlainText).join(' ').normalize('NFC').replaceAll(/\s+/g, ' ').trim()
