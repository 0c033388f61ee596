import { may, type Permission } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes, wantsAll } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { ButtonLink, Card, Facts, SideSection, WithSide } from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { WhoSees } from '#commons/directory'
import { DocumentShelf, documentsOf, formats, onTheirWay } from '#commons/documents'
import { type Dossier, type Kind, latestHistory, load, pathOf } from '#commons/dossiers'
import {
  copyPath,
  factsOf,
  type Fields,
  type OwnColumns,
  RecordHistory,
  type RecordKind,
} from '#commons/records'
import {
  BesideDossier,
  DossierHead,
  type PlainSteps,
  stepRoute,
  type Workflow,
} from '#commons/workflow'
import type { Child } from 'hono/jsx'
import type { Publisher } from '#commons/publication'
import { LegalTime } from './due-by.tsx'
import { askedOf, askFor, type Letter } from './letter.ts'
import { PublicationBeside, publicationRoutes } from './publishing.tsx'
import type { Register } from './verbs.ts'

interface Besides<Own extends object> {
  flow: Workflow
  beside?: (dossier: Dossier<Own>) => Child | Promise<Child>
  publishes?: { by: Publisher; publishes: Permission }
  letters: readonly Letter<Dossier<Own>>[]
  unprinted?: true
}

interface PageRights {
  reads: Permission
  /** Who may begin a copy. */
  writes: Permission
  edits: Permission
  steps: Permission
}

/** Adds the page of one dossier, and the routes of its steps, its files and its document. */
export function pageRoutes<F extends Fields, Own extends OwnColumns<F>>(
  pages: PageRoutes,
  at: string,
  { kind, fields, mayEdit, dueBy }: RecordKind<F, Own> & Register,
  steps: PlainSteps<Own, string>,
  rights: PageRights,
  { flow, beside, publishes, letters, unprinted }: Besides<Own>,
): void {
  const one = `${at}/:id`
  const isOver = (state: string) =>
    flow.states[state]?.final === true || dueBy?.met?.includes(state) === true

  async function show(c: Call, attempt?: Attempt): Promise<Response> {
    const dossier = await load(c, kind)
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
          before={<RecordButtons dossier={dossier} edits={edits} copies={may(rights.writes)} />}
        />
        <WithSide
          side={
            <>
              {dueBy && <LegalTime dossier={dossier} by={dueBy} over={isOver(dossier.state)} />}
              {beside && (await beside(dossier))}
              {publishes && (
                <PublicationBeside {...{ dossier, ...publishes }} path={kind.path(dossier.id)} />
              )}
              <RecordSide dossier={dossier} fields={fields} all={wantsAll(c, 'history')} />
            </>
          }
        >
          <FactsCard dossier={dossier} fields={fields} />
          <AnnexCard
            annexes={await annexesOf(dossier.id)}
            action={edits ? `${kind.path(dossier.id)}/annexes` : undefined}
          />
          {(!unprinted || made.length > 0) && (
            <DocumentCard {...{ dossier, made, letters, unprinted }} />
          )}
        </WithSide>
      </>,
    )
  }

  pages.get(one, rights.reads, (c) => show(c))
  documentRoute(pages, one, kind, rights.reads, letters)
  stepRoute(pages, one, rights.steps, steps, { again: show, away: kind.path('').slice(0, -1) })
  annexRoutes(pages, one, kind, rights.edits, mayEdit)
  if (publishes) publicationRoutes(pages, one, kind, { ...publishes, again: show })
}

/** Adds the route by which `DocumentCard` asks for the document that says all of a dossier, and for its letters. */
export function documentRoute<Own extends object>(
  pages: PageRoutes,
  one: string,
  kind: Kind<Own>,
  reads: Permission,
  letters: readonly Letter<Dossier<Own>>[] = [],
): void {
  pages.post(`${one}/documents`, reads, form(askedOf(letters, kind)), async (c, asked) => {
    const dossier = await load(c, kind)
    await askFor(dossier, kind, asked, letters)
    return redirect(c, kind.path(dossier.id), { key: 'registers.asked', tone: 'info' })
  })
}

interface ButtonsProps {
  dossier: Dossier
  edits: boolean
  /** The one who acts may write another. */
  copies: boolean
}

/** The ways to its form and to a copy, before its steps in the head. */
export function RecordButtons({ dossier: { kind, id }, edits, copies }: ButtonsProps) {
  return (
    <>
      {edits && (
        <ButtonLink href={`${pathOf(kind, id)}/edit`} icon="pencil">
          {t('registers.edit')}
        </ButtonLink>
      )}
      {copies && (
        <ButtonLink href={copyPath(pathOf(kind, '').slice(0, -1), { id })} icon="copy">
          {t('records.copy')}
        </ButtonLink>
      )}
    </>
  )
}

interface Told {
  dossier: Dossier
  fields: Fields
}

/** All that a dossier says; of some `fields` where the rest stands elsewhere on its page. */
export async function FactsCard({ dossier, fields }: Told) {
  return (
    <Card title={t('registers.facts')}>
      <Facts facts={await factsOf<Fields>(fields, dossier as object)} />
    </Card>
  )
}

/** The documents of a dossier, below the buttons for its letters and for the one that says all of it. */
export function DocumentCard({ dossier, made, letters = [], unprinted }: DocumentCardProps) {
  const { kind, id, state } = dossier
  const now = letters.filter(({ from }) => from.includes(state))
  return (
    <Card title={t('documents.title')}>
      <DocumentShelf
        documents={made}
        action={`${pathOf(kind, id)}/documents`}
        makers={[
          ...now.map(({ name, title }) => ({
            ...{ template: name, format: 'pdf' as const },
            label: t('registers.draw_up', { title: t(title) }),
          })),
          ...(unprinted ? [] : formats).map((format) => ({
            ...{ template: kind, format },
            label: t(`registers.make.${format}`),
          })),
        ]}
        may
      />
    </Card>
  )
}
interface DocumentCardProps {
  dossier: Dossier
  made: Awaited<ReturnType<typeof documentsOf>>
  letters?: readonly Pick<Letter<never>, 'name' | 'title' | 'from'>[]
  unprinted?: true | undefined
}

/** Who sees it, and its history in words. */
export async function RecordSide({ dossier, fields, all }: Told & { all: boolean }) {
  return (
    <>
      <WhoSees readers={dossier.readers} kind={dossier.kind} />
      <BesideDossier dossier={dossier} />
      <SideSection title={t('registers.history')}>
        <RecordHistory
          of={dossier}
          fields={fields}
          lines={await latestHistory(dossier.id, { all })}
          reworded
        />
      </SideSection>
    </>
  )
}
