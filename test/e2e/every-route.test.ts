import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  isPage,
  onePageOfEachRoute,
  patternNamed,
  routesToSee,
  type Shown,
} from '../harness/sweep.ts'
import { givenTowns, type Towns } from '../harness/towns.ts'
import { frenchWords, textsOf } from './in-english.ts'
import { undressed } from './drawn.ts'
import { faultsOf, isFirstOf, kindOf } from './valid.ts'

let towns: Towns
let shown: Shown[]

beforeAll(async () => {
  towns = await givenTowns()
  shown = await onePageOfEachRoute(towns)
})

afterAll(() => towns.close())

/** Routes that show no page of their own there, and why. */
const leftOut: Readonly<Record<string, string>> = {
  '/stationery/templates/:id/history/:line': 'no text of theirs was rewritten: records tests it',
  '/stationery/templates/:id/preview/pdf': 'a file, made as it is asked for: stationery tests it',
  '/stationery/templates/:id/versions': 'none has more than ten: stationery tests it',
  '/decisions/files/:hash{[0-9a-f]{64}}/:name':
    'a file, and no annex of what is published there: publications/annexes tests it',
  '/deliberations/meetings/:id/publication/files/:annex':
    'the same for whoever publishes it: publications/annexes tests it',
  ...Object.fromEntries(
    [
      ...(['/meetings/:id', '/meetings/:id/publication', '/points/:id'] as const),
      ...(['/meetings/:id/publication/review', '/meetings/:id/publication/review/:item'] as const),
      '/meetings/:id/publication/files/:annex',
      ...(['/sources/:id', '/sources/:id/edit', '/sources/:id/mapping'] as const),
    ].map((end) => [`/incoming${end}`, 'no other software tells anything there'] as const),
  ),
  '/retention/due/:kind': 'nothing there ended long enough ago',
  '/retention/certificates/:id': 'nothing of them is ever destroyed',
  '/privacy/requests/:id/lifting': 'nothing is restricted: commons/privacy tests it',
  '/privacy/requests/:id/erasure': 'nobody there asks to be erased: e2e/privacy goes there',
  '/privacy/requests/:id/history/:line':
    'its one long text is personal: history tells nothing of it',
  ...Object.fromEntries(
    [
      '/authorities',
      '/authorities/:slug',
      '/authority-openings/new',
      '/authority-openings/:id',
    ].map((path) => [path, 'for who runs the house: commons/authorities tests it'] as const),
  ),
  ...Object.fromEntries(
    ['/confirm/:token', '/mine/:way', '/out/:way'].map((end) => [
      `/alerts${end}`,
      'a letter leads there, and nobody there is a subscriber: modules/alerts tests it',
    ]),
  ),
  '/alerts/ended': 'where one comes out who ends it: modules/alerts goes there',
  '/signed-in': 'where one comes out who signs in again beside a page: e2e/drafts goes there',
  '/advices/types/:id/history/:line': 'no long text of theirs was rewritten: records tests it',
  '/sendings/destinations/:id/history/:line':
    'no long text of theirs was rewritten: records tests it',
  ...Object.fromEntries(
    ['/acts', '/:id', '/:id/edit', '/:id/history/:line'].map((end) => [
      `/followups/tasks${end}`,
      'nothing there was decided of which one asks: modules/followups tests it',
    ]),
  ),
  ...Object.fromEntries(
    ['/:id', '/:id/edit'].map((end) => [
      `/practices/practices${end}`,
      'no organ there has a practice of its own: modules/practices tests it',
    ]),
  ),
  '/preparation/meetings/:id/explanations':
    'nobody there wrote a note: modules/preparation tests it',
  '/preparation/of/:id/explanation/versions':
    'nobody there wrote a note: modules/preparation tests it',
  '/circulation/labels/:id': 'nobody there made a label: modules/circulation tests it',
  '/templates/points/:id/history/:line': 'no long text of theirs was rewritten: records tests it',
  '/sign-in/with/:provider': 'leads to a provider, which is nowhere here',
  '/sign-in/with/:provider/back': 'takes the answer of a provider, once',
  '/sign-in/leaving/:provider': 'leads from a sign-out to a provider',
  '/providers/:provider/try': 'leads to a provider, which is nowhere here',
  '/security/identities/:provider': 'leads to a provider, which is nowhere here',
  '/me': 'for citizens: commons/citizens tests it',
  '/me/new/:token': 'what a letter leads to: commons/citizens tests it',
  '/deliberations/meetings/:id/arrangement':
    'their meeting is open already: convocations and deliberations test it',
  '/deliberations/meetings/:id/live/signals':
    'told as server-sent events to who follows: modules/live tests it',
  '/invitations/rounds/:id': 'nobody there was invited with others: commons/invitations tests it',
  ...Object.fromEntries(
    ['', '/edit', '/history/:line'].map((end) => [
      `/representatives/mandates/:id${end}`,
      'nobody there asked for a mandate: commons/representatives tests it',
    ]),
  ),
  ...Object.fromEntries(
    [
      ...['', '/meetings'].flatMap((of) => [
        `/decisions${of}/:file{[a-z0-9-]+[.](?:jsonld|ttl|pdf)}`,
        `/decisions${of}/:slug/:file{[0-9]+[.](?:jsonld|ttl|pdf)}`,
      ]),
      ...['agenda-item/:slug/:place{[0-9]{1,4}}', 'body', 'body/location', 'bodies'].map(
        (end) => `/oparl/${end}`,
      ),
      ...[
        'agenda-item',
        'consultation',
        'file',
        'location',
        'meeting',
        'organization',
        'paper',
      ].flatMap((one) => [`/oparl/${one}/:slug`, `/oparl/${one}s`]),
      ...['legislative-terms', 'memberships', 'people', 'person/:slug'].map(
        (end) => `/oparl/${end}`,
      ),
      ...['/open-data/catalogue.ttl', '/robots.txt', '/oparl/file/:slug/:hash{[0-9a-f]{64}}'],
      ...['/oparl/bodies', '/open-data/catalogue.ttl', '/robots.txt'].map((one) => `region ${one}`),
      ...['/sitemap/meetings.xml', '/sitemap/points.xml', '/oparl/:rest{.+}'],
    ].map((path) => [path, 'for programs: modules/opendata tests it']),
  ),
  '/regulations/postings/:id/edit':
    'the first of them is frozen: modules/regulations writes others',
  '/regulations/postings/acts': 'nothing there is for them to propose: records tests it',
  '/regulations/postings/:id/history/:line':
    'no long text of theirs was rewritten: records tests it',
  '/regulations/:slug{[a-z0-9]+(?:-[a-z0-9]+)+}/proof.asice':
    'nobody stamps there: modules/regulations tests it',
  '/regulations/:slug{[a-z0-9]+(?:-[a-z0-9]+)+}/:number{[0-9]+}/proof.asice':
    'nobody stamps there: modules/regulations tests it',
  '/decisions/:slug/:number{[0-9]+}/changes/:since{[0-9]+}?':
    'no point there was published twice: modules/publications tests it',
  ...Object.fromEntries(
    ['', '/meetings', '/meetings/:uid', '/runs/:run'].map((end) => [
      `/pulls/:source${end}`,
      'no source there is fetched, and nobody is there to be asked: modules/pulls goes there',
    ]),
  ),
  '/pst': 'leads on to the plan, where only one is public',
}

test('each route that answers a browser is reached by links from a home, or named here with why not', async () => {
  const reached = new Set(shown.map(({ pattern }) => pattern))
  const routes = (await routesToSee()).map(patternNamed)
  expect(routes.filter((path) => !reached.has(path)).toSorted()).toEqual(
    Object.keys(leftOut).toSorted(),
  )
})

test('what is typed of a password is hidden, on every page', () => {
  const fields = shown.flatMap(({ answer }) => answer.text.match(/<input[^>]*>/g) ?? [])
  // A code of a telephone is typed from what one reads, and over soon.
  const ofPasswords = fields.filter((one) => /name="(?!one_time_)[^"]*password/.test(one))
  expect(ofPasswords.length).toBeGreaterThan(1)
  expect(ofPasswords.filter((one) => !one.includes('type="password"'))).toEqual([])
})

/** Forms that set what they say, however often they are sent; and those for whoever has not signed in. */
const keyless =
  /class="(pin|preference|columns-menu)"|data-moves|action="\/(sign-in[^"]*|sign-out|alerts)"|method="dialog"/

/**
 * A form of one name, sent with what a device answers to a question of five minutes, one of buttons alone, and what is chosen at a
 * moment of a sitting, or of words that were found: nothing is typed that is worth keeping.
 */
const fleeting =
  /action="\/security\/passkeys"|action="[^"]*\/(grid\/cells|live\/[^"]*|publication\/review\/[^"]*)"/

test('each form that posts, on each page, is done once, and what is typed in it is kept (R14, T4)', () => {
  const forms = shown
    .filter(({ login }) => login)
    .flatMap(({ path, answer }) =>
      [...answer.text.matchAll(/<form\b[^>]*method="post".*?<\/form>/gs)].map(([form]) => ({
        path,
        form,
        head: form.slice(0, form.indexOf('>') + 1),
      })),
    )
    .filter(({ head }) => !keyless.test(head))
  expect(forms.length).toBeGreaterThan(50)
  const without = (what: string, those = forms) =>
    those.filter(({ form }) => !form.includes(what)).map(({ path, head }) => `${path} ${head}`)
  expect(without('name="form_key"')).toEqual([])
  const typedIn = forms.filter(({ head }) => head.includes('class="form"') && !fleeting.test(head))
  expect(typedIn.length).toBeGreaterThan(20)
  expect(without('name="form_of"', typedIn)).toEqual([])
})

/** Whether a form shows something that stands: words, a choice or a tick that nobody made in it. */
const showsWhatStands = (form: string) =>
  /<input(?![^>]*type="(?:hidden|radio|file)")[^>]*\bvalue="[^"]+"|<input[^>]*\bchecked|<textarea[^>]*>[^<]|<option[^>]*\bselected/.test(
    form,
  )

/** Forms that show something, and change nothing that another could have changed meanwhile. */
const making: readonly RegExp[] = [
  /^\/styleguide /, // they are sent nowhere
  /\/(views|circulation\/labels)$/, // a view or a label under a new name
  /\/(alerts|rectifications|objections|signatories|incidents|proxies|motions)$/, // what they add is not there yet
  /\/publication\/review\/:item /, // each says what was judged of its words
  /\/(new|begin|carry-over|import) |\/(budget|keys|offices)$/, // what they make is not there yet
]

test('each form that shows what stands says from which version or edition it was made', () => {
  const bare = shown
    .filter(({ login }) => login)
    .flatMap(({ answer, pattern }) =>
      [...answer.text.matchAll(/<form\b[^>]*class="form"[^>]*method="post".*?<\/form>/gs)]
        .map(([form]) => form)
        .filter((form) => showsWhatStands(form) && !/name="(?:version|edition)"/.test(form))
        .map((form) => `${pattern} ${/action="([^"]*)"/.exec(form)?.[1] ?? ''}`),
    )
  expect(bare.filter((one) => !making.some((known) => known.test(one)))).toEqual([])
})

test('one page of each route is valid HTML (I4)', () => {
  const pages = shown.filter(({ answer }) => isPage(answer))
  // Those that a journey of this run came to were validated there.
  const first = pages.filter(({ path, answer }) => isFirstOf(kindOf(answer.status, path)))
  const wrong = first.flatMap(({ pattern, answer }) =>
    faultsOf(answer.text).map((fault) => `${pattern} ${fault}`),
  )
  expect(wrong).toEqual([])
})

test('in English one page of each route, what is found and what is not there say nothing in French', async () => {
  const french = frenchWords()
  const pages = shown.filter(({ answer }) => isPage(answer))
  const secretariat = pages.find(({ login }) => login === 'secretariat')
  const others = ['/search?q=moulin', '/nowhere'].map((path) => ({ ...secretariat, path }))
  const wrong: string[] = []
  for (const { visitor, path, ofRegion } of [...pages, ...others]) {
    visitor?.keep('language', 'en')
    // The portal of all reads no cookie.
    const asked = ofRegion ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path
    const { lang, texts } = textsOf((await visitor?.get(asked))?.text ?? '')
    if (lang !== 'en') wrong.push(`${path} is in ${lang}`)
    wrong.push(...texts.filter((text) => french.has(text)).map((text) => `${path} says ${text}`))
  }
  expect(pages.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})

test('what a page says in French to who reads English is found, but not what is marked as French', () => {
  const [word = ''] = frenchWords()
  const page = (inner: string) => textsOf(`<html lang="en"><body>${inner}</body></html>`).texts
  expect(page(`<p>${word}</p>`)).toContain(word)
  expect(page(`<a title="${word}">x</a>`)).toContain(word)
  expect(page(`<p lang="fr">${word}</p>`)).not.toContain(word)
})

test('a page loads the sheet of all that stands in it', () => {
  const pages = shown.filter(({ answer }) => isPage(answer))
  expect(
    pages.flatMap(({ pattern, answer }) =>
      undressed(answer.text).map((one) => `${pattern} ${one}`),
    ),
  ).toEqual([])
  expect(undressed('<figure class="region-map">')).toEqual(['region-map'])
})

test.each([
  ['the same id twice', '<p id="a"></p><p id="a"></p>', /no-dup-id/],
  ['an element where it may not be', '<cite><details></details></cite>', /permitted-content/],
  ['a second of six digits', '<time datetime="2026-11-29T10:00:00.123456Z">10 h</time>', /no time/],
])('%s is found', (_, planted, fault) => {
  expect(faultsOf(planted).join()).toMatch(fault)
  expect(faultsOf('<p>10 h, le <time datetime="2026-11-29">29</time></p>')).toEqual([])
})
