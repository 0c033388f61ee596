import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { addressOf, plantTradesIn } from './planted-trades.ts'

let authority: TestAuthority
let alix: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  plantTradesIn(authority.tenant.slug)
})

beforeEach(async () => {
  alix = await authority.person({ roles: ['secretariat'] })
})

type Node = DefaultTreeAdapterMap['node']

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const text = (node: Node): string =>
  'value' in node ? node.value : childrenOf(node).map(text).join(' ')
const words = (node: Node) => text(node).replaceAll(/\s+/g, ' ').trim()
const named = (node: Node, name: string): Node[] =>
  childrenOf(node).flatMap((child) => [
    ...(child.nodeName === name ? [child] : []),
    ...named(child, name),
  ])
const has = (node: Node | undefined, name: string, value: string) =>
  node !== undefined &&
  'attrs' in node &&
  node.attrs.some((one) => one.name === name && one.value.split(' ').includes(value))

/** The rail of a page, part by part: what heads it, whether it is folded, what stands in it. */
async function rail(path = '/search', who = alix) {
  const { text: html } = await who.visitor.get(path)
  const nav = named(parse(html), 'nav').find((one) => has(one, 'id', 'rail'))
  if (!nav) throw new Error('The page has no rail')
  return childrenOf(nav)
    .filter(({ nodeName }) => nodeName === 'div' || nodeName === 'details')
    .map((part) => ({
      title: words(named(part, 'h2')[0] ?? named(part, 'summary')[0] ?? part),
      folded: part.nodeName === 'details' && !has(part, 'open', ''),
      lines: named(part, 'a').map(words),
    }))
}

const part = async (title: string, path?: string) =>
  (await rail(path)).find((one) => one.title.startsWith(title))

test('trades stand under their theme, and what waits is counted', async () => {
  expect((await rail()).map(({ title }) => title)).toEqual([
    'Décider 3 en attente',
    'Citoyens 7 métiers, rien',
    'Territoire 7 en attente',
    'Piloter 7 métiers, rien',
    'Ensemble',
  ])
  expect((await part('Territoire'))?.lines.slice(0, 3)).toEqual([
    'Permis d’urbanisme 4',
    'Services techniques 3',
    'Voirie et chantiers',
  ])
})

test('a theme in which nothing waits is folded, unless one stands in it', async () => {
  expect((await part('Décider'))?.folded).toBe(false)
  expect((await part('Citoyens'))?.folded).toBe(true)
  expect((await part('Piloter'))?.folded).toBe(true)
  expect((await part('Piloter', '/strategy'))?.folded).toBe(false)
})

test('few trades are neither folded nor looked for', async () => {
  const few = await (await givenAuthority()).person({ roles: ['secretariat'] })
  expect(await rail('/search', few)).toEqual([
    {
      title: 'Décider',
      folded: false,
      lines: ['Délibérations', 'Séances d’autres logiciels', 'Règlements et avis'],
    },
    { title: 'Piloter', folded: false, lines: ['Plan stratégique'] },
    {
      title: 'Ensemble',
      folded: false,
      lines: [
        'Listes',
        'Le droit',
        'Organes',
        'Personnes et organisations',
        'Rues',
        'Calendrier',
        'Avis',
        'Travaux en arrière-plan',
        'Règles de publication',
        'Abonnés aux décisions',
        'Sources de séances',
        'Ordre des points',
        'Usages des organes',
        'Envoi à un autre organe',
        'Niveaux de validation',
      ],
    },
  ])
  expect((await few.visitor.get('/inbox')).text).not.toContain('Aller à un métier')
  expect((await alix.visitor.get('/inbox')).text).toContain('Aller à un métier')
})

const setPin = (name: string, pinned: 'yes' | 'no', who = alix) =>
  who.visitor.post('/rail/pins', { trade: addressOf(name), pinned, back: '/strategy?x=1' })

test('a pinned trade comes first, in the order of pinning, and not again in its theme', async () => {
  expect((await setPin('Énergie', 'yes')).headers.get('location')).toBe('/strategy?x=1')
  await setPin('Courrier', 'yes')
  await setPin('Énergie', 'yes')
  const [first, ...others] = await rail()
  expect(first).toEqual({ title: 'Épinglés', folded: false, lines: ['Énergie', 'Courrier'] })
  const below = others.flatMap(({ lines }) => lines)
  expect(below).not.toContain('Énergie')
  expect(below).toContain('Mobilité')
  await setPin('Énergie', 'no')
  expect((await part('Épinglés'))?.lines).toEqual(['Courrier'])
  expect((await part('Territoire'))?.lines).toContain('Énergie')
})

test('what a person pinned is theirs on every screen, and nobody else’s', async () => {
  await setPin('Budget', 'yes')
  alix = await authority.signIn(alix.id)
  expect((await part('Épinglés'))?.lines).toEqual(['Budget'])
  const berthe = await authority.person({ roles: ['secretariat'] })
  expect((await rail('/search', berthe))[0]?.title).toBe('Décider 3 en attente')
})

test('nobody pins what they do not have, and a pin of what they lost is not shown', async () => {
  const few = await (await givenAuthority()).person({ roles: ['secretariat'] })
  expect((await setPin('Budget', 'yes', few)).status).toBe(404)
  await alix.visitor.post('/rail/pins', { trade: '/strategy', pinned: 'yes' })
  expect((await part('Épinglés'))?.lines).toEqual(['Plan stratégique'])
})

test('without scripts a name is looked for on the page of all trades', async () => {
  const { text: all } = await alix.visitor.get('/rail')
  const main = (html: string) => words(named(parse(html), 'main')[0] ?? parse(html))
  expect(main(all)).toContain('Permis d’urbanisme 4 dossiers vous attendent')
  const some = main((await alix.visitor.get('/rail?q=CIMETIERES')).text)
  expect(some).toContain('Cimetières')
  expect(some).not.toContain('Budget')
  expect(main((await alix.visitor.get('/rail?q=licorne')).text)).toContain('licorne')
})

test('keys of one letter are switched off by the person', async () => {
  expect((await alix.visitor.get('/inbox')).text).toContain('data-keys="on"')
  await alix.visitor.post('/preferences', { keys: 'off', back: '/inbox' })
  expect((await alix.visitor.get('/inbox')).text).toContain('data-keys="off"')
})
