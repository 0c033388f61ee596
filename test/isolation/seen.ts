import { TrieRouter } from 'hono/router/trie-router'
import type { Route } from '#kernel/http'
import type { Region } from './authorities.ts'

/** What stands in addresses after a word: ids of what `/items/` leads to, names of lists after `/vocabularies/`. */
type Places = Map<string, Set<string>>

/** So many values of one place are kept of an authority. */
const mostKept = 60

/** What addresses were seen to be made of, by authority: of these others are made up. */
export class Seen {
  private readonly of = new Map<string, Places>()
  private readonly router = new TrieRouter<Route>()

  constructor(routes: readonly Route[]) {
    for (const route of routes)
      if (route.path.includes(':')) this.router.add('ALL', route.path, route)
  }

  /** All ids of dossiers, and of what the house keeps beside them. */
  async begin({ superuser, all }: Region, paths: ReadonlyMap<string, (id: string) => string>) {
    const { rows } = await superuser.query<{ owner: string; id: string; kind: string }>(
      'select tenant_id::text as owner, id::text, kind from commons.dossier order by id',
    )
    for (const { owner, id, kind } of rows) {
      this.keep(owner, '*', id)
      this.address(owner, paths.get(kind)?.(id) ?? '')
    }
    for (const { tenant } of all) this.keep(tenant.id, '*', tenant.id)
  }

  /** Takes the addresses and ids out of an answer. */
  from(owner: string, text: string, path: string): void {
    for (const [, address = ''] of text.matchAll(/(?:href|action|src)="(\/[^"#?]*)/g))
      this.address(owner, address)
    const last =
      path
        .split('?')[0]
        ?.split('/')
        .findLast((part) => /^[a-z-]+$/.test(part)) ?? '*'
    for (const [, id = ''] of text.matchAll(/"id":\s?"([0-9a-f-]{36})"/g))
      this.keep(owner, last, id)
    for (const [, id = ''] of text.matchAll(/value="([0-9a-f-]{36})"/g)) this.keep(owner, '*', id)
  }

  /** The values that an address may have after a word. */
  values(owner: string, after: string): string[] {
    const places = this.of.get(owner)
    const found = places?.get(after) ?? places?.get('*')
    return [...(found ?? [])]
  }

  private address(owner: string, address: string): void {
    const parts = address.split('/')
    for (const [route] of this.router.match('ALL', address)[0].slice(0, 1)) {
      for (const [at, part] of route.path.split('/').entries())
        if (part.startsWith(':')) this.keep(owner, parts[at - 1] ?? '*', parts[at] ?? '')
    }
  }

  private keep(owner: string, after: string, value: string): void {
    const places: Places = this.of.get(owner) ?? new Map()
    this.of.set(owner, places)
    const values = places.get(after) ?? new Set()
    places.set(after, values)
    if (value && values.size < mostKept) values.add(decodeURIComponent(value))
  }
}
