import { z } from 'zod'
import { permission } from '#kernel/access'
import { form, id, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { ButtonLink, EmptyState, Head, List, Note } from '#kernel/ui'
import { type DocumentMaker, DocumentShelf, onTheirWay } from '#commons/documents'
import { pathOf } from '#commons/dossiers'
import { kindName } from '#commons/workflow'
import { makingPath } from './beside.tsx'
import { askAfter, madeAfter, makes, offerFor, tellableDossier } from './paper.ts'
import { authorityTemplates, type Template } from './standing.ts'
import { templateRecord } from './template.ts'

const reads = permission('stationery.make')

/** What is asked for: a template that is offered, and a format. */
export const Asked = z.object({ template: id(), format: z.enum(makes).default('pdf') })

/** Templates of which the condition takes too much: why they are not offered, told to who can mend them. */
function Unread({ templates }: { templates: readonly Template[] }) {
  const mine = templates.filter(templateRecord.mayEdit)
  if (mine.length === 0) return null
  return (
    <Note tone="warn" title={t('stationery.unread_condition', { count: mine.length })}>
      <List
        label={t('stationery.unread_condition', { count: mine.length })}
        items={mine.map(({ id, title, condition }) => ({
          ...{ title, href: authorityTemplates.path(id), why: condition },
        }))}
      />
    </Note>
  )
}

/** Adds the page on which documents of a dossier are made after the authority's templates. */
export function makingPages(pages: PageRoutes): void {
  pages.get('/documents/:id', reads, async (c) => {
    const dossier = await tellableDossier(c.req.param('id') ?? '')
    const made = await madeAfter(dossier)
    const { offered, unread } = await offerFor(dossier)
    const makers = offered.flatMap((one) =>
      makes.map((format): DocumentMaker => ({
        ...{ template: one.id, format },
        label: t('stationery.make_one', {
          title: one.title,
          format: t(`documents.format.${format}`),
        }),
      })),
    )
    return page(
      c,
      { title: t('stationery.making_of', { title: dossier.title }), pending: onTheirWay(made) },
      <>
        <Head
          reference={dossier.reference || kindName(dossier.kind)}
          title={t('stationery.making')}
          facts={dossier.title}
          actions={
            <ButtonLink href={pathOf(dossier.kind, dossier.id)}>{t('stationery.back')}</ButtonLink>
          }
        />
        <Unread templates={unread} />
        {makers.length === 0 && (
          <EmptyState icon="file-text" sentence={t('stationery.none_offered')} />
        )}
        <DocumentShelf documents={made} action={makingPath(dossier)} makers={makers} may />
      </>,
    )
  })
  pages.post('/documents/:id', reads, form(Asked), async (c, { template, format }) => {
    const dossier = await tellableDossier(c.req.param('id') ?? '')
    await askAfter(dossier, template, format)
    return redirect(c, makingPath(dossier), { key: 'stationery.asked', tone: 'info' })
  })
}
