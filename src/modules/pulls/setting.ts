import { sql } from 'kysely'
import { actAs, may, permission, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { ensureAskable } from '#kernel/outgoing'
import { seal, unseal } from '#kernel/secrets'
import { read } from '#commons/dossiers'
import { type Source, sources } from '#modules/incoming'
import type { Tables } from '#kernel/db'
import type { Selectable } from 'kysely'
import './tables.ts'

/** How the meetings of a source are fetched (reprise). Its id is that of the source. */
export type Setting = Omit<Selectable<Tables['pulls.setting']>, 'tenant_id' | 'password'>

/** The same, with what the house proves itself by. */
export type Reached = Setting & { password: string }

/** What somebody writes of it. */
export type SettingFields = Omit<Setting, 'id' | 'next_at' | 'last_at' | 'last_failure'>

export const password = { table: 'pulls.setting', column: 'password' }

export const keeps = permission('pulls.keep')

const columns = [
  ...(['id', 'url', 'username', 'config_id', 'category_field', 'texts', 'states'] as const),
  ...(['mapped_subjects_only', 'mapped_people_only', 'every', 'days_back'] as const),
  ...(['next_at', 'last_at', 'last_failure'] as const),
] as const

/** The source of that id, for whoever may say how it is fetched. Throws `NotFound`. */
export const sourceOf = async (id: string): Promise<Source> => {
  ensure(isId(id), NotFound, 'errors.not_found')
  return read(sources, id)
}

/** How a source is fetched; undefined where nobody has said. */
export const settingOf = (id: string): Promise<Setting | undefined> =>
  db().selectFrom('pulls.setting').select(columns).where('id', '=', id).executeTakeFirst()

/** The settings whose hour has come, the longest awaited first. */
export const settingsDue = (): Promise<{ id: string }[]> =>
  db()
    .selectFrom('pulls.setting')
    .select('id')
    .where('next_at', '<=', Temporal.Now.instant())
    .orderBy('next_at')
    .execute()

/** How a source is fetched, with the password. Throws `NotFound`. */
export async function reached(id: string): Promise<Reached> {
  const row = await db()
    .selectFrom('pulls.setting')
    .select([...columns, 'password'])
    .where('id', '=', isId(id) ? id : null)
    .executeTakeFirst()
  ensure(row, NotFound, 'errors.not_found')
  return { ...row, password: await unseal(password, row.id, row.password) }
}

/**
 * Says how a source is fetched. `secret`: empty keeps the password that stands. Throws `Invalid` where the address is none at which the
 * house asks, or the password would be sent elsewhere than where it was for; `Forbidden`. `ensureSeen` throws where what stands is not
 * what it was rewritten from.
 */
export async function keepSetting(
  id: string,
  fields: SettingFields,
  secret: string,
  ensureSeen: (standing: Setting | undefined) => void = () => {},
): Promise<void> {
  ensure(may(keeps), Forbidden, 'errors.forbidden')
  await read(sources, id, { lock: true })
  const before = await settingOf(id)
  ensureSeen(before)
  ensureAsked(fields.url)
  if (!secret && before && new URL(before.url).origin !== new URL(fields.url).origin)
    throw Invalid.field('password', 'pulls.password_anew')
  if (!secret && !before) throw Invalid.field('password', 'pulls.password_needed')
  const isSame = before?.every === fields.every
  const next_at = fields.every === 'never' ? null : isSame ? before.next_at : Temporal.Now.instant()
  const own = { ...fields, next_at, last_failure: null }
  if (before) {
    const sealed = secret ? { password: await seal(password, id, secret) } : {}
    await db()
      .updateTable('pulls.setting')
      .set({ ...own, ...sealed })
      .where('id', '=', id)
      .execute()
  } else
    await db()
      .insertInto('pulls.setting')
      .values({ id, ...own, last_at: null, password: await seal(password, id, secret) })
      .execute()
}

/** A source that is fetched no more: what came stays. Throws `Forbidden`. */
export async function dropSetting(id: string): Promise<void> {
  ensure(may(keeps), Forbidden, 'errors.forbidden')
  await db().deleteFrom('pulls.setting').where('id', '=', id).execute()
}

function ensureAsked(url: string): void {
  try {
    ensureAskable(url)
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure
    throw Invalid.field('url', failure.key, failure.params)
  }
}

const afterHours = { never: null, day: 24, hour: 1 } as const

/** Puts off the next time that a source is fetched by itself, before it is: what fails waits for the next. */
export async function putOff({ id, every }: Setting): Promise<void> {
  const hours = afterHours[every]
  const next_at = hours === null ? null : Temporal.Now.instant().add({ hours })
  await db().updateTable('pulls.setting').set({ next_at }).where('id', '=', id).execute()
}

/** Says that a source was fetched as it should. */
export async function wentWell(id: string): Promise<void> {
  await db()
    .updateTable('pulls.setting')
    .set({ last_at: sql`now()`, last_failure: null })
    .where('id', '=', id)
    .execute()
}

/** The name of a source, for the house itself. */
export const titleOf = async (id: string): Promise<string> =>
  (await actAs(system, () => read(sources, id))).title
