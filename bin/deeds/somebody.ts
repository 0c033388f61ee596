// Somebody of the demonstration who does things over HTTP, by the API and the forms of the product.

type Body = Record<string, unknown>

// oxlint-disable-next-line typescript/no-explicit-any -- answers of the API, read field by field
type Said = any

export type Somebody = Awaited<ReturnType<typeof signIn>>

/** Where the house answers. */
export interface Place {
  readonly base: string
}

export interface Deed extends Place {
  /** Runs a command of the house, as its operator does. */
  readonly command: (...words: string[]) => Promise<void>
}

/** Somebody who signed in at `base`. */
export async function signIn(base: string, login: string, password = 'beffroi') {
  const { token } = await json(`${base}/api/session`, 'post', { login, password })
  return bearing(base, token)
}

/** Who proved a moment ago that it is they. */
export async function proven(base: string, login: string) {
  const { token } = await (
    await signIn(base, login)
  ).post('/api/security/proof', { password: 'beffroi' })
  return bearing(base, token)
}

/** Whoever bears this token; nobody that the house knows without one. */
export function bearing(base: string, token = '', more: Record<string, string> = {}) {
  const known = token && { authorization: `Bearer ${token}`, cookie: `session=${token}` }
  const headers = { ...known, origin: base, ...more }
  return {
    token,
    get: (path: string) => json(`${base}${path}`, 'get', undefined, headers),
    /** A list, all of its items on one page. */
    list: async (path: string): Promise<Said[]> =>
      (await json(`${base}${path}`, 'get', undefined, headers)).items,
    put: (path: string, body: Body) => json(`${base}${path}`, 'put', body, headers),
    post: (path: string, body: Body = {}) => json(`${base}${path}`, 'post', body, headers),
    delete: (path: string) => json(`${base}${path}`, 'delete', undefined, headers),
    /** What `pattern` finds in a page. */
    async found(path: string, pattern: RegExp): Promise<string[]> {
      const text = await (await fetch(`${base}${path}`, { headers })).text()
      return [...text.matchAll(pattern)].map(([, part = '']) => part)
    },
    /** Sends a form; gives the path that it leads to. */
    async form(path: string, fields: Record<string, string>): Promise<string> {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const sent = { method: 'post', headers, body, redirect: 'manual' } as const
      const answer = await fetch(`${base}${path}`, sent)
      if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.headers.get('location') ?? ''
    },
  }
}

async function json(url: string, method: string, body?: Body, headers = {}): Promise<Said> {
  const type = body && { 'content-type': 'application/json' }
  const answer = await fetch(url, {
    method: method.toUpperCase(),
    headers: { ...headers, ...type },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer.status === 204 ? undefined : answer.json()
}
