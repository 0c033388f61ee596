import { db } from '#kernel/db'
import { administrator, agent } from '#commons/directory'
import { type Dossier, kind, readMany } from '#commons/dossiers'
import { wordsOf } from '#commons/records'
import { plainVerbNames } from '#commons/registers'
import { type TemplateColumns, templateFields } from './fields.tsx'
import { sourceOf } from './source.ts'
import './tables.ts'

export type Template = Dossier<TemplateColumns>
/** The texts of one. */
export type Texts = Pick<
  Template,
  'about' | 'condition' | 'document_title' | 'head' | 'foot' | 'body'
>

/** A template of the authority (modèle de document), or a part that others take in. */
export const authorityTemplates = kind<TemplateColumns, (typeof plainVerbNames)[number]>({
  name: 'stationery.template',
  verbs: plainVerbNames,
  table: 'commons.template',
  path: (id) => `/stationery/templates/${id}`,
  readers: () => [agent.principal, administrator.principal],
  awaits: () => [],
  body: wordsOf(templateFields),
})

/** All templates of the authority that are not withdrawn, in the order of their names. */
export async function standing(): Promise<Template[]> {
  const ids = await db()
    .selectFrom('commons.dossier')
    .select('id')
    .where('kind', '=', authorityTemplates.name)
    .where('state', '!=', 'withdrawn')
    .orderBy('title')
    .execute()
  return readMany(
    authorityTemplates,
    ids.map(({ id }) => id),
  )
}

/** The parts that others take in, by their names. */
export const partsOf = (all: readonly Template[]): Record<string, string> =>
  Object.fromEntries(
    all.filter(({ about }) => about === '').map(({ title, body }) => [title, sourceOf(body)]),
  )

/** The parts that a source takes in by name. */
export const takenIn = (source: string): string[] =>
  [...source.matchAll(/\{%-? {0,9}include {1,9}["']([^"']{1,200})["']/g)].flatMap(
    ([, name]) => name ?? [],
  )

/** The templates that take a part in, whether they are in use or prepared. */
export const takersOf = (
  { title }: Pick<Template, 'title'>,
  all: readonly Template[],
): Template[] => all.filter(({ body }) => takenIn(sourceOf(body)).includes(title))
