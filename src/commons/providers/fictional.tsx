import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import type { ClientMetadata, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider'
import { raw } from 'hono/html'
import { inLanguage, t } from '#kernel/i18n'

/** Somebody invented, as the fictional provider knows them. */
export interface Known {
  /** What it calls them for good. */
  sub: string
  name: string
  email?: string
  /** What else it says of them. */
  groups?: readonly string[]
}

export interface Fictional {
  clients: ClientMetadata[]
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
    clients,
    ...(fetch && { fetch }),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    conformIdTokenClaims: false,
    acrValues: ['low', 'high'],
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
      grant.addOIDCScope('openid profile email')
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
      ? { login: { accountId: known.sub, acr: 'high' } }
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
          <ul>
            {people.map(({ sub, name }) => (
              <li>
                <a href={`${path}/${sub}`}>{name}</a>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${path}/nobody`}>{t('providers.fictional.cancel')}</a>
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
          <button type="submit" form="op.logoutForm" name="logout" value="yes">
            {t('providers.fictional.leave')}
          </button>
        </Plain>
      ),
    ),
  )
}

const Plain = ({ title, children }: { title: string; children?: unknown }) => (
  <html lang="fr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{title}</title>
    </head>
    <body>
      <h1>{title}</h1>
      {children}
    </body>
  </html>
)
