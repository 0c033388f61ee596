import { sql, type SqlBool } from 'kysely'
import type { Liquid } from 'liquidjs'
import { actAs, actor, isSystem, system } from '#kernel/access'
import { aside, TooMuch } from '#kernel/aside'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import type { Block, RichText } from '#kernel/richtext'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import { t } from '#kernel/i18n'
import {
  type After,
  askDocument,
  type Document,
  type DocumentTemplate,
  documentsOf,
  type Format,
  mergeSources,
  type Report,
} from '#commons/documents'
import { type Dossier, kinds, type Kind, read, readMany, seen } from '#commons/dossiers'
import { mergedFor } from './data.ts'
import { engineOf, given, ofCondition } from './engine.ts'
import type { Said, ToSay } from './reading.ts'
import { sourceOf } from './source.ts'
import { conditionSource } from './readable.ts'
import { authorityTemplates, partsOf, standing, type Template } from './standing.ts'

/** What a template can be made as. */
export const makes = ['pdf', 'docx'] as const satisfies readonly Format[]

/** Who may read all that templates may name of a dossier. */
const readersOf = async ({ id, kind, readers }: Dossier): Promise<readonly string[]> => {
  const narrower = mergeSources.all().flatMap((one) => (one.kind === kind && one.readers) || [])
  const told = await Promise.all(narrower.map((one) => actAs(system, () => one(id))))
  return told.length === 0
    ? readers
    : told.reduce((all, some) => all.filter((one) => some.includes(one)))
}

/** A dossier of a kind of which templates can tell, and all of which the one who acts may read. Throws `NotFound`. */
export async function tellableDossier(id: string): Promise<Dossier> {
  if (!isId(id)) throw new NotFound()
  const root = await db()
    .selectFrom('commons.dossier as d')
    .select('d.kind')
    .where('d.id', '=', id)
    .where(seen())
    .executeTakeFirst()
  const kind = kinds.all().find(({ name }) => name === root?.kind)
  const isTold = mergeSources.all().some((source) => source.kind === kind?.name)
  if (!kind || !isTold) throw new NotFound()
  // What stands in the slot is a whole kind, of which it shows a part.
  const [dossier] = await readMany(kind as Kind<object>, [id])
  if (!dossier) throw new NotFound()
  if (!isSystem()) {
    const mine = new Set(actor().principals)
    if (!(await readersOf(dossier)).some((one) => mine.has(one))) throw new NotFound()
  }
  return dossier
}

type Texts = Pick<Template, 'title' | 'document_title' | 'head' | 'foot'> & { body: string }

/** The words of a line: nothing in it is formatted, and no line of it breaks. */
const asLine = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

/** What a template says, read beside the process that answers. Throws `Conflict` where it takes more than one may, or a part is there no more. */
async function setIn(asked: ToSay): Promise<{ lines: string[]; blocks: Block[] }> {
  const said = await aside<ToSay, Said>('commons/stationery/reading.ts', 'say', asked).catch(
    (failure: unknown): Said => {
      if (failure instanceof TooMuch) return { is: 'too_much' }
      throw failure
    },
  )
  if (said.is === 'too_much') throw new Conflict('stationery.too_much')
  if (said.is === 'unread') throw new Conflict('stationery.not_set', { at: said.at })
  return said
}

/** Texts with what their names stand for in a dossier. */
async function told(texts: Texts, dossier: Dossier): Promise<Report> {
  const { lines, blocks } = await setIn({
    parts: partsOf(await actAs(system, standing)),
    told: await mergedFor(dossier),
    lines: [texts.document_title, texts.head, texts.foot],
    body: sourceOf(texts.body as RichText),
  })
  const [title = '', head = '', foot = ''] = lines.map(asLine)
  return {
    ...{ title: title || texts.title, subtitle: '', facts: [] },
    ...{ head, foot },
    blocks: [{ kind: 'rich', blocks }],
  }
}

/** What a template would say of a dossier, in the language of the authority. */
export const preview = (template: Template, dossier: Dossier): Promise<Report> =>
  inItsLanguage(() => told(template, dossier))

/** The text of a template as it stood in a version. */
async function textsOf({ id, version }: After): Promise<Texts> {
  return db()
    .selectFrom('commons.template_version')
    .select(['title', 'document_title', 'head', 'foot', 'body'])
    .where('template_id', '=', id)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
}

const dossierOf = (id: string) => actAs(system, () => tellableDossier(id))

/** How what is made after a template of the authority is printed; whoever may read all that it could name may take it. */
export const ownTemplate: DocumentTemplate = {
  name: 'stationery.made',
  formats: makes,
  compose: (id, _askedAt, after) =>
    inItsLanguage(async () => {
      if (!after) throw new Error('A document after a template names none')
      return {
        language: itsLanguage(),
        report: await told(await textsOf(after), await dossierOf(id)),
      }
    }),
  readers: async (id) => readersOf(await dossierOf(id)),
  withheld: () => {
    const all = mergeSources.all().flatMap(({ withheld }) => withheld?.() ?? [])
    return all.length === 0 ? null : sql<SqlBool>`(${sql.join(all, sql` or `)})`
  },
}

/** Whether a condition holds; `unread` where it takes more than one may, or cannot be read. */
function holdsIn(engine: Liquid, condition: string, scope: object): boolean | 'unread' {
  try {
    return engine.parseAndRenderSync(conditionSource(condition), scope) === '1'
  } catch {
    return 'unread'
  }
}

/** What becomes of templates for a dossier. */
interface Offer {
  offered: Template[]
  /** Those of which the condition takes more than one may: nobody knows whether they would be offered. */
  unread: Template[]
}

/** These templates for a dossier as it is now, in the same order. */
async function offerOf(some: readonly Template[], dossier: Dossier): Promise<Offer> {
  if (some.every(({ condition }) => condition === '')) return { offered: [...some], unread: [] }
  const engine = engineOf({}, ofCondition)
  const scope = given(await mergedFor(dossier)) as object // An object of names was given.
  const found = Map.groupBy(some, ({ condition }) =>
    condition === '' ? true : holdsIn(engine, condition, scope),
  )
  return { offered: found.get(true) ?? [], unread: found.get('unread') ?? [] }
}

/** The templates in use that tell of a dossier as it is now, in the order of their names. */
export async function offerFor(dossier: Dossier): Promise<Offer> {
  const all = await actAs(system, standing)
  const about = all.filter(({ about, state }) => about === dossier.kind && state === 'in_use')
  return offerOf(about, dossier)
}

/** Whether a template would be offered for a dossier, were it in use. */
export async function wouldOffer(
  template: Template,
  dossier: Dossier,
): Promise<'offered' | 'not' | 'unread'> {
  const { offered, unread } = await offerOf([template], dossier)
  if (offered.length > 0) return 'offered'
  return unread.length > 0 ? 'unread' : 'not'
}

/** Has a document made of a dossier after a template that is offered for it. Throws `Conflict` where it is not. */
export async function askAfter(
  dossier: Dossier,
  templateId: string,
  format: (typeof makes)[number],
): Promise<Document> {
  const template = (await offerFor(dossier)).offered.find(({ id }) => id === templateId)
  ensure(template, Conflict, 'stationery.not_offered')
  const { title } = await preview(template, dossier)
  const { id, version } = await read(authorityTemplates, template.id)
  return askDocument(dossier, ownTemplate.name, {
    title: title.slice(0, 300),
    fileName: `${t('stationery.file')}-${dossier.id}.${format}`,
    format,
    after: { id, version },
  })
}

/** What was made of a dossier after templates of the authority, of what the one who acts may take. */
export const madeAfter = (dossier: Dossier): Promise<Document[]> =>
  documentsOf(dossier.id, { own: true })
