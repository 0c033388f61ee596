import type { Selectable } from 'kysely'
import type { Tables } from '#kernel/db'
import { inItsLanguage } from '#kernel/tenancy'
import { hider, type Masks } from '#modules/copies'
import './tables.ts'

type Titled = Pick<Selectable<Tables['publications.file']>, 'title' | 'found' | 'masked' | 'words'>

/** Under which title a file leaves: what is masked of it, or of its point, stands in no part of it. */
export function publicTitle(file: Titled & { own_title: string }, masks?: Masks): string {
  const { title, own_title, found, masked, words } = file
  const own = [...masked.flatMap((at) => found[at]?.words ?? []), ...words]
  const all = new Map([...(masks ?? []), ...own.map((one) => [one, true] as const)])
  return inItsLanguage(() => hider(all)(title || own_title))
}
