import { z } from 'zod'
import { inPerson, permission, theirOwn } from '#kernel/access'
import { db } from '#kernel/db'
import { discardDraft, draftsOfMineInFull, type Said } from '#kernel/drafts'
import { Invalid, NotFound } from '#kernel/errors'
import { type Call, form, isId, PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { localPath, page, redirect } from '#kernel/pages'
import { keepPicture, refusalMessage } from '#kernel/pictures'
import { fromField, toPlainText } from '#kernel/richtext'
import { EmptyState, Head, PostButton, Table } from '#kernel/ui'
import { seen } from '#commons/dossiers'
import { Form, keep, wordsIn } from './keep.ts'
import { altOf, WithPicture, withPicture } from './with-picture.ts'

export const pages = new PageRoutes('/drafts')
const keeps = theirOwn(inPerson(permission('drafts.keep')))

pages.get('/', keeps, async (c) => {
  const title = t('drafts.mine')
  const mine = await draftsOfMineInFull()
  const hidden = await unseen(mine.flatMap(({ form: one }) => dossierOf(one) ?? []))
  const isHidden = (one: string) => hidden.has(dossierOf(one) ?? '')
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('drafts.lead')} />
      {mine.length === 0 ? (
        <EmptyState icon="cloud-check" sentence={t('drafts.none')} />
      ) : (
        <Table
          caption={title}
          hideCaption
          rows={mine}
          columns={[
            {
              header: t('drafts.form'),
              cell: (one) =>
                isHidden(one.form) ? (
                  t('drafts.hidden')
                ) : (
                  <div>
                    <a href={one.page}>{one.title}</a>
                    <div class="small muted">{firstWords(one.said)}</div>
                  </div>
                ),
            },
            { header: t('drafts.at'), cell: ({ at }) => formatDateTime(at) },
            {
              header: t('drafts.acts'),
              cell: ({ id }) => (
                <PostButton
                  action={`/drafts/${id}/discard`}
                  fields={{ list: 'on' }}
                  confirm={t('drafts.discard_confirm')}
                  icon="trash-2"
                  small
                >
                  {t('drafts.discard')}
                </PostButton>
              ),
            },
          ]}
        />
      )}
    </>,
  )
})

/** The title that was typed, or the first words: what a person knows a draft by. */
function firstWords(said: Said): string {
  const typed = Object.values(said).filter((one) => typeof one === 'string')
  const words = [said['title'], ...typed.filter((one) => /\s/.test(one.trim()))]
    .filter((one) => typeof one === 'string')
    .map((one) => toPlainText(fromField(one).html).replaceAll(/\s+/g, ' ').trim())
    .find(Boolean)
  return (words ?? '').replace(/^(.{80}).+$/su, '$1…')
}

/** The dossier in whose page a form stands, where its address names one. */
const dossierOf = (one: string) => /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(one)?.[0]

/** Those of these dossiers that the one who acts may not see any more: nothing is said of them. */
async function unseen(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const all = db().selectFrom('commons.dossier as d').where('d.id', 'in', ids).select('d.id')
  const shown = new Set((await all.where(seen()).execute()).map(({ id }) => id))
  return new Set((await all.execute()).flatMap(({ id }) => (shown.has(id) ? [] : id)))
}

/** Where no script keeps what is typed, a button of the form does. */
pages.post('/keep', keeps, form(z.record(z.string(), z.unknown())), (c, sent) =>
  keptHere(c, sent, 'drafts.kept_now'),
)

/** Keeps what a form sent, and leads back to where it stands. */
async function keptHere(
  c: Call,
  sent: Record<string, unknown>,
  key: 'drafts.kept_now' | 'drafts.picture_added',
): Promise<Response> {
  const { of = '', edition = '' } = c.get('form') ?? {}
  const named = Form.safeParse(of)
  // No page of ours sends a form without its name.
  if (!named.success) throw new NotFound()
  const from = localPath(URL.parse(c.req.header('referer') ?? '')?.pathname ?? '/')
  const query = URL.parse(c.req.header('referer') ?? '')?.search ?? ''
  const kept = await keep({
    form: named.data,
    page: from + query,
    title: '',
    said: wordsIn(sent),
    after: isId(edition) ? edition : null,
  })
  if (kept.outcome !== 'kept') throw new Invalid({ '': [kept.words] })
  return redirect(c, from + query, { key })
}

/**
 * A picture for a text, where no script sends it: it is put at the end of the text, and the form comes back as a
 * draft that holds both.
 */
pages.post('/picture', keeps, form(WithPicture), async (c, sent) => {
  const { form_picture, form_picture_of: name, ...said } = sent
  const [file] = form_picture
  const alt = altOf(said, name)
  if (!file) throw new Invalid({ [name]: [t('ui.rich.picture_which')] })
  if (alt === undefined) throw new Invalid({ [name]: [t('ui.rich.picture_describe')] })
  const taken = await keepPicture(new Uint8Array(await file.arrayBuffer()))
  if ('refused' in taken) {
    const { key, params } = refusalMessage(taken.refused)
    throw Invalid.field(name, key, params)
  }
  const text = withPicture(String(said[name] ?? ''), { hash: taken.hash, alt })
  return keptHere(c, { ...said, [name]: text }, 'drafts.picture_added')
})

pages.post(
  '/:id/discard',
  keeps,
  form(z.object({ list: z.string().optional() })),
  async (c, { list }) => {
    const id = c.req.param('id') ?? ''
    const from = isId(id) ? await discardDraft(id) : undefined
    if (from === undefined) throw new NotFound()
    return redirect(c, list ? '/drafts' : from, { key: 'drafts.discarded', tone: 'info' })
  },
)
