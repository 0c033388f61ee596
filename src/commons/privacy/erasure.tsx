import { sql } from 'kysely'
import { z } from 'zod'
import { may, permission, stepUp } from '#kernel/access'
import { audit } from '#kernel/audit'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { db } from '#kernel/db'
import type { Reaction } from '#kernel/events'
import { type ApiRoutes, type Attempt, type Call, flag, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, editionOf, ensureEdition, page, redirect } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  EmptyState,
  Form,
  FormActions,
  Head,
  Note,
  Stack,
  Table,
} from '#kernel/ui'
import { type Dossier, load, read } from '#commons/dossiers'
import { askedBy, type Erasable, erasable, proposeAsked, withdrawAsked } from '#commons/retention'
import { type RequestColumns, requests } from './request.ts'

type Request = Dossier<RequestColumns>

const erases = stepUp(permission('privacy.erase'))
const destroys = permission('retention.destroy')

/**
 * The dossiers of requests of persons that keep whom they name: who asked to be told what is held is not erased before the
 * answer; a request for erasure names whom it erases.
 */
export const requestsThatKeep = sql<boolean>`(nature <> 'erasure' and exists (select from commons.dossier r
  where r.id = commons.privacy_request.id and r.state in ('received', 'extended')))`

/** The ids by which the house holds something of whom a request is. */
const heldOf = ({ person_id: person, citizen_id: citizen, party_ids: parties }: Request) => [
  ...new Set([person, citizen, ...parties].flatMap((one) => one ?? [])),
]

/** Another request of somebody of the house: who asked what is held is told before it is erased. */
export const keptByRequest = {
  says: 'privacy.erase.other_request',
  keeps: async (id: string): Promise<boolean> => {
    const { rows } = await sql<{
      asked: boolean
    }>`select exists (select from commons.privacy_request
      where (person_id = ${id} or citizen_id = ${id}) and ${requestsThatKeep}) as asked`.execute(
      db(),
    )
    return rows[0]?.asked ?? false
  },
} as const

/** What of whom a request is could be erased. Throws `Conflict` where it asks for something else, or is answered. */
export async function erasableOf(request: Request): Promise<Erasable[]> {
  ensure(request.nature === 'erasure' && isOpen(request), Conflict, 'privacy.erase.not_asked')
  return erasable(heldOf(request))
}

const isOpen = ({ state }: Pick<Request, 'state'>) => state === 'received' || state === 'extended'
export const erasureStanding = (all: readonly Erasable[]) => all.map(({ id, kept }) => [id, kept])

/**
 * Decides that what nothing obliges to keep of whom a request is goes: it is proposed for destruction now, whatever its
 * period (GDPR art. 17 § 1). Throws `Stale` where that is not what was looked at. Returns how much is proposed.
 */
export async function decideErasure({ id }: Pick<Request, 'id'>, edition: string): Promise<number> {
  const request = await read(requests, id, { lock: true })
  const found = await erasableOf(request)
  ensureEdition(erasureStanding(found), edition)
  const count = await proposeAsked(found, id)
  await audit('erasure_decided', requests.path(id))
  return count
}

/** A request that is refused erases nothing. */
export const keepAgain: Reaction = async (events) => {
  for (const { subjectId } of events) if (subjectId) await withdrawAsked(subjectId)
}

const Decided = z.object({ ...Edition.shape, sure: flag() })

/** The page on which it is looked at and decided. */
export function erasurePages(pages: PageRoutes): void {
  pages.get('/requests/:id/erasure', erases, (c) => erasurePage(c))
  pages.post(
    '/requests/:id/erasure',
    erases,
    form(Decided, erasurePage),
    async (c, { edition, sure }) => {
      const request = await load(c, requests)
      if (!sure) throw Invalid.field('sure', 'privacy.erase.say_sure')
      const count = await decideErasure(request, edition)
      return redirect(c, requests.path(request.id), {
        key: 'privacy.erase.decided',
        params: { count },
      })
    },
  )
}

async function erasurePage(c: Call, attempt?: Attempt): Promise<Response> {
  const request = await load(c, requests)
  const found = await erasableOf(request)
  const going = found.filter(({ kept }) => kept === null).length
  const path = requests.path(request.id)
  const title = t('privacy.erase')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('privacy.title'), href: '/privacy' },
          { label: request.title, href: path },
          { label: title },
        ]}
      />
      <Head title={title} facts={t('privacy.erase.lead')} />
      <Stack>
        <Card flush>
          <Table
            caption={title}
            hideCaption
            rows={found}
            columns={[
              {
                header: t('privacy.erase.what'),
                cell: ({ path: at, what, title: called }) => (
                  <>
                    <a href={at}>{called}</a> ({what})
                  </>
                ),
              },
              {
                header: t('privacy.erase.becomes'),
                cell: ({ kept, goes }) => kept ?? goes,
              },
            ]}
            empty={<EmptyState icon="archive" sentence={t('privacy.erase.nothing')} />}
          />
        </Card>
        <Note>{t('privacy.erase.others')}</Note>
        {going > 0 && (
          <Form action={`${path}/erasure`} errors={attempt?.errors ?? {}}>
            <EditionField of={erasureStanding(found)} attempt={attempt} />
            <Checkbox name="sure" label={t('privacy.erase.sure')} />
            <FormActions>
              <Button tone="danger" icon="trash-2">
                {t('privacy.erase.decide')}
              </Button>
              <ButtonLink href={path}>{t('records.back')}</ButtonLink>
            </FormActions>
          </Form>
        )}
      </Stack>
    </>,
  )
}

const Erasables = z.object({
  edition: z.string().describe('Give it back with what is decided'),
  rows: z.array(
    z.object({
      ...{ id: z.uuid(), kind: z.string() },
      goes: z.string().describe('What of it goes, in words'),
      kept: z.string().nullable().describe('Why it stays; null: it goes'),
    }),
  ),
})

/** The same for programs. */
export function erasureApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/requests/:id/erasure',
    erases,
    {
      summary: 'What of whom a request is could be erased, and why the rest stays',
      answer: Erasables,
    },
    async (c) => {
      const found = await erasableOf(await load(c, requests))
      const rows = found.map(({ id, kind, goes, kept }) => ({ id, kind, goes, kept }))
      return { edition: editionOf(erasureStanding(found)), rows }
    },
  )
  api.on(
    'post',
    '/requests/:id/erasure',
    erases,
    {
      summary:
        'Decide that it goes: proposed for destruction now, whatever its period (art. 17 § 1)',
      body: Edition,
      answer: z.object({ proposed: z.int() }),
    },
    async (c, { edition }) => ({
      proposed: await decideErasure(await load(c, requests), edition),
    }),
  )
}

/** At the side of a request for erasure: the way to the decision, and what was proposed by it. */
export async function Erasing({ of: request }: { of: Request }) {
  if (request.nature !== 'erasure' || heldOf(request).length === 0) return null
  const proposed = await askedBy(request.id)
  const kinds = [...new Set(proposed.map(({ kind }) => kind))]
  return (
    <>
      {proposed.length > 0 && <p>{t('privacy.erase.proposed', { count: proposed.length })}</p>}
      {may(destroys) &&
        kinds.map((kind) => (
          <ButtonLink href={`/retention/due/${kind}`}>{t('privacy.erase.destroy')}</ButtonLink>
        ))}
      {isOpen(request) && may(erases) && (
        <ButtonLink href={`${requests.path(request.id)}/erasure`}>{t('privacy.erase')}</ButtonLink>
      )}
    </>
  )
}
