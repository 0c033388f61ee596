import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { type AuthorityKind, kinds, reservationsFor } from '#commons/trades'
import { NotFound } from '#kernel/errors'
import { armsOf } from '#commons/authority'
import {
  authorities,
  type Authority,
  authorityNamed,
  giveNumber,
  nameHosts,
  standingHosts,
} from './known.ts'
import { standings } from './standing.ts'
import { openWith } from './opening.ts'
import { usualProfile } from './profile.ts'
import {
  AskedFields,
  HostFields,
  NumberFields,
  OpeningBody,
  ProfileFields,
  SpokenFields,
} from './schema.ts'

export const api = new ApiRoutes('')
const operates = permission('authorities.operate')
const opens = permission('authorities.open')

const Told = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  number: z.string().describe('At the Crossroads Bank for Enterprises; empty where nobody said.'),
  operates: z.boolean().describe('Its administrators run the house.'),
  languages: z.array(z.string()),
  hosts: z.array(z.string()),
  trades: z.array(z.string()),
  accounts: z.int().describe('How many can sign in.'),
  standing: z
    .enum(standings)
    .describe('`incomplete`: nobody has come in yet, or it has no host name.'),
  because: z.string().describe('Why it is restricted; empty otherwise.'),
  until: z.string().nullable().describe('When that is over by itself, or when it is erased.'),
  created_at: z.string(),
})

const told = ({ created_at, until, ...one }: Authority) => ({
  ...one,
  until: until?.toString() ?? null,
  created_at: created_at.toString(),
})

const Usual = ProfileFields.extend({
  not_supported: z.array(z.string()).describe('What the house does not do as yet for this kind.'),
})

function kindOf(text: string | undefined): AuthorityKind {
  const kind = kinds.find((one) => one === text)
  if (!kind) throw new NotFound()
  return kind
}

api.on(
  'get',
  '/authorities',
  operates,
  {
    summary: 'The authorities of the house; those that are asked for',
    query: AskedFields,
    answer: z.array(Told),
  },
  async (_c, asked) => (await authorities(asked)).map(told),
)

api.on(
  'get',
  '/authority-profiles/:kind',
  operates,
  {
    summary: 'With what an authority of a kind usually starts, in its first language',
    query: SpokenFields,
    answer: Usual,
  },
  async (c, { language }) => {
    const kind = kindOf(c.req.param('kind'))
    return { ...usualProfile(kind, language), not_supported: reservationsFor(kind) }
  },
)

api.on(
  'get',
  '/authorities/:slug',
  operates,
  { summary: 'One authority', answer: Told },
  async (c) => {
    const one = await authorityNamed(c.req.param('slug'))
    tellEdition(c, standingHosts(one))
    return told(one)
  },
)

api.on(
  'post',
  '/authorities',
  opens,
  {
    summary:
      'Open an authority, all of it or nothing; its profile is the usual one of its kind unless told',
    body: OpeningBody,
    answer: Told.extend({
      link: z
        .string()
        .nullable()
        .describe('By which its administrator comes in, where no message reaches them.'),
      expires_at: z.string(),
    }),
    status: 201,
  },
  async (_c, { profile, arms, other_hosts: others, ...said }) => {
    const { authority, link } = await openWith(said, {
      ...{ others, profile: profile ?? usualProfile(said.kind, said.language) },
      arms: arms ? await armsOf(arms.bytes) : '',
    })
    return {
      ...told(await authorityNamed(authority.slug)),
      link: link.sentTo ? null : link.href,
      expires_at: link.expiresAt.toString(),
    }
  },
)

api.on(
  'post',
  '/authorities/:slug/number',
  opens,
  { summary: 'Give an authority another number', body: NumberFields, answer: Told },
  async (c, { number }) => {
    const one = await authorityNamed(c.req.param('slug'))
    await giveNumber(one, number)
    return told(await authorityNamed(one.slug))
  },
)

api.on(
  'put',
  '/authorities/:slug/hosts',
  opens,
  {
    summary:
      'Give an authority these host names and no others; `If-Match` refuses where another did meanwhile',
    body: HostFields,
    answer: Told,
  },
  async (c, { hosts, other_hosts: others }) => {
    const one = await authorityNamed(c.req.param('slug'))
    ensureMatch(c, standingHosts(one))
    await nameHosts(one, hosts, others)
    const after = await authorityNamed(one.slug)
    tellEdition(c, standingHosts(after))
    return told(after)
  },
)
