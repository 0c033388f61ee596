import type { Permission } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes, wantsAll } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { ButtonLink, Card, Facts, SideSection, WithSide } from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { WhoSees } from '#commons/directory'
import { askDocument, DocumentShelf, documentsOf, formats, onTheirWay } from '#commons/documents'
import { type Dossier, latestHistory, load } from '#commons/dossiers'
import {
  factsOf,
  type Fields,
  type OwnColumns,
  RecordHistory,
  type RecordKind,
} from '#commons/records'
import { DossierHead, type PlainSteps, stepRoute } from '#commons/workflow'
import { z } from 'zod'

interface PageRights {
  reads: Permission
  edits: Permission
  steps: Permission
}

const Asked = z.object({ format: z.enum(formats) })

/** Adds the page of one dossier, and the routes of its steps, its files and its document. */
export function pageRoutes<F extends Fields, Own extends OwnColumns<F>>(
  pages: PageRoutes,
  at: string,
  { kind, fields, mayEdit }: RecordKind<F, Own>,
  steps: PlainSteps<Own, string>,
  rights: PageRights,
): void {
  const one = `${at}/:id`

  async function show(c: Call, attempt?: Attempt): Promise<Response> {
    const dossier = await load(c, kind)
    const path = kind.path(dossier.id)
    const edits = mayEdit(dossier)
    const made = await documentsOf(dossier.id)
    return page(
      c,
      {
        title: dossier.title,
        status: attempt ? 422 : 200,
        pending: !attempt && onTheirWay(made),
      },
      <>
        <DossierHead
          dossier={dossier}
          steps={steps}
          before={
            edits && (
              <ButtonLink href={`${path}/edit`} icon="pencil">
                {t('registers.edit')}
              </ButtonLink>
            )
          }
        />
        <WithSide side={<Side dossier={dossier} fields={fields} all={wantsAll(c, 'history')} />}>
          <Card title={t('registers.facts')}>
            <Facts facts={await factsOf<Fields>(fields, dossier as object)} />
          </Card>
          <AnnexCard
            annexes={await annexesOf(dossier.id)}
            action={edits ? `${path}/annexes` : undefined}
          />
          <Card title={t('documents.title')}>
            <DocumentShelf
              documents={made}
              action={`${path}/documents`}
              makers={formats.map((format) => ({
                template: kind.name,
                format,
                label: t(`registers.make.${format}`),
              }))}
              may
            />
          </Card>
        </WithSide>
      </>,
    )
  }

  pages.get(one, rights.reads, (c) => show(c))
  pages.post(`${one}/documents`, rights.reads, form(Asked), async (c, { format }) => {
    const dossier = await load(c, kind)
    const fileName = `${kind.name.replaceAll('.', '-')}-${dossier.id}.${format}`
    await askDocument(dossier, kind.name, { title: dossier.title, fileName, format })
    return redirect(c, kind.path(dossier.id), { key: 'registers.asked', tone: 'info' })
  })
  stepRoute(pages, one, rights.steps, steps, { again: show, away: kind.path('').slice(0, -1) })
  annexRoutes(pages, one, kind, rights.edits, mayEdit)
}

async function Side({ dossier, fields, all }: { dossier: Dossier; fields: Fields; all: boolean }) {
  return (
    <>
      <WhoSees readers={dossier.readers} />
      <SideSection title={t('registers.history')}>
        <RecordHistory
          of={dossier}
          fields={fields}
          lines={await latestHistory(dossier.id, { all })}
        />
      </SideSection>
    </>
  )
}
