import { TrieRouter } from 'hono/router/trie-router'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Route } from '#kernel/http'
import { readConfig } from '#kernel/config'
import { type Answered, Visitor } from '#kernel/testing'
import { demonstrationPassword } from '#commons/directory'
import { ground } from './ground.ts'
import type { Towns } from './towns.ts'
import { everythingBegun, waitingForSecond } from './under-way.ts'

/** Those who between them are shown all pages of the fictional municipality; a citizen has no login. */
const lookers = ['secretariat', 'coordinator', 'administrator', 'agent', undefined]

/** The host name of the portal of all authorities. */
const portal = readConfig({}).portalHost ?? ''

/** Addresses that one types: no page leads there. */
const typed = ['/', '/styleguide', '/rail']

/** One page of a route, as somebody is shown it. */
export interface Shown {
  /** The path of the route: `/deliberations/items/:id`, or `region /decisions` of the portal. */
  pattern: string
  path: string
  /** Who sees it, by login; absent for a citizen. */
  login: string | undefined
  /** The browser that they see it in. */
  visitor: Visitor
  answer: Answered
  /** Of the portal of all authorities. */
  ofRegion?: true
}

/** The routes that answer a browser which asks for an address: pages, and files. */
export async function routesToSee(): Promise<Route[]> {
  const { house } = await ground()
  return house.routes.filter(
    ({ face, method }) => ['page', 'public', 'region'].includes(face) && method === 'get',
  )
}

/** How a route is called: the portal has addresses of its own. */
export const patternNamed = ({ face, path }: Pick<Route, 'face' | 'path'>): string =>
  face === 'region' ? `region ${path}` : path

/**
 * One page (or file) of each route of the house, of all that people reach by links in the fictional municipality,
 * as the first of them who reaches it sees it. Where it has nothing to show, it is begun first.
 */
export async function onePageOfEachRoute(towns: Towns): Promise<Shown[]> {
  const patternOf = await patterns()
  const visitors = new Map(lookers.map((login) => [login, visitorOf(towns)] as const))
  for (const [login, visitor] of visitors)
    if (login) await visitor.post('/sign-in', { login, password: demonstrationPassword })
  const begun = await everythingBegun(towns, (login) => visitors.get(login) ?? visitorOf(towns))
  const shown = new Map<string, Shown>()
  for (const [login, visitor] of visitors) {
    const asked = new Set<string>()
    const found = new Set([...begun, ...typed])
    for (const path of found) {
      const pattern = patternOf(path)
      if (!pattern || asked.has(pattern)) continue
      const answer = await visitor.get(path)
      const elsewhere = answer.headers.get('location')
      if (elsewhere) found.add(elsewhere)
      if (answer.status !== 200) continue
      asked.add(pattern)
      if (!shown.has(pattern)) shown.set(pattern, { pattern, path, login, visitor, answer })
      if (isPage(answer)) for (const link of linksOn(answer)) found.add(link)
    }
  }
  for (const one of await pagesOfRegion(towns)) shown.set(one.pattern, one)
  const half = '/sign-in/second'
  const visitor = await waitingForSecond(() => visitorOf(towns))
  const answer = await visitor.get(half)
  if (answer.status === 200)
    shown.set(half, { pattern: half, path: half, login: undefined, visitor, answer })
  return [...shown.values()]
}

/** The path of the route that answers an address. */
async function patterns(ofRegion = false): Promise<(path: string) => string | undefined> {
  const router = new TrieRouter<Route>()
  for (const route of await routesToSee())
    if ((route.face === 'region') === ofRegion) router.add('GET', route.path, route)
  return (path) => {
    const route = router.match('GET', path.replace(/[?#].*/, ''))[0][0]?.[0]
    return route && patternNamed(route)
  }
}

/** One page of each route of the portal, of all that its home leads to. */
async function pagesOfRegion({ app }: Towns): Promise<Shown[]> {
  const patternOf = await patterns(true)
  const visitor = new Visitor((path, init) => app.request(path, init), portal)
  const shown = new Map<string, Shown>()
  const found = new Set(['/'])
  for (const path of found) {
    const pattern = patternOf(path)
    if (!pattern || shown.has(pattern)) continue
    const answer = await visitor.get(path)
    if (answer.status !== 200) continue
    shown.set(pattern, { pattern, path, login: undefined, visitor, answer, ofRegion: true })
    if (isPage(answer)) for (const link of linksOn(answer)) found.add(link)
  }
  return [...shown.values()]
}

const visitorOf = ({ app, hostOf }: Towns) =>
  new Visitor((path, init) => app.request(path, init), hostOf('beauval'))

export const isPage = ({ headers }: Answered): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false

type Node = DefaultTreeAdapterTypes.ChildNode

/** The addresses within the house to which a page leads, and those of which it is made. */
function linksOn({ text }: Answered): string[] {
  const below = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => {
      if (!('tagName' in node)) return []
      const own = node.attrs.filter(({ name }) => ['href', 'src', 'action'].includes(name))
      return [...own.map(({ value }) => value), ...below(node.childNodes)]
    })
  return below(parse(text).childNodes).filter((one) => /^\/(?!\/)/.test(one))
}
