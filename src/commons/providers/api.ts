import { z } from 'zod'
import { NotFound } from '#kernel/errors'
import { ApiRoutes, type Call, id, isId, line } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import {
  acceptRequest,
  dropRequest,
  identityRequests,
  linkSubject,
  type Provider,
  providerNamed,
  providers,
  raise,
  removeProvider,
  standAs,
  unlink,
} from '#kernel/single-sign-on'
import { add, rewrite } from './keep.ts'
import { linkedTo } from './linked.ts'
import { keeps } from './pages/routes.ts'
import { addRule, dropRule, givenFrom, rulesOf } from './rule.ts'
import { ProviderFieldsSent, RuleSent, StandingSent } from './schema.ts'

export const api = new ApiRoutes('/providers')

const Answered = z.object({
  id: z.uuid(),
  ...ProviderFieldsSent.shape,
  is_on: z.boolean(),
  is_only: z.boolean().describe('Agents come in by it, or by another that is on, alone'),
  has_secret: z.boolean().describe('The secret itself is never told'),
})
const Made = z.object({ id: z.uuid() })
const Sent = ProviderFieldsSent.extend({
  client_secret: line(500).nullable().optional().describe('Null takes it away; absent keeps it'),
})

api.on(
  'get',
  '/',
  keeps,
  {
    summary: 'The identity providers, in the order of the page of signing in',
    answer: z.array(Answered),
  },
  () => providers(),
)

api.on(
  'post',
  '/',
  keeps,
  { summary: 'Add an identity provider; it is off', body: Sent, answer: Made, status: 201 },
  async (_c, { client_secret: secret, ...sent }) => ({ id: await add(sent, secret ?? '') }),
)

const fieldsOf = ({ is_on: _on, is_only: _only, ...fields }: Provider) => fields
const at = (c: Call) => c.req.param('provider') ?? ''
const other = (c: Call, name: string) => {
  const given = c.req.param(name) ?? ''
  if (!isId(given)) throw new NotFound()
  return given
}

api.on(
  'get',
  '/:provider',
  keeps,
  { summary: 'One identity provider', answer: Answered },
  async (c) => {
    const found = await providerNamed(at(c))
    tellEdition(c, fieldsOf(found))
    return found
  },
)

api.on(
  'put',
  '/:provider',
  keeps,
  { summary: 'Rewrite an identity provider, as `If-Match` says that it stands', body: Sent },
  async (c, { client_secret: secret, ...sent }) => {
    const fresh = secret === undefined ? null : (secret ?? '')
    await rewrite(at(c), sent, fresh, (now) => ensureMatch(c, fieldsOf(now)))
  },
)

api.on('delete', '/:provider', keeps, { summary: 'Remove an identity provider' }, async (c) => {
  await removeProvider(at(c))
})

api.on(
  'post',
  '/:provider/standing',
  keeps,
  { summary: 'Switch it off or on, or make it the one way in for agents', body: StandingSent },
  async (c, { standing }) => standAs(at(c), standing),
)

api.on('post', '/:provider/raise', keeps, { summary: 'Move it one place up' }, async (c) => {
  await raise(at(c))
})

const RuleAnswered = z.object({
  id: z.uuid(),
  claim: z.string(),
  value: z.string(),
  gives: z.union([
    z.object({ kind: z.literal('role'), role: z.string() }),
    z.object({ kind: z.literal('function'), service_id: z.uuid(), function: z.string() }),
  ]),
})

api.on(
  'get',
  '/:provider/rules',
  keeps,
  { summary: 'What its claims give', answer: z.array(RuleAnswered) },
  async (c) => rulesOf((await providerNamed(at(c))).id),
)

api.on(
  'post',
  '/:provider/rules',
  keeps,
  { summary: 'Add what a claim gives', body: RuleSent },
  async (c, sent) =>
    addRule(at(c), { claim: sent.claim, value: sent.value, gives: givenFrom(sent) }),
)

api.on(
  'delete',
  '/:provider/rules/:rule',
  keeps,
  { summary: 'Remove what a claim gives' },
  async (c) => dropRule(at(c), other(c, 'rule')),
)

const LinkAnswered = z.object({
  id: z.uuid(),
  account_id: z.uuid(),
  name: z.string(),
  login: z.string(),
  subject: z.string(),
  via: z.string(),
})

api.on(
  'get',
  '/:provider/links',
  keeps,
  { summary: 'Whom it knows here, who came last first', answer: z.array(LinkAnswered) },
  async (c) => (await linkedTo(await providerNamed(at(c)), null)).rows,
)

api.on(
  'post',
  '/:provider/links',
  keeps,
  {
    summary: 'Say who a subject of the provider is',
    body: z.object({ account_id: id(), subject: line(500) }),
  },
  async (c, { account_id: account, subject }) =>
    linkSubject(account, await providerNamed(at(c)), subject, 'import'),
)

api.on(
  'delete',
  '/:provider/links/:account/:link',
  keeps,
  { summary: 'End a link and the sessions that came in by it' },
  async (c) => unlink(other(c, 'account'), other(c, 'link')),
)

const RequestAnswered = z.object({
  id: z.uuid(),
  provider_id: z.uuid(),
  subject: z.string(),
  called: z.string(),
  email: z.string().describe('As the provider says it: it proves nothing'),
})

api.on(
  'get',
  '/requests',
  keeps,
  { summary: 'Those who came and whom nobody knows', answer: z.array(RequestAnswered) },
  async () => (await identityRequests(null)).rows,
)

api.on(
  'post',
  '/requests/:request',
  keeps,
  { summary: 'Say who somebody is who came', body: z.object({ account_id: id() }) },
  async (c, { account_id: account }) => acceptRequest(other(c, 'request'), account),
)

api.on('delete', '/requests/:request', keeps, { summary: 'Forget that somebody came' }, async (c) =>
  dropRequest(other(c, 'request')),
)
