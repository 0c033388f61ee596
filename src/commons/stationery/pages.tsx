import { z } from 'zod'
import { permission } from '#kernel/access'
import { db } from '#kernel/db'
import { form, optionalId, optionalLine, type PageRoutes, fileAnswer } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { ActText, page, redirect } from '#kernel/pages'
import { type RichText, toHtml } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import {
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  Filters,
  Head,
  List,
  Note,
  PostButton,
} from '#kernel/ui'
import { printReport, type Report } from '#commons/documents'
import { load, seen } from '#commons/dossiers'
import { preview, tellableDossier, wouldOffer } from './paper.ts'
import { authorityTemplates, type Template } from './standing.ts'
import { templateRecord } from './template.ts'
import { listed, versionOf, versionsOf } from './versions.ts'

const reads = permission('stationery.read')
const edits = permission('stationery.edit')

const Tried = z.object({ on: optionalId(), q: optionalLine() })

/** So many dossiers are proposed to try a template on. */
const proposed = 10

/** Dossiers of a kind that the one who acts may see, with these words in their title or reference, the last changed first. */
const dossiersFor = (kind: string, words: string) =>
  db()
    .selectFrom('commons.dossier as d')
    .select(['d.id', 'd.title', 'd.reference'])
    .where('d.kind', '=', kind)
    .where(seen())
    .$if(words !== '', (all) =>
      all.where((e) =>
        e.or([
          e(
            e.fn<number>('strpos', [e.fn('lower', ['d.title']), e.val(words.toLowerCase())]),
            '>',
            0,
          ),
          e(
            e.fn<number>('strpos', [e.fn('lower', ['d.reference']), e.val(words.toLowerCase())]),
            '>',
            0,
          ),
        ]),
      ),
    )
    .orderBy('d.changed_at', 'desc')
    .limit(proposed)
    .execute()

const head = (template: Pick<Template, 'id'>, title: string, facts?: string) => (
  <Head
    title={title}
    facts={facts}
    actions={
      <ButtonLink href={authorityTemplates.path(template.id)}>{t('stationery.back_to')}</ButtonLink>
    }
  />
)

/** Why a template is not offered for the dossier on which it is tried. */
const Offered = ({ is }: { is: 'offered' | 'not' | 'unread' }) =>
  is === 'offered' ? null : (
    <Note tone={is === 'unread' ? 'warn' : 'info'}>{t(`stationery.offered.${is}`)}</Note>
  )

/** What a template says of a dossier, as a page shows it. */
const Said = ({ report }: { report: Report }) => (
  <Card title={report.title}>
    {report.head && <p class="small">{report.head}</p>}
    {report.blocks.map((one) =>
      one.kind === 'rich' ? <ActText html={toHtml(one.blocks)} label={report.title} /> : null,
    )}
    {report.foot && <p class="small">{report.foot}</p>}
  </Card>
)

/** Adds the preview of a template on a real dossier, and the texts that it had. */
export function templatePages(pages: PageRoutes): void {
  pages.get('/templates/:id/preview', reads, form(Tried), async (c, { on, q }) => {
    const template = await load(c, authorityTemplates)
    const path = `${authorityTemplates.path(template.id)}/preview`
    const dossier = on && (await tellableDossier(on))
    const some = await dossiersFor(template.about, q)
    return page(
      c,
      { title: t('stationery.preview_of', { title: template.title }) },
      <>
        {head(
          template,
          t('stationery.preview_of', { title: template.title }),
          dossier ? dossier.title : undefined,
        )}
        {dossier && (
          <>
            <Offered is={await wouldOffer(template, dossier)} />
            <Said report={await preview(template, dossier)} />
            <p>
              <a href={`${path}/pdf?on=${dossier.id}`}>{t('stationery.preview_pdf')}</a>
            </p>
          </>
        )}
        <Card title={t('stationery.try_on')}>
          <Filters
            action={path}
            sentence={[
              t('stationery.words'),
              { kind: 'text', name: 'q', label: t('stationery.words'), value: q },
            ]}
            apply={t('stationery.look')}
          />
          {some.length === 0 ? (
            <EmptyState
              icon="search"
              sentence={t(q === '' ? 'stationery.none_yet' : 'stationery.nothing_found')}
            />
          ) : (
            <List
              label={t('stationery.try_on')}
              items={some.map((one) => ({
                title: one.title,
                href: `${path}?${new URLSearchParams({ on: one.id, q })}`,
                why: one.reference,
              }))}
            />
          )}
        </Card>
      </>,
    )
  })
  pages.get('/templates/:id/preview/pdf', reads, form(Tried), async (c, { on }) => {
    const template = await load(c, authorityTemplates)
    const bytes = await printReport(await preview(template, await tellableDossier(on ?? '')), 'pdf')
    return fileAnswer(bytes, { name: 'preview.pdf', type: 'application/pdf', inPlace: true })
  })
  pages.get('/templates/:id/versions', reads, async (c) => {
    const template = await load(c, authorityTemplates)
    const path = authorityTemplates.path(template.id)
    const versions = await versionsOf(template)
    return page(
      c,
      { title: t('stationery.versions_of', { title: template.title }) },
      <>
        {head(
          template,
          t('stationery.versions_of', { title: template.title }),
          versions.length < listed ? undefined : t('stationery.versions_last', { count: listed }),
        )}
        <Card flush>
          <List
            label={t('stationery.versions')}
            items={versions.map(({ version, written_at, written_by }) => ({
              title: t('stationery.version', { number: version }),
              href: `${path}/versions/${version}`,
              why: `${written_by}, ${formatDateTime(written_at, 'short')}`,
            }))}
          />
        </Card>
      </>,
    )
  })
  pages.get('/templates/:id/versions/:version', reads, async (c) => {
    const template = await load(c, authorityTemplates)
    const one = await versionOf(template, Number(c.req.param('version')))
    const title = t('stationery.version_of', { number: one.version, title: one.title })
    return page(
      c,
      { title },
      <>
        {head(template, title, `${one.written_by}, ${formatDateTime(one.written_at, 'short')}`)}
        <Card title={t('stationery.body')}>
          <div lang={itsLanguage()}>
            <ActText html={one.body as RichText} label={t('stationery.body')} />
          </div>
          <Facts
            facts={[
              { label: t('stationery.document_title'), value: one.document_title },
              { label: t('stationery.head'), value: one.head },
              { label: t('stationery.foot'), value: one.foot },
            ].filter(({ value }) => value !== '')}
          />
          {templateRecord.mayEdit(template) && (
            <PostButton
              action={`${authorityTemplates.path(template.id)}/versions/${one.version}`}
              icon="undo-2"
            >
              {t('stationery.take_back')}
            </PostButton>
          )}
        </Card>
      </>,
    )
  })
  pages.post('/templates/:id/versions/:version', edits, form(z.object({})), async (c) => {
    const template = await load(c, authorityTemplates)
    const {
      title,
      document_title,
      head: first,
      foot,
      body,
    } = await versionOf(template, Number(c.req.param('version')))
    await templateRecord.rewrite(template, { title, document_title, head: first, foot, body })
    return redirect(c, authorityTemplates.path(template.id), {
      key: 'stationery.taken_back',
      tone: 'good',
    })
  })
}
