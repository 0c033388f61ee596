import type { Annex } from '#commons/annexes'
import { t } from '#kernel/i18n'
import type { Params } from './params.ts'
import { instantThere, type Telling, told } from './telling.ts'
import { uidOf } from './uid.ts'

/** The one category that annexes have here. */
const annexCategory = 'annexe'

/** Whether annexes here are as a filter wants them: none is confidential, to be signed or to be printed, all are as open as their point. */
const flags = {
  publishable: true,
  confidential: false,
  to_print: false,
  to_sign: false,
  signed: false,
}

/** The annexes of a point as `@annexes` tells them: those that are as is asked. */
export async function toldAnnexes(
  some: readonly Annex[],
  of: { url: string; telling: Telling },
  asked: Params,
): Promise<object[]> {
  const isWanted = Object.entries(flags).every(
    ([name, is]) => !asked.has(name) || asked.flag(name) === is,
  )
  if (!isWanted) return []
  const found: object[] = []
  for (const annex of some) found.push(await told(tellingOf(annex, of), asked))
  return found
}

/** When it was added: its id says (UUID version 7, RFC 9562 § 5.7). */
const madeAt = (id: string) =>
  instantThere(Temporal.Instant.fromEpochMilliseconds(Number.parseInt(uidOf(id).slice(0, 12), 16)))

function tellingOf(annex: Annex, { url, telling }: { url: string; telling: Telling }): Telling {
  const uid = uidOf(annex.id)
  const file = {
    ...{ filename: annex.file_name, size: annex.size, 'content-type': annex.content_type },
    // A key comes in by the API: the address is the one that it may ask.
    download: `${url}/annexes/${uid}`,
  }
  return {
    '@type': 'annex',
    base: {
      ...{ '@id': `${url}/annexes/${uid}`, UID: uid, id: annex.file_name, title: annex.title },
      ...{ created: madeAt(annex.id), modified: madeAt(annex.id) },
      review_state: null,
      file,
    },
    fields: {
      file: () => file,
      filesize: () => annex.size,
      description: () => '',
      content_category: () => ({ token: annexCategory, title: t('restapi.annex_category') }),
      ...Object.fromEntries(Object.entries(flags).map(([name, is]) => [name, () => is])),
    },
    values: {
      category_id: () => annexCategory,
      category_title: () => t('restapi.annex_category'),
      subcategory_id: () => null,
      subcategory_title: () => null,
    },
    besides: { parent: () => ({ parent: { ...telling.base, '@type': telling['@type'] } }) },
  }
}
