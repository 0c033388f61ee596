import type { Hono } from 'hono'

/** What came back, with the body as text or parsed. */
export interface Answered {
  status: number
  headers: Headers
  text: string
  /** The body as it came. */
  bytes: Uint8Array
  /** The body parsed as JSON. Throws where it is something else. */
  json<T = unknown>(): T
  /** The list that the API answered. */
  items<T = unknown>(): T[]
}

type Fetch = Hono['request']

/** A browser without a screen: goes through the whole application, keeps its cookies. */
export class Visitor {
  private readonly cookies = new Map<string, string>()
  private readonly request: (path: string, init: RequestInit) => ReturnType<Fetch>
  /** The authority that is asked. */
  readonly host: string

  constructor(request: (path: string, init: RequestInit) => ReturnType<Fetch>, host: string) {
    this.request = request
    this.host = host
  }

  keep(name: string, value: string): void {
    this.cookies.set(name, value)
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answered> {
    return this.send(path, { headers })
  }

  /** Sends a form, as a browser without JavaScript does, from the page that is at `from`. */
  post(
    path: string,
    fields: Record<string, string | string[] | File[]> = {},
    from?: string,
  ): Promise<Answered> {
    const sent = Object.entries(fields).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
    )
    const headers: Record<string, string> = from ? { referer: `http://${this.host}${from}` } : {}
    return this.send(path, { method: 'POST', body: formOf(sent), headers })
  }

  /** Calls the API with JSON. */
  api(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    return this.send(`/api${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: { ...headers, 'content-type': 'application/json' },
    })
  }

  /** What another server sends: a form, without cookies and without a page from which it came. */
  async fromServer(path: string, body: URLSearchParams): Promise<{ status: number; text: string }> {
    const headers = { host: this.host, 'content-length': String(body.toString().length) }
    const init = { method: 'POST', headers, body }
    const response = await this.request(`http://${this.host}${path}`, init)
    return { status: response.status, text: await response.text() }
  }

  private async send(path: string, init: RequestInit): Promise<Answered> {
    const headers = new Headers(init.headers)
    headers.set('host', this.host)
    if (typeof init.body === 'string' || init.body instanceof URLSearchParams)
      headers.set('content-length', String(Buffer.byteLength(init.body.toString())))
    headers.set('origin', `http://${this.host}`)
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.request(`http://${this.host}${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    // A test reads dates as words: « 1er » is one on the first of a month, too.
    const bytes = new Uint8Array(await response.arrayBuffer())
    const body = new TextDecoder().decode(bytes)
    const text = body.replaceAll(/<sup class="ordinal">(.*?)<\/sup>/g, '$1')
    const json = <T>() => JSON.parse(text) as T // The test says what it expects of its own request.
    return {
      status: response.status,
      headers: response.headers,
      text,
      bytes,
      json,
      items: <T>() => json<{ items: T[] }>().items,
    }
  }
}

/** A form in the way in which a browser sends it: with files in parts. */
function formOf(sent: readonly (readonly [name: string, value: string | File])[]): BodyInit {
  const written = sent.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  if (written.length === sent.length) return new URLSearchParams(written)
  const body = new FormData()
  for (const [name, value] of sent) body.append(name, value)
  return body
}
