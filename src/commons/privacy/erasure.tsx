import { sql } from 'kysely'
import { z } from 'zod'
import { may, permission, stepUp } from '#kernel/access'
import { audit } from '#kernel/audit'
import { Conflict, ensure, Invalid } from '#kernel/errors'
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
import { type Dossier, load, pathOf, read } from '#commons/dossiers'
import { askedBy, type Erasable, erasable, proposeAsked, withdrawAsked } from '#commons/retention'
import { kindName } from '#commons/workflow'
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

/** What of whom a request is could be erased. Throws `Conflict` where it asks for something else, or is answered. */
async function erasableOf(request: Request): Promise<Erasable[]> {
  ensure(request.nature === 'erasure' && isOpen(request), Conflict, 'privacy.erase.not_asked')
  return erasable(request.party_ids)
}

const isOpen = ({ state }: Pick<Request, 'state'>) => state === 'received' || state === 'extended'
const standing = (all: readonly Erasable[]) => all.map(({ id, kept }) => [id, kept])

/**
 * Decides that what nothing obliges to keep of whom a request is goes: it is proposed for destruction now, whatever its
 * period (GDPR art. 17 § 1). Throws `Stale` where that is not what was looked at. Returns how much is proposed.
 */
async function decideErasure({ id }: Pick<Request, 'id'>, edition: string): Promise<number> {
  const request = await read(requests, id, { lock: true })
  const found = await erasableOf(request)
  ensureEdition(standing(found), edition)
  const count = await proposeAsked(
    found.map((one) => one.id),
    id,
  )
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
                cell: ({ id, kind, title: called }) => (
                  <>
                    <a href={pathOf(kind, id)}>{called}</a> ({kindName(kind)})
                  </>
                ),
              },
              {
                header: t('privacy.erase.becomes'),
                cell: ({ kept }) => kept ?? t('privacy.erase.goes'),
              },
            ]}
            empty={<EmptyState icon="archive" sentence={t('privacy.erase.nothing')} />}
          />
        </Card>
        <Note>{t('privacy.erase.others')}</Note>
        {going > 0 && (
          <Form action={`${path}/erasure`} errors={attempt?.errors ?? {}}>
            <EditionField of={standing(found)} attempt={attempt} />
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
      const rows = found.map(({ id, kind, kept }) => ({ id, kind, kept }))
      return { edition: editionOf(standing(found)), rows }
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
  if (request.nature !== 'erasure' || request.party_ids.length === 0) return null
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
