import type { RequestListener } from 'node:http'
import type { Provider } from 'oidc-provider'
import type { AuditedAction } from '#kernel/audit'
import { db } from '#kernel/db'
import { addProvider, linkSubject, standAs } from '#kernel/single-sign-on'
import type { Answered, Visitor } from '#kernel/testing'
import { listening, type TestAuthority } from '#test/harness'
import { fictionalProvider, type Known } from '../fictional.tsx'

const secret = 'a secret between the house and the provider'

/** A provider that an authority has, and that knows people. */
export interface GivenProvider {
  id: string
  issuer: string
  provider: Provider
  /** What the browser of somebody keeps of the provider. */
  newBrowser(): ProviderBrowser
  stop(): void
}

/** A real provider of its own for an authority, on; it is told of sign-outs and tells of them. */
export async function givenProvider(
  authority: TestAuthority,
  people: readonly Known[],
  { told = authority.visitor() }: { told?: Visitor } = {},
): Promise<GivenProvider> {
  let handler: RequestListener = () => {}
  const { server, origin } = await listening((request, response) => handler(request, response))
  const id = await authority.asSystem(async () => {
    const made = await addProvider(fieldsOf(origin), secret)
    await standAs(made, 'on')
    return made
  })
  const provider = await fictionalProvider(origin, {
    people,
    clients: [{ clientId: 'beffroi', secret, id, homes: [`http://${authority.host}`] }],
    fetch: async (url, asking) => {
      const sent = new URLSearchParams(String(asking?.body))
      const { pathname } = new URL(url instanceof Request ? url.url : url)
      const { status, text } = await told.fromServer(pathname, sent)
      return new Response(status === 200 ? null : text, { status })
    },
  })
  handler = provider.callback()
  return {
    ...{ id, issuer: origin, provider },
    newBrowser: () => new ProviderBrowser(origin),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const fieldsOf = (issuer: string) => ({
  ...{ name: 'Compte communal', issuer, client_id: 'beffroi', acr_values: '' },
  ...{ scopes: 'openid profile email', subject_claim: 'sub' as const, asks_user_info: true },
  ...{ takes_external_id: false, number_claim: '' },
  serves: 'staff' as 'citizens' | 'staff',
})

/** The subjects of the lines of audit of one kind, the first first. */
export const audited = (authority: TestAuthority, action: AuditedAction) =>
  authority.asSystem(async () => {
    const rows = await db()
      .selectFrom('kernel.audit')
      .select('subject')
      .where('action', '=', action)
      .orderBy('id')
      .execute()
    return rows.map(({ subject }) => subject)
  })

/** Somebody whom the provider knows by their login. */
export const known = (authority: TestAuthority, personId: string, issuer: string, sub: string) =>
  authority.asSystem(() => linkSubject(personId, { issuer }, sub))

/** The part of a browser that is at the provider: follows it from page to page, keeps its cookies. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>()
  private readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  /** Goes where the house sends it, chooses who one is where that is asked, and gives where the provider sends it back. */
  async choose(href: string, sub: string): Promise<string> {
    let address = new URL(href, this.origin)
    for (let step = 0; step < 12 && address.origin === this.origin; step += 1) {
      const choosing = /^\/choose\/[\w-]+$/.test(address.pathname)
      if (choosing) address.pathname += `/${sub}`
      const { status, location, text } = await this.ask(address)
      if (!location) throw new Error(`The provider answered ${status}: ${text}`)
      address = new URL(location, this.origin)
    }
    return address.pathname + address.search
  }

  /** Leaves the provider by its button. */
  async leave(href: string): Promise<string> {
    const { text } = await this.ask(new URL(href))
    const action = /action="([^"]+)"/.exec(text)?.[1] ?? ''
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const body = new URLSearchParams({ xsrf, logout: 'yes' })
    const { location } = await this.ask(new URL(action, this.origin), body)
    return location ?? ''
  }

  private async ask(address: URL, body?: URLSearchParams) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    const text = await response.text()
    return { status: response.status, location: response.headers.get('location'), text }
  }
}

/** Goes to a provider and comes back as somebody. */
export async function signInWith(
  { id, newBrowser }: Pick<GivenProvider, 'id' | 'newBrowser'>,
  visitor: Visitor,
  sub: string,
  { next = '/', browser = newBrowser() }: { next?: string; browser?: ProviderBrowser } = {},
): Promise<Answered> {
  const out = await visitor.get(`/sign-in/with/${id}?next=${encodeURIComponent(next)}`)
  return visitor.get(await browser.choose(out.headers.get('location') ?? '', sub))
}
