import { sql } from 'kysely'
import { actor, isProgram, mayBy, permission } from '#kernel/access'
import { accountNamed, bearsOf, standingPerson } from '#kernel/auth'
import { db } from '#kernel/db'
import { folded } from '#kernel/i18n'
import { NotFound } from '#kernel/errors'
import { emailsOf, services } from '#commons/directory'
import { base, configs } from './config.ts'
import { badRequest, Refused } from './failure.ts'
import { lists } from './lists.ts'
import { Params } from './params.ts'
import { toldConfig } from './tell-config.ts'
import { type Telling, told } from './telling.ts'
import { uidOf } from './uid.ts'

const representing = permission('restapi.in_name_of')

interface Known {
  /** The login. */
  id: string
  name: string
  email: string
  principals: readonly string[]
}

/** Who asks, as `@users` tells of it: a program is called as it calls itself. */
const self = (called: string): Known => {
  const { name, principals } = actor()
  return { id: called, name, principals, email: '' }
}

/**
 * One user by their login. Of others than itself a program is told that may act in their name. Throws `NotFound`,
 * `Refused`.
 */
export async function userNamed(login: string, called: string): Promise<Known> {
  if (folded(login) === folded(called) || login === actor().id) return self(login)
  ensureMayAsk(login)
  const person = await standingPerson(login)
  if (!person?.id) throw new NotFound()
  return knownOf(person.id)
}

function ensureMayAsk(login: string): void {
  if (isProgram() && mayBy(representing, 'read')) return
  throw new Refused(401, 'restapi.users.refused', { login })
}

async function knownOf(id: string): Promise<Known> {
  const account = await accountNamed(id)
  if (!account) throw new NotFound()
  const email = (await emailsOf([id])).get(id) ?? ''
  return { id: account.login, name: account.name, email, principals: await bearsOf(id) }
}

/** How many users are told: whoever asks for more says whom. */
const mostUsers = 100

/** Those whose login or name holds these words. Throws `Refused`. */
export async function usersLike(query: string): Promise<Known[]> {
  ensureMayAsk(query)
  const { rows } = await sql<{ id: string }>`select id from kernel.account
    where disabled_at is null and not is_outside
      and strpos(kernel.name_key(login || ' ' || name), ${folded(query)}) > 0
    order by login limit ${mostUsers + 1}`.execute(db())
  if (rows.length > mostUsers) throw badRequest('restapi.users.too_many', { most: mostUsers })
  const found: Known[] = []
  for (const { id } of rows) found.push(await knownOf(id))
  return found
}

/** What can be told of a user. */
export async function toldUser(user: Known, asked: Params): Promise<object> {
  const url = `${await base()}/@users/${encodeURIComponent(user.id)}`
  const telling: Telling = {
    '@type': 'User',
    base: {
      ...{ '@id': url, id: user.id, username: user.id, fullname: user.name, email: user.email },
      ...{ roles: ['Member'], description: null, home_page: null, location: null, portrait: null },
    },
    fields: {},
    includes: {
      groups: (within) => groupsOf(user, within),
      app_groups: () => user.principals.map((one) => ({ token: one, title: one })),
      configs: async () => toldConfigs(),
      categories: (within) => byConfig('category', within),
      classifiers: (within) => byConfig('classifier', within),
    },
  }
  return told(telling, asked)
}

/** The services where somebody works; with `suffixes`, those where they do that. */
async function groupsOf({ principals }: Known, asked: Params): Promise<object[]> {
  const wanted = asked.many('suffixes')
  const does = (service: string) =>
    wanted.length === 0
      ? principals.includes(`service:${service}`)
      : wanted.some((suffix) =>
          (functions[suffix] ?? []).some((one) => principals.includes(`service:${service}:${one}`)),
        )
  return (await services())
    .filter(({ id }) => does(id))
    .map(({ id, label }) => {
      const uid = uidOf(id)
      return { '@type': 'organization', UID: uid, id: uid, title: label, review_state: 'active' }
    })
}

/** Who does in a service what a suffix of its groups says there. */
const functions: Readonly<Record<string, readonly string[]>> = {
  creators: ['editor', 'head'],
  reviewers: ['head'],
  prereviewers: ['head'],
  observers: ['observer', 'editor', 'head'],
}

async function toldConfigs(): Promise<object[]> {
  const nothing = new Params({})
  const found: object[] = []
  for (const one of await configs()) found.push(await toldConfig(one, nothing))
  return found
}

async function byConfig(of: 'category' | 'classifier', asked: Params): Promise<object> {
  const wanted = [...asked.many('configs'), ...asked.many('config')]
  const { open } = (await lists())[of]
  return Object.fromEntries(
    (await configs())
      .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
      .map(({ id }) => [
        id,
        open.map((one) => ({ ...one, '@type': 'meetingcategory', id: one.token, UID: one.token })),
      ]),
  )
}
