import { actAs, actor, system } from '#kernel/access'
import { aside, TooMuch } from '#kernel/aside'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { fromField } from '#kernel/richtext'
import { administrator, agent } from '#commons/directory'
import { type Mergeables, mergeSources } from '#commons/documents'
import { type Dossier, kind, readMany } from '#commons/dossiers'
import { type Given, type RecordKind, wordsOf } from '#commons/records'
import { plainVerbNames, plainVerbs } from '#commons/registers'
import { change } from '#commons/workflow'
import { ofEvery } from './data.ts'
import { tellable, type TemplateColumns, templateFields } from './fields.tsx'
import type { ToCheck, Wrong } from './reading.ts'
import { sourceOf } from './source.ts'
import './tables.ts'
import { templateWorkflow } from './workflow.ts'

export type Template = Dossier<TemplateColumns>
/** The texts of one as a form gives them. */
type Typed = Omit<Texts, 'body'> & { body: string }
type Texts = Pick<Template, 'about' | 'condition' | 'document_title' | 'head' | 'foot' | 'body'>

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

/** What a template about a kind may name. */
export const mergeablesOf = (about: string): Mergeables =>
  Object.assign(
    {},
    ofEvery,
    ...mergeSources.all().map(({ kind, of }) => (kind === about ? of : {})),
  )

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

/** A condition as the engine asks it. */
export const conditionSource = (condition: string): string => `{% if ${condition} %}1{% endif %}`

const sources = (texts: Texts): [keyof Texts, string][] => [
  ['condition', texts.condition && conditionSource(texts.condition)],
  ['document_title', texts.document_title],
  ['head', texts.head],
  ['foot', texts.foot],
  ['body', sourceOf(texts.body)],
]

/** What is wrong with the texts of these, read beside the process that answers. Throws `Invalid` where they ask too much. */
async function wrongInAll(
  parts: Readonly<Record<string, string>>,
  all: readonly Texts[],
): Promise<Record<string, Wrong>[]> {
  const asked = all.map((texts) => ({
    sources: sources(texts),
    known: texts.about === '' ? null : mergeablesOf(texts.about),
  }))
  try {
    return await aside<ToCheck, Record<string, Wrong>[]>(
      'commons/stationery/reading.ts',
      'wrongIn',
      {
        parts,
        all: asked,
      },
    )
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure
    throw Invalid.field('body', 'records.too_much_text')
  }
}

/** The sentences for it, by field. */
const saidOf = (wrong: Readonly<Record<string, Wrong>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(wrong).map(([name, { unread, unknown }]) => [
      name,
      unread === null
        ? unknown.map((one) => t('stationery.unknown_name', { name: one }))
        : [t('stationery.unread', { at: unread })],
    ]),
  )

/** Whether a part takes itself in, by others or at once; each of those is followed once. */
function isEndless(name: string, parts: Readonly<Record<string, string>>): boolean {
  const reached = new Set<string>()
  for (let next = takenIn(parts[name] ?? ''); next.length > 0;) {
    if (next.includes(name)) return true
    const fresh = [...new Set(next)].filter((one) => !reached.has(one))
    for (const one of fresh) reached.add(one)
    next = fresh.flatMap((one) => takenIn(parts[one] ?? ''))
  }
  return false
}

/** The parts that a source takes in by name. */
const takenIn = (source: string): string[] =>
  [...source.matchAll(/\{%-? {0,9}include {1,9}["']([^"']{1,200})["']/g)].flatMap(
    ([, name]) => name ?? [],
  )

/** So many signs a template may have. */
const longest = 100_000

/** Throws every sentence that is wrong, in this template and in those that take it in. */
async function ensureReadable(typed: Typed & { title: string }, id?: string): Promise<void> {
  if (typed.body.length > longest) throw Invalid.field('body', 'records.too_much_text')
  const texts = { ...typed, body: fromField(typed.body).html }
  if (texts.about !== '' && !tellable().includes(texts.about))
    throw Invalid.field('about', 'http.field.choose')
  const others = (await actAs(system, standing)).filter((one) => one.id !== id)
  const isPart = texts.about === ''
  const parts = { ...partsOf(others), ...(isPart && { [texts.title]: sourceOf(texts.body) }) }
  if (isPart && others.some(({ about, title }) => about === '' && title === texts.title))
    throw Invalid.field('title', 'stationery.part_known')
  const missing = takenIn(sourceOf(texts.body)).filter((name) => !(name in parts))
  if (missing.length > 0)
    throw Invalid.field('body', 'stationery.no_part', { names: missing.join(', ') })
  if (Object.keys(parts).some((name) => isEndless(name, parts)))
    throw Invalid.field('body', 'stationery.endless')
  const among = isPart ? others.filter(({ about }) => about !== '') : []
  const [own = {}, ...theirs] = await wrongInAll(parts, [texts, ...among])
  const wrong = saidOf(own)
  if (/[{}]/.test(texts.condition))
    wrong['condition'] = [t('stationery.unread', { at: texts.condition })]
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const hurt = among.filter((_, at) => Object.keys(theirs[at] ?? {}).length > 0)
  if (hurt[0])
    throw Invalid.field('body', 'stationery.hurts', {
      names: hurt.map(({ title }) => title).join(', '),
    })
}

const plain = plainVerbs(authorityTemplates, templateFields, templateWorkflow)

/** Keeps the texts as they are now: a document says after which it was made. */
async function kept(template: Template): Promise<Template> {
  const { id, version, title, document_title, head, foot, body } = template
  await db()
    .insertInto('commons.template_version')
    .values({
      template_id: id,
      version,
      title,
      document_title,
      head,
      foot,
      body,
      written_by: actor().name,
    })
    .execute()
  return template
}

async function writeTemplate(
  given: Given<typeof templateFields>,
  told?: Parameters<typeof plain.write>[1],
): Promise<Template> {
  await ensureReadable(given)
  return kept(await plain.write(given, told))
}

async function rewriteTemplate(
  before: Template,
  given: Partial<Given<typeof templateFields>>,
): Promise<Template> {
  await ensureReadable({ ...before, ...given }, before.id)
  const template = await plain.rewrite(before, given)
  return template.version === before.version ? template : kept(template)
}

/** Writes a template and puts it into use. */
export async function writeInUse(given: Given<typeof templateFields>): Promise<void> {
  const template = await writeTemplate(given)
  await change(authorityTemplates, templateWorkflow, template, 'offer')
}

/** What form, list and API ask of templates, and the verbs that they call. */
export const templateRecord: RecordKind<typeof templateFields, TemplateColumns> = {
  ...{ kind: authorityTemplates, fields: templateFields, mayEdit: plain.mayEdit },
  ...{ write: writeTemplate, rewrite: rewriteTemplate },
  parts: [
    { title: 'stationery.form.what', names: ['title', 'about', 'condition'] },
    { title: 'stationery.form.text', names: ['document_title', 'body', 'head', 'foot'] },
  ],
}
