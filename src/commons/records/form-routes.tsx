import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import { Button, ButtonLink, EmptyState, Facts, Form, FormActions, Head } from '#kernel/ui'
import {
  type Dossier,
  ensureFresh,
  type Kind,
  load,
  Version,
  VersionField,
} from '#commons/dossiers'
import {
  asked,
  factsOf,
  type Fields,
  type Given,
  inputsOf,
  type OwnColumns,
  sentBy,
} from './fields.ts'
import { withoutRow } from './rows.tsx'

/** What a form and the API of a kind of dossiers ask, and the verbs of the trade that they call. */
export interface RecordKind<F extends Fields, Own extends OwnColumns<F>> {
  readonly kind: Kind<Own>
  readonly fields: F
  /** Whether the one who acts may rewrite it as it is now. */
  readonly mayEdit: (dossier: Dossier<Own>) => boolean
  readonly write: (given: Given<F>) => Promise<Dossier<Own>>
  readonly rewrite: (dossier: Dossier<Own>, given: Given<F>) => Promise<Dossier<Own>>
}

/** What is sent to rewrite one: the same, and the version that it was made from. */
export const rewritten = <F extends Fields>(fields: F) =>
  asked(fields).extend(Version.shape) as unknown as z.ZodType<Given<F> & { version: number }>

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
  { kind, fields, mayEdit, write, rewrite }: RecordKind<F, Own>,
  { writes, edits, path, words }: FormRoutes,
): void {
  async function newPage(c: Call, attempt?: Attempt): Promise<Response> {
    const title = t(words.write)
    const lacking = await lackingIn(fields)
    return page(
      c,
      { title, status: attempt ? 422 : 200 },
      <>
        <Head title={title} />
        {lacking ? (
          <EmptyState icon="users" sentence={t(lacking)} />
        ) : (
          <RecordForm action={path} fields={fields} attempt={attempt} />
        )}
      </>,
    )
  }

  async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
    const dossier = await load(c, kind)
    ensure(mayEdit(dossier), Forbidden, words.not_editable)
    return page(
      c,
      { title: dossier.title, status: attempt ? 422 : 200 },
      <>
        <Head reference={t(words.edit)} title={dossier.title} />
        <RecordForm
          action={kind.path(dossier.id)}
          fields={fields}
          attempt={attempt}
          dossier={dossier}
        />
      </>,
    )
  }

  const saved = { key: words.saved }
  pages.get(`${at}/new`, writes, (c) => newPage(c))
  pages.post(at, writes, form(sentBy(fields, asked(fields)), newPage), async (c, given) => {
    const { id } = await write(given as Given<F>) // The schema is made of these fields.
    return redirect(c, kind.path(id), saved)
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
      await rewrite(dossier, given)
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

async function lackingIn(fields: Fields): Promise<MessageKey | null> {
  for (const { lacking } of Object.values(fields)) {
    const found = await lacking?.()
    if (found) return found
  }
  return null
}

interface RecordFormProps {
  action: string
  fields: Fields
  attempt: Attempt | undefined
  /** As it is now, where it is there already. */
  dossier?: Dossier
}

/** The form of a dossier: its fields in their order. */
async function RecordForm({ action, fields, attempt, dossier }: RecordFormProps) {
  return (
    <Form
      action={action}
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
      again={dossier ? `${action}/edit` : `${action}/new`}
    >
      {dossier && (
        <VersionField dossier={dossier} attempt={attempt}>
          <Facts
            facts={
              attempt?.stale
                ? await factsOf(fields, Object.fromEntries(Object.entries(dossier)))
                : []
            }
          />
        </VersionField>
      )}
      {await inputsOf(fields, dossier, [], { of: dossier, typed: attempt?.values })}
      <FormActions>
        <Button tone="primary" icon="save">
          {t('records.save')}
        </Button>
        {dossier && <ButtonLink href={action}>{t('records.back')}</ButtonLink>}
      </FormActions>
    </Form>
  )
}
