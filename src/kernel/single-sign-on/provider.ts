import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { ensureAskable } from '#kernel/outgoing'
import { seal, unseal } from '#kernel/secrets'
import type { Serves, SubjectClaim } from './tables.ts'
import './tables.ts'

/** Who says of people who they are, by OpenID Connect (fournisseur d’identité). */
export interface Provider {
  id: string
  /** On the page of signing in. */
  name: string
  issuer: string
  client_id: string
  scopes: string
  subject_claim: SubjectClaim
  /** Levels of assurance, by blanks: one of them is asked for, and must be answered. Empty: none is. */
  acr_values: string
  asks_user_info: boolean
  /** What SCIM says as `externalId` is what it calls somebody. */
  takes_external_id: boolean
  serves: Serves
  /** Of one that serves citizens: where it says their national number; empty: it does not. */
  number_claim: string
  is_on: boolean
  /** Who is no administrator comes in by it, or by another one that is on, and by nothing of the house. */
  is_only: boolean
  has_secret: boolean
}

/** What an administrator writes of one. */
export type ProviderFields = Pick<
  Provider,
  | 'name'
  | 'issuer'
  | 'client_id'
  | 'scopes'
  | 'subject_claim'
  | 'acr_values'
  | 'asks_user_info'
  | 'takes_external_id'
  | 'serves'
  | 'number_claim'
>

export const clientSecret = {
  table: 'kernel.identity_provider',
  column: 'client_secret',
}

const providersQuery = () =>
  db()
    .selectFrom('kernel.identity_provider')
    .select([
      ...(['id', 'name', 'issuer', 'client_id', 'scopes', 'subject_claim', 'acr_values'] as const),
      ...([
        'asks_user_info',
        'takes_external_id',
        'serves',
        'number_claim',
        'is_on',
        'is_only',
      ] as const),
      sql<boolean>`client_secret is not null`.as('has_secret'),
    ])

/** All providers of the authority, in the order of the page of signing in. */
export const providers = (): Promise<Provider[]> =>
  providersQuery().orderBy('position').orderBy('id').execute()

/** Those by which one comes in. */
export const providersOn = (): Promise<Provider[]> =>
  providersQuery().where('is_on', '=', true).orderBy('position').orderBy('id').execute()

/** One of them. Throws `NotFound`. */
export async function providerNamed(id: string): Promise<Provider> {
  const found = isUuid(id) && (await providersQuery().where('id', '=', id).executeTakeFirst())
  ensure(found, NotFound, 'errors.not_found')
  return found
}

const isUuid = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

/** The secret by which the house says to a provider that it is itself; null where it has none. */
export async function secretOf(id: string): Promise<string | null> {
  const row = await db()
    .selectFrom('kernel.identity_provider')
    .select('client_secret')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.client_secret ? unseal(clientSecret, id, row.client_secret) : null
}

/** More stand on no page of signing in. */
const most = 10

/** Adds a provider, off until somebody tried it. Throws `Invalid` where its issuer is there, `Conflict` past ten. */
export async function addProvider(fields: ProviderFields, secret: string): Promise<string> {
  ensureAsked(fields)
  await alone()
  const all = await providers()
  ensure(all.length < most, Conflict, 'single_sign_on.too_many', { most })
  ensureOther(all, fields)
  const id = randomUUID()
  await db()
    .insertInto('kernel.identity_provider')
    .values({
      ...{ id, ...fields, position: all.length },
      client_secret: secret ? await seal(clientSecret, id, secret) : null,
    })
    .execute()
  await audit('provider_changed', `added ${fields.name}`)
  return id
}

/** Those who change which providers there are, and in what order, go one after the other. */
const alone = () =>
  sql`select pg_advisory_xact_lock(hashtextextended('providers' || kernel.tenant_id(), 0))`.execute(
    db(),
  )

/** An issuer at which the house never asks lets nobody in: it is told where it is written, not where people come in. */
function ensureAsked({ issuer }: ProviderFields): void {
  try {
    ensureAskable(issuer)
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure
    throw Invalid.field('issuer', failure.key, failure.params)
  }
}

function ensureOther(
  all: readonly Pick<Provider, 'id' | 'issuer'>[],
  { issuer }: ProviderFields,
  id?: string,
): void {
  if (all.some((one) => one.issuer === issuer && one.id !== id))
    throw Invalid.field('issuer', 'single_sign_on.issuer_taken')
}

/**
 * Rewrites a provider. `secret`: null keeps the one that there is, empty takes it away. Another issuer knows other people
 * by the same names, so that those who are linked are not. `ensureSeen` throws where what
 * stands is not what it was rewritten from. Throws `Invalid`, `NotFound`.
 */
export async function rewriteProvider(
  id: string,
  fields: ProviderFields,
  secret: string | null,
  ensureSeen: (standing: Provider) => void = () => {},
): Promise<void> {
  await alone()
  const before = await providerNamed(id)
  ensureSeen(before)
  if (before.issuer !== fields.issuer) ensureAsked(fields)
  ensure(before.serves === fields.serves, Conflict, 'single_sign_on.serves_stays')
  ensureOther(await providers(), fields, id)
  await db()
    .updateTable('kernel.identity_provider')
    .set({
      ...fields,
      ...(secret !== null && {
        client_secret: secret ? await seal(clientSecret, id, secret) : null,
      }),
    })
    .where('id', '=', id)
    .execute()
  await audit('provider_changed', `rewritten ${fields.name}`)
}

/** How one comes in by a provider. */
export type Standing = 'off' | 'on' | 'only'

/** Switches a provider on or off, or makes it the one way in for all but administrators. Throws `NotFound`. */
export async function standAs(id: string, standing: Standing): Promise<void> {
  await alone()
  const { name, serves } = await providerNamed(id)
  ensure(standing !== 'only' || serves === 'staff', Conflict, 'single_sign_on.not_of_staff')
  await db()
    .updateTable('kernel.identity_provider')
    .set({ is_on: standing !== 'off', is_only: standing === 'only' })
    .where('id', '=', id)
    .execute()
  await audit('provider_changed', `${standing} ${name}`)
}

/** Moves a provider one place up on the page of signing in. Throws `NotFound`. */
export async function raise(id: string): Promise<void> {
  await alone()
  await providerNamed(id)
  const order = (await providers()).map((one) => one.id)
  const at = order.indexOf(id)
  if (at < 1) return
  order.splice(at - 1, 2, id, order[at - 1] ?? id)
  for (const [position, one] of order.entries())
    await db()
      .updateTable('kernel.identity_provider')
      .set({ position })
      .where('id', '=', one)
      .execute()
  await audit('provider_changed', 'order')
}

/** Takes a provider away: sessions that came in by it end. Links to its people stay, and hold should it come back. */
export async function removeProvider(id: string): Promise<void> {
  await alone()
  const { name } = await providerNamed(id)
  await db()
    .deleteFrom('kernel.session')
    .where('id', 'in', (e) =>
      e.selectFrom('kernel.provider_session').select('id').where('provider_id', '=', id),
    )
    .execute()
  await db().deleteFrom('kernel.identity_provider').where('id', '=', id).execute()
  await audit('provider_changed', `removed ${name}`)
}

/** Whether a provider is the one way in for who is no administrator. */
export async function isOneOnly(): Promise<boolean> {
  const one = await db()
    .selectFrom('kernel.identity_provider')
    .select('id')
    .where('is_only', '=', true)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}
