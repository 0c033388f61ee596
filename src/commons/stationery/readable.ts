import { actAs, system } from '#kernel/access'
import { aside, TooMuch } from '#kernel/aside'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { fromField } from '#kernel/richtext'
import type { Obstacle } from '#commons/workflow'
import { mergeablesOf } from './data.ts'
import { tellable } from './fields.tsx'
import type { ToCheck, Wrong } from './reading.ts'
import { sourceOf } from './source.ts'
import { partsOf, standing, takenIn, takersOf, type Template, type Texts } from './standing.ts'

/** The texts of one as a form gives them. */
type Typed = Omit<Texts, 'body'> & { body: string }

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

/** So many signs a template may have. */
const longest = 100_000

/** Throws every sentence that is wrong, in this template and in those that take it in. */
export async function ensureReadable(typed: Typed & { title: string }, id?: string): Promise<void> {
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

/** Why a part is not withdrawn: the templates that take it in could be made no more. */
export async function heldByOthers(part: Template): Promise<Obstacle | null> {
  if (part.about !== '') return null
  const takers = takersOf(part, await actAs(system, standing))
  if (takers.length === 0) return null
  const names = takers.map(({ title }) => title).join(', ')
  return { key: 'stationery.held_by', params: { names } }
}

/** What has gone since from under a template that is taken up again: its parts, or its own name. */
export async function brokenSince({ about, title, body }: Template): Promise<Obstacle | null> {
  const parts = partsOf(await actAs(system, standing))
  if (about === '' && title in parts) return { key: 'stationery.part_known' }
  const missing = takenIn(sourceOf(body)).filter((name) => !(name in parts))
  if (missing.length === 0) return null
  return { key: 'stationery.no_part', params: { names: missing.join(', ') } }
}
