import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider'
import { raw } from 'hono/html'
import { inLanguage, t } from '#kernel/i18n'
import { Button, ButtonLink, Document, Head } from '#kernel/ui'
import type { Child } from 'hono/jsx'

/** Somebody invented, as the fictional provider knows them. */
export interface Known {
  /** What it calls them for good. */
  sub: string
  name: string
  email?: string
  /** What else it says of them. */
  groups?: readonly string[]
  given_name?: string
  family_name?: string
  /** Their national number, invented. */
  egovNRN?: string
}

/** An authority that asks it, by one of its providers. */
export interface FictionalClient {
  clientId: string
  /** None: it proves itself by the code alone. */
  secret?: string
  /** Of the provider at the authority. */
  id: string
  /** Where the authority is asked; at the first it is told of sign-outs. */
  homes: readonly string[]
}

export interface Fictional {
  clients: readonly FictionalClient[]
  people: readonly Known[]
  /** How it asks others, where not as everybody does. */
  fetch?: Configuration['fetch']
}

/**
 * A provider of identities for those who try the house and for tests: whoever comes chooses one of the invented people, with
 * no password. It is a real one (`oidc-provider`) in all else; that package comes with the tools of developers, so that where
 * they are not installed there is none.
 */
export async function fictionalProvider(
  issuer: string,
  { clients, people, fetch }: Fictional,
): Promise<Provider> {
  const { default: Oidc } = await import('oidc-provider')
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'fictional', use: 'sig', alg: 'RS256' }
  const find = (sub: string) => people.find((one) => one.sub === sub)
  const provider = new Oidc(issuer, {
    clients: clients.map(metadataOf),
    ...(fetch && { fetch }),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: ['openid', 'profile', 'email', 'egovnrn'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'groups'],
      email: ['email'],
      egovnrn: ['egovNRN'],
    },
    conformIdTokenClaims: false,
    acrValues: [surest],
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 600,
      Interaction: 600,
      Session: 3600,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: leavingPage },
      backchannelLogout: { enabled: true },
    },
    findAccount: (_, sub) => {
      const known = find(sub)
      return known && { accountId: sub, claims: () => ({ ...known }) }
    },
    // What is asked is granted: everybody here is invented.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId
      const clientId = oidc.client?.clientId
      if (!accountId || !clientId) return undefined
      const grant = new oidc.provider.Grant({ accountId, clientId })
      grant.addOIDCScope('openid profile email egovnrn')
      await grant.save()
      return grant
    },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
  })
  provider.use(async (c, next) => {
    const [, chosen] = /^\/choose\/[\w-]+(?:\/([\w.@-]+))?$/.exec(c.path) ?? []
    if (!c.path.startsWith('/choose/')) return next()
    if (chosen === undefined) {
      c.type = 'html'
      c.body = await choosing(c.path, people)
      return undefined
    }
    await choose(provider, c, find(chosen))
    c.respond = false
    return undefined
  })
  return provider
}

const metadataOf = ({ clientId, secret, id, homes }: FictionalClient): ClientMetadata => ({
  client_id: clientId,
  ...(secret ? { client_secret: secret } : { token_endpoint_auth_method: 'none' }),
  redirect_uris: homes.map((home) => `${home}/sign-in/with/${id}/back`),
  post_logout_redirect_uris: homes.map((home) => `${home}/sign-in`),
  backchannel_logout_uri: `${homes[0] ?? ''}/sign-in/with/${id}/logout`,
  backchannel_logout_session_required: true,
})

/** How surely it says that it knows everybody: as the federal service does of an identity card. */
const surest = 'urn:be:fedict:iam:fas:Level500'

/** Goes on as the one who was chosen; as nobody where that one is not known: the person cancelled. */
const choose = (
  provider: Provider,
  { req, res }: Pick<KoaContextWithOIDC, 'req' | 'res'>,
  known: Known | undefined,
): Promise<void> =>
  provider.interactionFinished(
    req,
    res,
    known
      ? { login: { accountId: known.sub, acr: surest } }
      : { error: 'access_denied', error_description: 'cancelled' },
    { mergeWithLastSubmission: false },
  )

/** The plain page on which one chooses who one is. */
const choosing = (path: string, people: readonly Known[]): Promise<string> =>
  inLanguage('fr', async () =>
    String(
      await (
        <Plain title={t('providers.fictional.title')}>
          <p>{t('providers.fictional.lead')}</p>
          {people.map(({ sub, name }) => (
            <p>
              <ButtonLink href={`${path}/${sub}`} icon="log-in" leaves>
                {name}
              </ButtonLink>
            </p>
          ))}
          <p>
            <ButtonLink href={`${path}/nobody`} icon="x" tone="quiet" leaves>
              {t('providers.fictional.cancel')}
            </ButtonLink>
          </p>
        </Plain>
      ),
    ),
  )

/** One leaves by one button; the form is the library’s. */
async function leavingPage(c: KoaContextWithOIDC, form: string): Promise<void> {
  c.body = await inLanguage('fr', async () =>
    String(
      await (
        <Plain title={t('providers.fictional.leaving')}>
          {raw(form)}
          <Button form="op.logoutForm" name="logout" value="yes" icon="log-out" leaves>
            {t('providers.fictional.leave')}
          </Button>
        </Plain>
      ),
    ),
  )
}

const Plain = ({ title, children }: { title: string; children?: Child }) => (
  <Document
    title={title}
    authority={{ name: t('providers.fictional.name') }}
    bodyClass="plain narrow"
    drawn={false}
    cacheable
  >
    <header class="masthead">
      <p class="masthead-line">{t('providers.fictional.name')}</p>
    </header>
    <main id="main">
      <Head title={title} />
      {children}
    </main>
  </Document>
)
