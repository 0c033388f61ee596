import { sql } from 'kysely'
import { giveHat } from '#kernel/auth'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import type { Reaction } from '#kernel/events'
import { inItsLanguage } from '#kernel/tenancy'
import { t } from '#kernel/i18n'
import { citizenAt, citizenPrincipal, tellCitizens } from '#commons/citizens'
import { todayHere } from '#commons/directory'
import { create, type Dossier, kind, write } from '#commons/dossiers'
import { enterprise, enterpriseInWords } from '#commons/parties'
import { date, email, optional, type OwnColumns, remark, text, wordsOf } from '#commons/records'
import { plainVerbNames, plainVerbs } from '#commons/registers'
import { awaitedBy, workflow } from '#commons/workflow'
import { keepers } from './role.ts'

export const mandateWorkflow = workflow('representatives.mandate', {
  initial: 'asked',
  states: {
    asked: { tone: 'info', waitsFor: keepers, edits: keepers },
    granted: { tone: 'good' },
    refused: { tone: 'bad', final: true },
    ended: { tone: 'neutral', final: true },
  },
  transitions: {
    grant: {
      ...{ from: ['asked'], to: 'granted', who: keepers, inPerson: true },
      // Who has no space could not act for anybody.
      when: ({ citizen_id: citizen }: Dossier<Mandate>) =>
        citizen ? null : { key: 'representatives.no_space' },
    },
    refuse: { from: ['asked'], to: 'refused', who: keepers, comment: 'required' },
    end: { from: ['granted'], to: 'ended', who: keepers, comment: 'required' },
  },
})

/** What is said of a mandate, in the order of its form. */
const mandateFields = {
  title: text(200, { label: 'representatives.who', help: 'representatives.who_help' }),
  email: optional(email({ label: 'representatives.email', help: 'representatives.email_help' })),
  company: text(200, { label: 'representatives.company' }),
  number: enterprise({ label: 'representatives.number' }),
  until: optional(date({ label: 'representatives.until', help: 'representatives.until_help' })),
  answer: remark(2000, { label: 'representatives.answer' }, 4),
}

type Own = OwnColumns<typeof mandateFields>
/** `citizen_id`: whose it is; `claimed`: the public service says it. */
export type Mandate = Own & { citizen_id: string | null; claimed: boolean }

/** Under what somebody acts for a company, and what readers of its dossiers name. */
const companyPrincipal = (number: string): `company:${string}` => `company:${number}`

export const mandates = kind<Mandate, (typeof plainVerbNames)[number]>({
  name: 'representatives.mandate',
  verbs: plainVerbNames,
  table: 'commons.company_mandate',
  path: (id) => `/representatives/mandates/${id}`,
  // Who acts for a company sees who else does.
  readers: ({ citizen_id: citizen, number, state }) => [
    ...keepers.map(({ principal }) => principal),
    ...(citizen ? [citizenPrincipal(citizen)] : []),
    ...(state === 'granted' ? [companyPrincipal(number)] : []),
  ],
  awaits: (mandate) => awaitedBy(mandateWorkflow, mandate),
  body: wordsOf(mandateFields),
})

const plain = plainVerbs(mandates, mandateFields, mandateWorkflow)

/** Whether somebody acts for a company, or asked to: they give that up before their space is erased. */
export async function mandatesThatHold(citizenId: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`select exists (
    select from commons.company_mandate m join commons.dossier d using (tenant_id, id)
    where m.citizen_id = ${citizenId} and d.state in ('asked', 'granted')) as holds`.execute(db())
  return rows[0]?.holds ?? false
}

/** Whose space an address is, where one was said. Throws `Invalid` where it is of no space. */
async function holderAt(address: string | null): Promise<string | null> {
  if (!address) return null
  const found = await citizenAt(address)
  if (!found) throw Invalid.field('email', 'representatives.no_such_space')
  return found
}

/** What a form, a list and the API ask of mandates: one that is asked at a counter names the space whose it will be. */
export const mandateRecord: typeof plain = {
  ...plain,
  write: async (given, told) => {
    const holder = await holderAt(given.email)
    const made = await plain.write(given, told)
    return holder ? write(mandates, made, { citizen_id: holder }, 'edit') : made
  },
  rewrite: async (mandate, given) => {
    const moved = given.email !== undefined && given.email !== mandate.email
    const holder = moved ? await holderAt(given.email ?? null) : mandate.citizen_id
    const made = await plain.rewrite(mandate, given)
    return holder === mandate.citizen_id
      ? made
      : write(mandates, made, { citizen_id: holder }, 'edit')
  },
}

/** What is asked for somebody who has a space. */
export const openMandate = (
  { title, company, number }: Pick<Mandate, 'company' | 'number'> & { title: string },
  of: Partial<Pick<Mandate, 'citizen_id' | 'claimed' | 'answer' | 'until'>>,
): Promise<Dossier<Mandate>> =>
  create(mandates, { title, state: mandateWorkflow.initial }, { company, number, ...of })

/** A row of a mandate, for what the house itself reckons of all of one person. */
export interface MandateRow {
  id: string
  state: string
  citizen_id: string
  company: string
  number: string
  until: Temporal.PlainDate | null
  claimed: boolean
}

/** The mandates of these, or of somebody, whoever asks: the house reckons by them what is worn. */
export async function mandatesOf(of: { ids?: readonly string[]; citizen?: string }) {
  const { rows } = await sql<MandateRow>`
    select d.id, d.state, m.citizen_id, m.company, m.number, m.until, m.claimed
    from commons.company_mandate m join commons.dossier d using (tenant_id, id)
    where m.citizen_id is not null and (d.id = any(${[...(of.ids ?? [])]}::uuid[])
      or m.citizen_id = ${of.citizen ?? null}::uuid) order by d.id`.execute(db())
  return rows
}

/** Gives whoever a mandate was granted to the hat of the company, and takes it away with the last one of theirs for it. */
async function dress({ citizen_id: citizen, number, company }: MandateRow): Promise<void> {
  const today = todayHere()
  const holding = (await mandatesOf({ citizen })).filter(
    (one) => one.state === 'granted' && one.number === number,
  )
  const open = holding.some(({ until }) => until === null)
  const last = holding
    .flatMap(({ until }) => until ?? [])
    .toSorted(Temporal.PlainDate.compare)
    .at(-1)
  const end = open ? null : (last?.add({ days: 1 }) ?? today)
  await giveHat(citizen, { key: companyPrincipal(number), called: company }, end)
}

/** In the same transaction as the step: what is worn follows what was decided, and its person is told. */
export const follow: Reaction = async (events) => {
  const rows = await mandatesOf({ ids: events.flatMap(({ subjectId }) => subjectId ?? []) })
  for (const row of rows) {
    await dress(row)
    const title = inItsLanguage(() =>
      t(`representatives.told.${stateOf(row.state)}`, { company: row.company }),
    )
    if (!row.claimed) await tellCitizens([row.citizen_id], { title, href: '/me' })
  }
}

const states = ['granted', 'refused', 'ended'] as const
const stateOf = (state: string) => states.find((one) => one === state) ?? 'ended'

/** Those who act for a company and read a dossier, by its number. */
export const companyNames = async (
  principals: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    principals.flatMap((one) => {
      const [, number] = /^company:(\d{10})$/.exec(one) ?? []
      const words = number && t('representatives.reader', { number: enterpriseInWords(number) })
      return words ? [[one, words] as const] : []
    }),
  )
