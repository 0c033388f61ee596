import { describe, expect, test } from 'vitest'
import { namedPermissions, permission, signedIn } from '#kernel/access'
import { declaredEvents, event } from '#kernel/events'
import { said } from '#kernel/i18n'
import { assemble } from '#kernel/module'
import { deedKey } from '#commons/workflow'
import { declaredMessages, kindNames, messagesIn, sources } from './house.ts'
import { checkInline, checkKeys, checkWords } from './markup.ts'
import { checkSayings, unusedMessages, vainWords } from './message-use.ts'
import { argumentsOf, checkCatalogues } from './messages.ts'
import type { Source } from './source.ts'

const file = (text: string): Source => ({ path: 'src/modules/mail/pages/letter.tsx', text })
const catalogue = (texts: Record<string, string>) => new Map(Object.entries(texts))

describe('catalogues', () => {
  test('every message is said in every language, with the same arguments', async () => {
    const [fr, en] = [await messagesIn('fr'), await messagesIn('en')]
    expect(fr.size).toBeGreaterThan(300)
    expect(checkCatalogues({ fr, en })).toEqual([])
  })

  test('what history says was done asks for nothing: it is said of a name alone', async () => {
    const deeds = [...(await messagesIn('fr'))].filter(([key]) => /\.done\.\w+$/.test(key))
    expect(deeds.length).toBeGreaterThan(100)
    const asking = deeds.filter(([, text]) => argumentsOf(text).size > 0)
    expect(asking.map(([key]) => key)).toEqual([])
  })

  test('English says item of what French calls a point of an agenda', async () => {
    // « Point » of a map stays one.
    const of = [...(await messagesIn('en'))].filter(([key]) => !key.startsWith('places.'))
    const said = of.filter(([, text]) =>
      /\bpoints?\b/i.test(text.replaceAll(/\{%.*?%\}|\{\w+\}/g, '')),
    )
    expect(said).toEqual([])
  })

  test.for([
    ['a missing translation', {}, 'mail.count is not said in en'],
    ['an empty one', { 'mail.count': '' }, 'mail.count is not said in en'],
    [
      'another argument',
      { 'mail.count': '{n} letters' },
      'mail.count asks for count here, for n there',
    ],
    ['an argument too few', { 'mail.count': 'letters' }, /asks for count here, for nothing there/],
    ['a message that does not parse', { 'mail.count': '{count' }, /what it cannot say/],
  ] as const)('%s is found', ([, english, wrong]) => {
    const fr = catalogue({ 'mail.count': '{count, plural, one {# lettre} other {# lettres}}' })
    const [found] = checkCatalogues({ fr, en: catalogue(english) })
    expect(found).toMatch(wrong)
  })

  test('arguments within the branches of a plural or a choice are seen', () => {
    const text = '{count, plural, one {# of {name}} other {{sex, select, f {her} other {{who}}}}}'
    expect([...argumentsOf(text)].toSorted()).toEqual(['count', 'name', 'sex', 'who'])
  })
})

describe('messages', () => {
  test('every message is said somewhere', async () => {
    const keys = [...(await messagesIn('fr')).keys()]
    expect(unusedMessages(keys, sources, await declaredMessages())).toEqual([])
    expect(vainWords(keys, await kindNames(), await declaredMessages())).toEqual([])
  })

  test('words for what no kind does or becomes are found, whatever text may make their key', () => {
    const keys = ['mail.letter.done.post', 'mail.letter.done.burn', 'mail.letter.state.lost']
    expect(vainWords(keys, ['mail.letter'], new Set(['mail.letter.done.post']))).toEqual([
      'nobody says mail.letter.done.burn',
      'nobody says mail.letter.state.lost',
    ])
  })

  test('a trade whose labels, permission and event are made of a declaration is known to the house', async () => {
    const trade = (name: string, columns: readonly string[]) => ({
      reads: permission(`${name}.read`),
      moved: event(`${name}.move`),
      fields: columns.map((column) => ({ label: said(`${name}.${column}`) })),
    })
    trade('sown.letter', ['plate', 'holder'])
    const keys = ['plate', 'holder', 'done.move', 'colour'].map((one) => `sown.letter.${one}`)
    expect(namedPermissions()).toContain('sown.letter.read')
    expect(unusedMessages(keys, [], await declaredMessages())).toEqual([
      'nobody says sown.letter.colour',
    ])
    const sown = { name: 'sown', nature: 'always', floor: 'modules', needs: [] } as const
    const permissions = { 'letter.read': signedIn }
    expect(() => assemble([{ ...sown, permissions }], [])).toThrow(
      'sown.letter.plate is said, and no catalogue holds it',
    )
  })

  test('a message that nobody says is found', () => {
    const page = file("t('mail.title'); t(`mail.state.${state}`); t(role('mail.role.'))")
    const keys = ['mail.title', 'mail.state.sent', 'mail.role.clerk', 'mail.old', 'mail.states']
    expect(unusedMessages(keys, [page], new Set())).toEqual([
      'nobody says mail.old',
      'nobody says mail.states',
    ])
  })

  test('every message that is said exists and is given what it asks for', async () => {
    expect(checkSayings(sources, await messagesIn('fr'))).toEqual([])
  })

  test.for([
    "t('mail.titel')",
    "t('mail.count')",
    "t(late ? 'mail.count' : 'mail.title')",
    "t('mail.count', { number })",
    "throw new Conflict('mail.count', {})",
    "ensure(open, Conflict, 'mail.count')",
    "redirect(c, path, { key: 'mail.count' })",
    "const obstacle = { key: 'mail.count', params: { n: 1 } }",
  ])('a message that does not exist or lacks an argument is found: %s', (text) => {
    const fr = catalogue({ 'mail.title': 'Courrier', 'mail.count': '{count} lettres' })
    expect(checkSayings([file(text)], fr)).toHaveLength(1)
    const right = "t('mail.title'); t('mail.count', { count }); t('mail.count', { ...given })"
    expect(checkSayings([file(right)], fr)).toEqual([])
  })
})

describe('what somebody did', () => {
  const gluedIn = (french: string, english: string) => [
    ...(/^(a|s’est|est) /.test(french) ? [] : [french]),
    ...(/^(the|an?|this|its) /i.test(english) ? [english] : []),
  ]

  test('is said so that it reads after their name (I8)', async () => {
    const [fr, en] = [await messagesIn('fr'), await messagesIn('en')]
    const deeds = declaredEvents().flatMap(({ type }) => {
      const key = deedKey(type)
      return fr.has(key) ? gluedIn(fr.get(key) ?? '', en.get(key) ?? '') : []
    })
    expect(deeds).toEqual([])
  })

  test('is found where it is a sentence of its own', () => {
    expect(gluedIn('le point est accepté', 'the item is accepted')).toHaveLength(2)
    expect(gluedIn('a accepté le point', 'accepted the item')).toEqual([])
  })
})

describe('pages', () => {
  test('no page holds words of its own', () => {
    expect(checkWords(sources)).toEqual([])
  })

  test.for([
    'const a = <p>Bonjour</p>',
    "const a = <p>{late ? 'En retard' : ''}</p>",
    "const a = <p>{late && 'En retard'}</p>",
    'const a = <p>{`le ${day}`}</p>',
    'const a = <Head title="Courrier" />',
    "const a = <Head title={known ?? 'Courrier'} />",
    'const a = <img alt="Beffroi de Beauval" />',
    "const columns = [{ header: t('mail.title'), label: 'Le sujet' }]",
  ])('words in a page are found: %s', (text) => {
    expect(checkWords([file(text)])).toHaveLength(1)
  })

  test('what is not words may stand in a page', () => {
    const text = `const a = <List label={t('mail.title')} items={[{ label: 'mail.title' }]}>
      {' · '} – <Icon name="mail" />{label}</List>`
    expect(checkWords([file(text)])).toEqual([])
  })

  test('no page writes styles or handlers into its markup', () => {
    expect(checkInline(sources)).toEqual([])
  })

  test.for([
    'const a = <p style="color: red">{text}</p>',
    'const a = <button onclick="go()">{text}</button>',
    'const a = <button onClick={go}>{text}</button>',
    'const a = raw(\'<p style="color: red">\')',
    'const a = raw(`<a href="${path}" onclick="go()">`)',
  ])('a style or a handler in the markup is found: %s', (text) => {
    expect(checkInline([file(text)])).toHaveLength(1)
  })

  test('every form that posts carries the key by which it is done once (R14)', () => {
    expect(checkKeys(sources)).toEqual([])
    const bare = file('const a = <form method="post" action={path}><button /></form>')
    expect(checkKeys([bare])).toHaveLength(1)
  })
})
