import { z } from 'zod'
import { may, permission, stepUp } from '#kernel/access'
import { audit } from '#kernel/audit'
import type { Latest } from '#kernel/db'
import { type Attempt, type Call, form, type PageRoutes, plainText, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Cut,
  EmptyState,
  Form,
  FormActions,
  Head,
  Note,
  PostButton,
  SideSection,
  Stack,
  Table,
  TextArea,
  type ValueColumn,
  When,
} from '#kernel/ui'
import { type Dossier, load } from '#commons/dossiers'
import { exportAnswer, ExportMenu } from '#commons/exports'
import { actionInWords } from '#commons/journal'
import { As } from './as.ts'
import { Erasing, erasurePages } from './erasure.tsx'
import { prepare } from './prepare.ts'
import { type Reading, readingsOf } from './readers.ts'
import { type RequestColumns, requests } from './request.ts'
import { lift, restrict, restrictedBy, subjectsOf } from './restriction.ts'

type Request = Dossier<RequestColumns>

export const prepares = stepUp(permission('privacy.prepare'))
export const readsReadings = permission('privacy.readings')
export const restricts = permission('privacy.restrict')
const keepsPeople = permission('people.keep')
const readsRetention = permission('retention.read')

/** Why it is lifted, of which the person was told before. GDPR art. 18 § 3. */
export const Lifting = z.object({ because: plainText(1000).min(1) })

/** What is done for a request of a person besides its form. */
export function requestPages(pages: PageRoutes): void {
  pages.post('/requests/:id/preparation', prepares, async (c) => {
    const request = await load(c, requests)
    await prepare(request)
    return redirect(c, requests.path(request.id), { key: 'privacy.preparing' })
  })

  pages.get('/requests/:id/readings', readsReadings, form(As), async (c, { as }) => {
    const request = await load(c, requests)
    const readings = await readingsOfRequest(request, as || wantsAll(c, 'readings') ? null : 200)
    const title = t('privacy.readings')
    if (as) {
      await audit('download', c.req.path)
      return exportAnswer(as, title, columns(), readings.rows)
    }
    await audit('audit_read', c.req.path)
    const at = `${requests.path(request.id)}/readings`
    return page(
      c,
      { title, pageClass: 'wide' },
      <>
        <Trail of={request} title={title} />
        <Head
          title={title}
          facts={t('privacy.readings_lead')}
          actions={<ExportMenu href={(format) => `${at}?as=${format}`} />}
        />
        <Stack>
          <Card flush>
            <Table
              caption={title}
              hideCaption
              rows={readings.rows}
              columns={[
                {
                  header: t('privacy.readings.at'),
                  cell: ({ at: when }) => (
                    <When text={formatDateTime(when, 'short')} datetime={when} />
                  ),
                },
                ...columns()
                  .slice(1)
                  .map(({ header, value }) => ({
                    header,
                    cell: (one: Reading) => String(value(one) ?? ''),
                  })),
              ]}
              empty={<EmptyState icon="eye" sentence={t('privacy.readings_none')} />}
            />
            <Cut of={readings} href={`${at}?all=readings`} />
          </Card>
        </Stack>
      </>,
    )
  })

  pages.post('/requests/:id/restriction', restricts, async (c) => {
    const request = await load(c, requests)
    await restrict(request)
    return redirect(c, requests.path(request.id), { key: 'privacy.restricted_now' })
  })

  erasurePages(pages)
  pages.get('/requests/:id/lifting', restricts, (c) => liftingPage(c))
  pages.post(
    '/requests/:id/lifting',
    restricts,
    form(Lifting, liftingPage),
    async (c, { because }) => {
      const request = await load(c, requests)
      await lift(request, because)
      return redirect(c, requests.path(request.id), { key: 'privacy.lifted' })
    },
  )
}

/** Who saw the data of whom a request is. */
export const readingsOfRequest = (
  { person_id: personId, citizen_id: citizenId, party_ids: partyIds }: Request,
  most: number | null = null,
): Promise<Latest<Reading>> => readingsOf({ personId, citizenId, partyIds }, most)

const columns = (): ValueColumn<Reading>[] => [
  { header: t('privacy.readings.at'), value: ({ at }) => formatDateTime(at, 'short') },
  {
    header: t('privacy.readings.who'),
    value: ({ who, as_them }) => (as_them ? t('privacy.readings.as_them', { who }) : who),
  },
  { header: t('privacy.readings.what'), value: ({ action }) => actionInWords(action) },
  { header: t('privacy.readings.where'), value: ({ subject }) => subject },
]

const Trail = ({ of, title }: { of: Request; title: string }) => (
  <Breadcrumbs
    trail={[
      { label: t('privacy.title'), href: '/privacy' },
      { label: of.title, href: requests.path(of.id) },
      { label: title },
    ]}
  />
)

async function liftingPage(c: Call, attempt?: Attempt): Promise<Response> {
  const request = await load(c, requests)
  const title = t('privacy.lift')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Trail of={request} title={title} />
      <Head title={title} facts={t('privacy.lift_lead')} />
      <Form
        action={`${requests.path(request.id)}/lifting`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
      >
        <TextArea
          name="because"
          label={t('privacy.lift_because')}
          help={t('privacy.lift_help')}
          maxlength={1000}
          required
        />
        <FormActions>
          <Button tone="primary" icon="check">
            {title}
          </Button>
          <ButtonLink href={requests.path(request.id)}>{t('records.back')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

/** At the side of a request: what is held of whom it is, who saw it, where it is put right, and what the law keeps. */
export async function RequestSide(request: Request) {
  const { id, person_id, citizen_id: citizen, party_ids, nature, state } = request
  const isOpen = state === 'received' || state === 'extended'
  const isOfSomebody = subjectsOf(request).length > 0
  const path = requests.path(id)
  return (
    <SideSection title={t('privacy.side')}>
      <Stack>
        <p>{t(`privacy.how.${nature}`)}</p>
        {!isOfSomebody && !citizen && <Note>{t('privacy.of_whom')}</Note>}
        {isOpen && may(prepares) && (isOfSomebody || citizen) && (
          <PostButton action={`${path}/preparation`} icon="download">
            {t('privacy.prepare')}
          </PostButton>
        )}
        {isOfSomebody && may(readsReadings) && (
          <ButtonLink href={`${path}/readings`}>{t('privacy.readings')}</ButtonLink>
        )}
        {isOfSomebody && may(restricts) && <Restricting of={request} isOpen={isOpen} />}
        {/* Who is only named in a text is found by its words, and told apart by somebody who reads it. */}
        {isOpen && (
          <ButtonLink href={`/search?${new URLSearchParams({ q: request.title })}`}>
            {t('privacy.name_in_texts')}
          </ButtonLink>
        )}
        <Erasing of={request} />
        {person_id && may(keepsPeople) && (
          <ButtonLink href={`/people/${person_id}`}>{t('privacy.at_person')}</ButtonLink>
        )}
        {party_ids.map((party) => (
          <ButtonLink href={`/parties/contacts/${party}`}>{t('privacy.at_party')}</ButtonLink>
        ))}
        {may(readsRetention) && (
          <ButtonLink href="/retention">{t('privacy.at_retention')}</ButtonLink>
        )}
      </Stack>
    </SideSection>
  )
}

/** Whether what is held is restricted by this request; the way there, and back. */
async function Restricting({ of: request, isOpen }: { of: Request; isOpen: boolean }) {
  const path = requests.path(request.id)
  const [first] = await restrictedBy(request)
  if (first)
    return (
      <>
        <Note tone="warn" title={t('privacy.restricted')}>
          {t('privacy.restricted_since', {
            name: first.begun_by,
            since: formatDateTime(first.begun_at, 'short'),
          })}
        </Note>
        <ButtonLink href={`${path}/lifting`}>{t('privacy.lift')}</ButtonLink>
      </>
    )
  if (!isOpen) return null
  return (
    <PostButton
      action={`${path}/restriction`}
      icon="lock"
      confirm={t('privacy.restrict_sure', { name: request.title })}
    >
      {t('privacy.restrict')}
    </PostButton>
  )
}
