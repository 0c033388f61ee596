import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { actor } from '#kernel/access'
import { type ApiRoutes, fileInBody, form, line, type PageRoutes, uploads } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import {
  Button,
  Card,
  FileField,
  FoldedForm,
  FormActions,
  List,
  PostButton,
  Stack,
  TextField,
} from '#kernel/ui'
import { addAnnexes } from '#commons/annexes'
import { citizenActing, citizenHere, ensureAssured, forCitizens } from '#commons/citizens'
import { read, seen } from '#commons/dossiers'
import { enterpriseInWords, enterpriseNumber } from '#commons/parties'
import { settled } from '#commons/settings'
import { enforce, stateName } from '#commons/workflow'
import { type MandateRow, mandates, mandateWorkflow, openMandate } from './mandate.ts'
import { leastAssured } from './settings.ts'

const Asked = z.object({
  company: line(200),
  number: line(20)
    .refine((text) => enterpriseNumber(text) !== null, 'parties.not_an_enterprise_number')
    .transform((text) => enterpriseNumber(text) ?? ''),
})

/** So many may wait at a time. */
const mostOpen = 10
const mostBytes = 10_000_000

/** The company for which the one who acts does so, by its number; null for all who act otherwise. */
const companyActing = (): string | null => {
  const key = actor().hat?.key ?? ''
  return key.startsWith('company:') ? key.slice('company:'.length) : null
}

type Mine = Pick<MandateRow, 'id' | 'state' | 'company' | 'number' | 'until' | 'claimed'>

/** The mandates of the citizen who acts, the last first. */
async function mine(): Promise<Mine[]> {
  const { rows } = await sql<Mine>`
    select d.id, d.state, m.company, m.number, m.until, m.claimed
    from commons.company_mandate m join commons.dossier d using (tenant_id, id)
    where m.citizen_id = ${citizenActing()} and ${seen()} order by d.created_at desc, d.id`.execute(
    db(),
  )
  return rows
}

interface Proof {
  name: string
  bytes: Uint8Array
}

/**
 * A citizen asks to act for a company, with a proof. Throws `Forbidden` where it is not known as surely who they are as the
 * authority wants, `Conflict` where one for this company waits or holds, or many wait.
 */
async function ask(asked: z.output<typeof Asked>, proofs: readonly Proof[]): Promise<string> {
  const least = await settled(leastAssured)
  if (least !== 'none') ensureAssured(least)
  const { id, first_name: first, last_name: last } = await citizenHere()
  await sql`select id from commons.citizen where id = ${id} for update`.execute(db())
  const open = (await mine()).filter(({ state }) => state === 'asked' || state === 'granted')
  const same = open.some(({ number }) => number === asked.number)
  ensure(!same, Conflict, 'representatives.mine.twice', { company: asked.company })
  ensure(open.length < mostOpen, Conflict, 'representatives.mine.many', { most: mostOpen })
  if (proofs.length === 0) throw Invalid.field('proofs', 'representatives.mine.no_proof')
  const made = await openMandate({ title: `${last} ${first}`, ...asked }, { citizen_id: id })
  await addAnnexes(proofs.map((one) => ({ ...one, dossier: made })))
  return made.id
}

/** A citizen acts for a company no more. Throws `NotFound` where it is none of theirs that holds. */
async function giveUp(id: string): Promise<void> {
  const found = (await mine()).find((one) => one.id === id && one.state === 'granted')
  if (!found) throw new NotFound()
  const mandate = await read(mandates, id)
  await enforce(mandates, mandateWorkflow, mandate, 'end', {
    comment: t('representatives.mine.given_up_because'),
  })
}

/** In the space of a citizen: for whom they act, and the form of another. */
export async function MyMandates() {
  const company = companyActing()
  if (company) return <Others of={company} />
  if (!citizenActing()) return <></>
  const all = await mine()
  return (
    <Card title={t('representatives.mine.title')} acts="/representatives/mine">
      <Stack>
        <p>{t('representatives.mine.lead')}</p>
        {all.length > 0 && (
          <List
            label={t('representatives.mine.title')}
            items={all.map(({ id, company, number, state, until }) => ({
              title: company,
              why: [enterpriseInWords(number), stateName(mandates.name, state)].join(' · '),
              due: until ? t('representatives.mine.until', { day: formatDate(until) }) : undefined,
              act: state === 'granted' && (
                <PostButton
                  action={`/representatives/mine/${id}/end`}
                  confirm={t('representatives.mine.end_sure', { company })}
                >
                  {t('representatives.mine.end')}
                </PostButton>
              ),
            }))}
          />
        )}
        <FoldedForm
          label={t('representatives.mine.ask')}
          action="/representatives/mine"
          id="company-mandate"
          multipart
        >
          <TextField name="company" label={t('representatives.company')} maxlength={200} required />
          <TextField
            name="number"
            label={t('representatives.number')}
            help={t('parties.enterprise_number_help')}
            inputmode="numeric"
            maxlength={20}
            required
          />
          <FileField
            name="proofs"
            label={t('representatives.mine.proof')}
            help={t('representatives.mine.proof_help')}
            accept={['application/pdf', 'image/jpeg', 'image/png']}
            most={mostBytes}
            required
          />
          <FormActions>
            <Button tone="primary" icon="send">
              {t('representatives.mine.send')}
            </Button>
          </FormActions>
        </FoldedForm>
      </Stack>
    </Card>
  )
}

/** Who else acts for the company for which one does. */
async function Others({ of }: { of: string }) {
  const { rows } = await sql<{ title: string; until: Temporal.PlainDate | null }>`
    select d.title, m.until from commons.company_mandate m join commons.dossier d using (tenant_id, id)
    where m.number = ${of} and d.state = 'granted' and ${seen()} order by d.title, d.id`.execute(
    db(),
  )
  return (
    <Card title={t('representatives.others', { number: enterpriseInWords(of) })} flush>
      <List
        label={t('representatives.title')}
        items={rows.map(({ title, until }) => ({
          title,
          why: until ? t('representatives.mine.until', { day: formatDate(until) }) : '',
        }))}
      />
    </Card>
  )
}

export function minePages(pages: PageRoutes): void {
  pages.post(
    '/mine',
    forCitizens,
    form(Asked.extend({ proofs: uploads(5) })),
    async (c, { proofs, ...asked }) => {
      const files = await Promise.all(
        proofs.map(async (one) => ({
          ...{ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) },
        })),
      )
      await ask(asked, files)
      return redirect(c, '/me', { key: 'representatives.mine.asked' })
    },
  )
  pages.post('/mine/:id/end', forCitizens, async (c) => {
    await giveUp(c.req.param('id') ?? '')
    return redirect(c, '/me', { key: 'representatives.mine.ended' })
  })
}

const Told = z.array(
  z.object({
    ...{ id: z.uuid(), company: z.string(), number: z.string(), state: z.string() },
    until: z.iso.date().nullable(),
    claimed: z.boolean().describe('The public service says it at each sign-in.'),
  }),
)

export function mineApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/mine',
    forCitizens,
    { summary: 'For which companies I act, or asked to', answer: Told },
    async () =>
      (await mine()).map(({ until, ...one }) => ({ ...one, until: until?.toString() ?? null })),
  )
  api.on(
    'post',
    '/mine',
    forCitizens,
    {
      summary: 'Ask to act for a company, with a proof',
      body: Asked.extend({ proofs: z.array(fileInBody()).min(1).max(5) }),
      answer: z.object({ id: z.uuid() }),
      status: 201,
    },
    async (_c, { proofs, ...asked }) => ({ id: await ask(asked, proofs) }),
  )
  api.on('post', '/mine/:id/end', forCitizens, { summary: 'Act for a company no more' }, (c) =>
    giveUp(c.req.param('id') ?? ''),
  )
}
