import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { Conflict, Unavailable } from '#kernel/errors'
import { inLanguage } from '#kernel/i18n'
import { outgoing, useOutgoing } from '../ask.ts'
import { turnOf } from '../turns.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  useOutgoing({ allow: [], proxy: null })
})

async function serving(answer: RequestListener): Promise<{ port: number; server: Server }> {
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { server, port: (server.address() as AddressInfo).port } // A server of TCP has no other.
}

const allow = (port: number, ...more: string[]) =>
  useOutgoing({ allow: [`127.0.0.1:${port}`, ...more], proxy: null })

const ask = outgoing('test', { connect: 300, head: 300, whole: 900, bytes: 1000 })

test('what is allowed is asked, and its answer given, as fetch gives it', async () => {
  const { port } = await serving((request, response) => {
    const { 'content-type': type, host, 'user-agent': agent } = request.headers
    request.on('data', (piece: Buffer) => {
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'] })
      response.end(JSON.stringify([request.method, type, host, agent, piece.toString()]))
    })
  })
  allow(port)
  const body = new URLSearchParams({ code: 'é' })
  const answer = await ask(`http://127.0.0.1:${port}/token`, { method: 'POST', body })
  expect(answer.status).toBe(201)
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(await answer.json()).toEqual([
    'POST',
    'application/x-www-form-urlencoded;charset=UTF-8',
    `127.0.0.1:${port}`,
    'Beffroi',
    'code=%C3%A9',
  ])
})

test('a name that means an inside address is refused, before anybody is asked', async () => {
  const { server, port } = await serving((_, response) => response.end('inside'))
  let connections = 0
  server.on('connection', () => (connections += 1))
  useOutgoing({ allow: [], proxy: null }, () => Promise.resolve(['127.0.0.1']))
  await expect(ask('https://rebound.region.be/')).rejects.toThrow(Conflict)
  useOutgoing({ allow: [], proxy: null }, () => Promise.resolve(['193.191.0.1', '10.0.0.1']))
  await expect(ask('https://rebound.region.be/')).rejects.toThrow('outgoing.refused')
  await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toThrow('outgoing.refused')
  await expect(ask('not an address')).rejects.toThrow('outgoing.no_address')
  expect(connections).toBe(0)
})

test('a name is resolved once, and the connection goes to what was looked at', async () => {
  const { port } = await serving((request, response) => response.end(request.headers.host))
  let asked = 0
  const rebinding = () => Promise.resolve([(asked += 1) === 1 ? '127.0.0.1' : '127.0.0.2'])
  useOutgoing({ allow: [`127.0.0.1:${port}`], proxy: null }, rebinding)
  const answer = await ask(`http://idp.region.be:${port}/`)
  expect(await answer.text()).toBe(`idp.region.be:${port}`)
  expect(asked).toBe(1)
})

test('a redirect is looked at like any address, and takes no password along', async () => {
  const far = await serving((request, response) =>
    response.end(String(request.headers.authorization)),
  )
  const { port } = await serving((request, response) => {
    const to = { '/far': `http://127.0.0.1:${far.port}/`, '/in': 'http://169.254.169.254/latest' }
    const next = request.url === '/far' || request.url === '/in' ? to[request.url] : request.url
    response.writeHead(302, { location: next }).end()
  })
  allow(port, `127.0.0.1:${far.port}`)
  const at = (path: string) => `http://127.0.0.1:${port}${path}`
  const headers = { authorization: 'Bearer secret' }
  const led = await ask(at('/far'), { redirect: 'follow', headers })
  expect(await led.text()).toBe('undefined')
  expect((await ask(at('/far'))).status).toBe(302)
  await expect(ask(at('/in'), { redirect: 'follow' })).rejects.toThrow('outgoing.refused')
  await expect(ask(at('/round'), { redirect: 'follow' })).rejects.toThrow('outgoing.unreadable')
})

test('what is slow, endless, packed or broken ends with a sentence, and says nothing of the answer', async () => {
  const open: Socket[] = []
  const { server, port } = await serving((request, response) => {
    if (request.url === '/large') response.end('x'.repeat(1001))
    if (request.url === '/packed') response.setHeader('content-encoding', 'gzip').end('secret')
    if (request.url === '/drops') request.socket.destroy()
    if (request.url === '/trickle') {
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    }
    if (request.url === '/nonsense') request.socket.end('secret\r\n\r\n')
  })
  server.on('connection', (socket) => open.push(socket))
  allow(port)
  const failure = async (path: string) => {
    const caught: unknown = await ask(`http://127.0.0.1:${port}${path}`).catch(
      (one: unknown) => one,
    )
    if (!(caught instanceof Unavailable)) throw caught
    expect(inLanguage('fr', () => caught.sentence)).toContain('127.0.0.1')
    expect(JSON.stringify(caught)).not.toContain('secret')
    return caught.key
  }
  expect(await failure('/silent?token=secret')).toBe('outgoing.slow')
  expect(await failure('/trickle')).toBe('outgoing.slow')
  expect(await failure('/large')).toBe('outgoing.too_big')
  expect(await failure('/packed')).toBe('outgoing.unreadable')
  expect(await failure('/nonsense')).toBe('outgoing.unreadable')
  expect(await failure('/drops')).toBe('outgoing.unreachable')
  expect(open.every(({ destroyed }) => destroyed)).toBe(true)
})

test('a certificate that nobody vouches for is not taken', async () => {
  // It speaks TLS with a certificate of its own making; more is not needed of it.
  const server = new SMTPServer({ secure: true })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  ends.push(() => server.close())
  const { port } = server.server.address() as AddressInfo // A server of TCP has no other.
  allow(port)
  await expect(ask(`https://127.0.0.1:${port}/`)).rejects.toThrow('outgoing.certificate')
})

test('a proxy is asked for what lies outside, and finds it itself', async () => {
  const proxy = await serving((_, response) => response.end())
  let tunnel = ''
  proxy.server.on('connect', (request, socket) => {
    tunnel = request.url ?? ''
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  useOutgoing({ allow: [], proxy: `http://127.0.0.1:${proxy.port}` }, () =>
    Promise.reject(new Error('nobody asks the DNS')),
  )
  await expect(ask('https://idp.region.be/')).rejects.toThrow('outgoing.unreachable')
  expect(tunnel).toBe('idp.region.be:443')
  await expect(ask('https://127.0.0.1/')).rejects.toThrow('outgoing.refused')
})

test('one authority takes no more than its turns, and another’s are free', async () => {
  const never = new AbortController().signal
  const own = await Promise.all(Array.from({ length: 6 }, () => turnOf('one', never)))
  let came = false
  const seventh = turnOf('one', never).then((end) => {
    came = true
    return end
  })
  const leaving = new AbortController()
  const eighth = turnOf('one', leaving.signal)
  leaving.abort(new Error('no longer'))
  await expect(eighth).rejects.toThrow('no longer')
  ;(await turnOf('two', never))()
  expect(came).toBe(false)
  own[0]?.()
  ;(await seventh)()
  expect(came).toBe(true)
  for (const end of own.slice(1)) end()
})
