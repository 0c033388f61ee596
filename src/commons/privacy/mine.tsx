import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { Reaction } from '#kernel/events'
import { type ApiRoutes, form, optionalLines, type PageRoutes } from '#kernel/http'
import { formatDate, inLanguage, t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { Button, Card, FoldedForm, FormActions, List, Select, Stack, TextArea } from '#kernel/ui'
import { citizenActing, citizenHere, forCitizens, tellCitizens } from '#commons/citizens'
import { todayHere } from '#commons/directory'
import { create, seen } from '#commons/dossiers'
import { giveNumbers } from '#commons/numbering'
import { stateName } from '#commons/workflow'
import { dueAfter, natures, requests, requestSeries, requestWorkflow } from './request.ts'

const Asked = z.object({ nature: z.enum(natures), wish: optionalLines(2000) })

/** So many may wait at a time: who asks for everything at once is answered no sooner. */
const mostOpen = 10

interface Mine {
  id: string
  reference: string
  nature: (typeof natures)[number]
  state: string
  due_on: Temporal.PlainDate | null
}

/** The requests of the citizen who acts, the last first. */
async function mine(): Promise<Mine[]> {
  const { rows } = await sql<Mine>`
    select d.id, d.reference, p.nature, d.state, d.due_on
    from commons.privacy_request p join commons.dossier d using (tenant_id, id)
    where p.citizen_id = ${citizenActing()} and ${seen()} order by d.created_at desc, d.id`.execute(
    db(),
  )
  return rows
}

/**
 * A citizen exercises a right from their space: the request says how surely it is known who they are. Throws `Conflict`
 * where many of theirs wait.
 */
async function askAsCitizen({ nature, wish }: z.output<typeof Asked>): Promise<string> {
  const { id, first_name: first, last_name: last, assurance, email } = await citizenHere()
  const waiting = (await mine()).filter(({ state }) => state === 'received' || state === 'extended')
  ensure(waiting.length < mostOpen, Conflict, 'privacy.mine.many', { most: mostOpen })
  const received = todayHere()
  const [number] = await giveNumbers(requestSeries, 1)
  const made = await create(
    requests,
    {
      title: `${last} ${first}`,
      state: requestWorkflow.initial,
      due_on: dueAfter(received),
      reference: number?.reference ?? '',
    },
    {
      ...{ nature, received_on: received, citizen_id: id },
      identity: [
        t('privacy.mine.from', { assurance: t(`citizens.assurance.${assurance}`), email }),
        wish,
      ]
        .filter(Boolean)
        .join('\n\n'),
    },
  )
  return made.id
}

/** In the space of a citizen: their requests, and the form of another. */
export async function MyRequests() {
  if (!citizenActing()) return <></>
  const all = await mine()
  return (
    <Card title={t('privacy.mine.title')} acts="/privacy/mine">
      <Stack>
        <p>{t('privacy.mine.lead')}</p>
        {all.length > 0 && (
          <List
            label={t('privacy.mine.title')}
            items={all.map(({ nature, reference, state, due_on }) => ({
              title: t(`privacy.nature.${nature}`),
              why: [reference, stateName(requests.name, state)].filter(Boolean).join(' · '),
              due: due_on ? t('privacy.mine.due', { day: formatDate(due_on) }) : undefined,
            }))}
          />
        )}
        <FoldedForm label={t('privacy.mine.ask')} action="/privacy/mine" id="privacy-request">
          <Select
            name="nature"
            label={t('privacy.request.nature')}
            options={natures.map((value) => ({ value, label: t(`privacy.nature.${value}`) }))}
          />
          <TextArea name="wish" label={t('privacy.mine.wish')} maxlength={2000} />
          <FormActions>
            <Button tone="primary" icon="send">
              {t('privacy.mine.send')}
            </Button>
          </FormActions>
        </FoldedForm>
      </Stack>
    </Card>
  )
}

export function minePages(pages: PageRoutes): void {
  pages.post('/mine', forCitizens, form(Asked), async (c, asked) => {
    await askAsCitizen(asked)
    return redirect(c, '/me', { key: 'privacy.mine.asked' })
  })
}

const Told = z.array(
  z.object({
    ...{ id: z.uuid(), reference: z.string(), nature: z.enum(natures), state: z.string() },
    due_on: z.iso.date().nullable(),
  }),
)

export function mineApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/mine',
    forCitizens,
    { summary: 'My requests, as a citizen', answer: Told },
    async () =>
      (await mine()).map(({ due_on, ...one }) => ({ ...one, due_on: due_on?.toString() ?? null })),
  )
  api.on(
    'post',
    '/mine',
    forCitizens,
    {
      summary: 'Exercise a right, as a citizen',
      body: Asked,
      answer: z.object({ id: z.uuid() }),
      status: 201,
    },
    async (_c, asked) => ({ id: await askAsCitizen(asked) }),
  )
}

/** Whoever asked from their space is told there what became of it. */
export const tellWhoAsked: Reaction = async (events) => {
  for (const { type, subjectId } of events) {
    const { rows } = await sql<{ id: string }>`
      select citizen_id as id from commons.privacy_request where id = ${subjectId} and citizen_id is not null`.execute(
      db(),
    )
    const verb = type.split('.')[2] ?? ''
    if (!rows[0] || !isTold(verb)) continue
    const title = inLanguage(tenant().languages[0] ?? 'fr', () => t(`privacy.mine.told.${verb}`))
    await tellCitizens([rows[0].id], { title, href: '/me' })
  }
}

const told = ['answer', 'extend', 'refuse'] as const
const isTold = (verb: string): verb is (typeof told)[number] => told.some((one) => one === verb)
