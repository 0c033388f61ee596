import { expect, test } from 'vitest'
import { type Language, languages } from '#kernel/i18n'
import { messagesIn, sources } from './house.ts'
import { checkTranslation } from './messages.ts'
import { placeOf } from './source.ts'

/** The floors below the trades, and what a citizen reads on the public pages. */
const begun = [
  /^(kernel|commons)\//,
  /^modules\/accountability\.public(ation)?\./,
  /^modules\/strategy\.(title|level\..*|below\.strategic|element\.state)$/,
  /^modules\/strategy\.(objective|action)\.state\./,
  /^modules\/strategy\.field\.(title|reference|description|budget|planned_end)$/,
  /^modules\/strategy\.field\.(sdgs|mandataries|indicators)$/,
]

/** What agendas, convocations, minutes and extracts print: nine municipalities write theirs in German. */
const papers = [
  /^modules\/deliberations\.(part\..*|meeting\.titled|item\.under_writing)$/,
  /^modules\/deliberations\.(item|meeting)\.state\./,
  /^modules\/deliberations\.item\.(privacy\.|(purpose|matter)\.|poll\.(freehand|secret|no_vote)$)/,
  /^modules\/sittings\.((movement|incident)\.said\..*|(quorum|urgency|proxy|stretch)\.said)$/,
  /^modules\/votes\.vote\.(by_(secret_ballot|counts)|unanimous|voters|(count|result|names)\..*)$/,
  /^modules\/votes\.(motion\.(said|count|kept\..*|none_kept)|called\.said)$/,
  /^modules\/votes\.election\.(has|said|by_age|leading|whole|nobody)$/,
  /^modules\/minutes\.(print|status|signs|approving|how)\./,
  /^modules\/minutes\.document\.((public_)?agenda|minutes(_text)?|explanatory_notes|version)$/,
  /^modules\/minutes\.record\.(title|refused_in)$/,
  /^modules\/extracts\.(print\..*|title_of_many|extract\.name|merge\..*)$/,
  /^modules\/register\.(title|organ|day|count|place|corrects|because)$/,
  /^modules\/opinions\.given\./,
  /^modules\/accountability\.council\.(title|ground|decision)\./,
  /^modules\/strategy\.(plan\.state|health)\.(?!reason)/,
  /^modules\/convocations\.(letter|subject)\./,
]

/** The floors and parts of trades that a language says whole; the rest falls back to French. */
const complete: Record<Exclude<Language, 'fr'>, readonly RegExp[]> = {
  en: [/./],
  de: [...begun, ...papers],
  nl: begun,
}

const floors = new Map(
  sources.flatMap(({ path }) => {
    const place = placeOf(path)
    return place?.folder ? [[place.folder, place.floor] as const] : []
  }),
)
/** `kernel/ui.save`, `modules/strategy.title`: a key with the floor of its folder. */
const withFloor = (key: string) => `${floors.get(key.split('.')[0] ?? '')}/${key}`

test('a language asks for the arguments of the French, for messages that there are', async () => {
  const fr = await messagesIn('fr')
  for (const spoken of languages)
    expect(checkTranslation(fr, await messagesIn(spoken)), spoken).toEqual([])
})

test.for(Object.entries(complete))('%s says whole what it has begun', async ([code, parts]) => {
  const spoken = languages.find((known) => known === code) ?? 'fr'
  const said = await messagesIn(spoken)
  const missing = [...(await messagesIn('fr')).keys()].filter(
    (key) => !said.get(key) && parts.some((part) => part.test(withFloor(key))),
  )
  expect(missing).toEqual([])
})

test.for([
  [
    'a message that French does not say',
    { 'mail.gone': 'weg' },
    /mail\.gone is not said in French/,
  ],
  ['another argument', { 'mail.count': '{n} Briefe' }, /asks for count here, for n there/],
  ['one that does not parse', { 'mail.count': '{count' }, /what it cannot say/],
] as const)('%s is found', ([, planted, wrong]) => {
  const fr = new Map([['mail.count', '{count} lettres']])
  expect(checkTranslation(fr, new Map(Object.entries(planted)))[0]).toMatch(wrong)
  expect(checkTranslation(fr, new Map())).toEqual([])
})
