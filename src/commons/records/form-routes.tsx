import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { Conflict, ensure, type FieldErrors, Forbidden } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { EmptyState, Head, Note } from '#kernel/ui'
import {
  type Dossier,
  ensureFresh,
  type Kind,
  load,
  read,
  readMany,
  Version,
} from '#commons/dossiers'
import { ensureWithheld } from '#commons/workflow'
import { withoutUnasked } from './asked-of.ts'
import type { Part } from './asking.tsx'
import { asked, type Fields, type Given, type OwnColumns, sentBy } from './fields.ts'
import { type Begun, RecordForm } from './record-form.tsx'
import type { Said } from './field.ts'
import { withoutRow } from './rows.tsx'

/** What weighs on a new one: sentences by its fields, and what it looks like: one that is there, or one before it. */
export interface Weight {
  readonly wrong?: FieldErrors | undefined
  readonly alike?:
    | { readonly words: string; readonly id: string; readonly href: string }
    | { readonly before: number }
    | undefined
}

/** What a form and the API of a kind of dossiers ask, and the verbs of the trade that they call. */
export interface RecordKind<F extends Fields, Own extends OwnColumns<F>> {
  readonly kind: Kind<Own>
  readonly fields: F
  /** The same in parts of the form, which fold; each stands in one of them. */
  readonly parts?: readonly Part<keyof F & string>[]
  /** With which answers a new one begins, unless it follows another. */
  readonly begins?: () => Partial<OwnColumns<F>>
  /** Whether the one who acts may rewrite it as it is now. */
  readonly mayEdit: (dossier: Dossier<Own>) => boolean
  /** Writes a new one; `told` is for its history: of which one it is a copy, say. */
  readonly write: (given: Given<F>, told?: EventData) => Promise<Dossier<Own>>
  /** Writes many new ones at once, as this `write` does one by one; a trade with a `write` of its own has none. */
  readonly many?: {
    readonly like: RecordKind<F, Own>['write']
    readonly write: (given: readonly Given<F>[]) => Promise<unknown>
    /** What else weighs on each of many before they are written, but that each answer holds by itself. */
    readonly weigh?: (given: readonly Given<F>[]) => Promise<readonly Weight[]>
    /** What is given of one that only looks like another, once a person said so. */
    readonly another?: (given: Given<F>) => Given<F>
  }
  /** Rewrites one; what is left out stays. */
  readonly rewrite: (dossier: Dossier<Own>, given: Partial<Given<F>>) => Promise<Dossier<Own>>
}

/** What is sent to rewrite one: the same, and the version that it was made from. */
const rewritten = <F extends Fields>(fields: F) =>
  asked(fields).extend(Version.shape) as unknown as z.ZodType<Given<F> & { version: number }>

/** What is sent to write a new one: its answers, whether another one follows, of which it is a copy. */
const written = <F extends Fields>(fields: F) =>
  asked(fields).extend({
    write_next: z.literal('on').optional(),
    copy_of: z.uuid().optional(),
  }) as unknown as z.ZodType<Given<F> & Besides>
interface Besides {
  write_next?: 'on'
  copy_of?: string
}

/** Where a copy of a dossier is begun, of the kind whose new ones are posted to this path. */
export const copyPath = (path: string, { id }: { id: string }) => `${path}/new?copy_of=${id}`

interface FormRoutes {
  writes: Permission
  edits: Permission
  /** `/deliberations/items`: where a new one is posted. */
  path: string
  words: { write: MessageKey; edit: MessageKey; saved: MessageKey; not_editable: MessageKey }
}

/** Adds the pages on which dossiers are written and rewritten, with their routes. */
export function formRoutes<F extends Fields, Own extends OwnColumns<F>>(
  pages: PageRoutes,
  at: string,
  { kind, fields, parts, begins, mayEdit, write, rewrite }: RecordKind<F, Own>,
  { writes, edits, path, words }: FormRoutes,
): void {
  if (parts) ensureAllIn(kind.name, parts, fields)
  ensureWithheld(kind, fields)

  async function begun(c: Call, attempt?: Attempt): Promise<Begun> {
    const original = attempt ? attempt.values['copy_of'] : c.req.query('copy_of')
    if (typeof original === 'string') {
      const copyOf = await read(kind, original)
      return { copyOf, values: valuesOf(fields, copyOf, ({ copied }) => copied !== false) }
    }
    const [before] = attempt ? [] : await readMany(kind, [c.req.query('after') ?? ''])
    if (!before) return { values: begins?.() ?? {} }
    return { next: true, values: valuesOf(fields, before, ({ stays }) => stays === true) }
  }

  async function newPage(c: Call, attempt?: Attempt): Promise<Response> {
    const title = t(words.write)
    const from = await begun(c, attempt)
    const lacking = await lackingIn(fields)
    return page(
      c,
      { title, status: attempt ? 422 : 200 },
      <>
        <Head title={title} />
        {lacking ? (
          <EmptyState icon="users" sentence={t(lacking)} />
        ) : (
          <>
            {from.copyOf && (
              <Note title={t('records.copy_of')}>
                <a href={kind.path(from.copyOf.id)}>{from.copyOf.title}</a>.{' '}
                {t('records.copy_begun')}
              </Note>
            )}
            <RecordForm
              action={path}
              fields={fields}
              parts={parts}
              attempt={attempt}
              begun={from}
            />
          </>
        )}
      </>,
    )
  }

  async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
    const dossier = await load(c, kind)
    const why = kind.closed?.(dossier)
    if (why) throw new Conflict(why)
    ensure(mayEdit(dossier), Forbidden, words.not_editable)
    return page(
      c,
      { title: dossier.title, status: attempt ? 422 : 200 },
      <>
        <Head reference={t(words.edit)} title={dossier.title} />
        <RecordForm
          action={kind.path(dossier.id)}
          fields={fields}
          parts={parts}
          attempt={attempt}
          dossier={dossier}
        />
      </>,
    )
  }

  const saved = { key: words.saved }
  pages.get(`${at}/new`, writes, (c) => newPage(c))
  pages.post(at, writes, form(sentBy(fields, written(fields)), newPage), async (c, sent) => {
    const { write_next, copy_of, ...given } = sent
    const original = copy_of && (await read(kind, copy_of))
    // Without what is sent besides, these are the answers.
    const { id, title } = await write(
      given as unknown as Given<F>,
      original ? { copy_of: original.id } : {},
    )
    if (!write_next) return redirect(c, kind.path(id), saved)
    return redirect(c, `${path}/new?after=${id}`, { key: 'records.saved_next', params: { title } })
  })
  pages.get(`${at}/:id/edit`, edits, (c) => editPage(c))
  pages.post(`${at}/new`, writes, form(Typed), (c, sent) => newPage(c, lookedAt(sent)))
  pages.post(`${at}/:id/edit`, edits, form(Typed), (c, sent) => editPage(c, lookedAt(sent)))
  pages.post(
    `${at}/:id`,
    edits,
    form(sentBy(fields, rewritten(fields)), editPage),
    async (c, given) => {
      const dossier = await load(c, kind)
      await ensureFresh(dossier, given.version)
      await rewrite(dossier, withoutUnasked(fields, given, dossier))
      return redirect(c, kind.path(dossier.id), saved)
    },
  )
}

/** All that a form sends, whatever it is: it is shown again, and not taken. */
const Typed = z.record(z.string(), z.unknown())

/** A form that is to be shown again as it was typed, with a row more or less. */
function lookedAt({ drop, ...sent }: Record<string, unknown>): Attempt {
  return { values: typeof drop === 'string' ? withoutRow(sent, drop) : sent, errors: {} }
}

/** What a dossier says in those of these fields that are wanted; nothing of what is withheld. */
const valuesOf = (fields: Fields, dossier: object, wanted: (said: Said) => boolean) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      wanted(field) ? [[name, Reflect.get(dossier, name)]] : [],
    ),
  )

/** A field that stands in no part would be asked of nobody. */
function ensureAllIn(kind: string, parts: readonly Part[], fields: Fields): void {
  const placed = parts.flatMap(({ names }) => names)
  const lost = Object.keys(fields).filter((name) => !placed.includes(name))
  if (lost.length > 0)
    throw new Error(
      `No part of the form of ${kind} asks for its field « ${lost.join(' », « ')} »: name it in one of its \`parts\``,
    )
}

async function lackingIn(fields: Fields): Promise<MessageKey | null> {
  for (const { lacking } of Object.values(fields)) {
    const found = await lacking?.()
    if (found) return found
  }
  return null
}
