import { describe, expect, test } from 'vitest'
import { inLanguage } from '#kernel/i18n'
import { projectionRows, sortedArticles } from '../exchange.ts'
import { readExchange } from '../read.ts'
import { fromEcomptes, toEcomptes } from './files.ts'

const read = (text: string) => readExchange(new TextEncoder().encode(text))

async function accepted(text: string) {
  const reading = await read(text)
  if (!reading.ok) throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'))
  return reading
}

async function refused(text: string) {
  const reading = await inLanguage('en', () => read(text))
  return reading.ok ? [] : reading.problems
}

/** Line of the first place where it stands. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

const objective = '<ObjectifStrategique ElementId="os1"'

describe('a file of eComptes', () => {
  test('PST-02: gives two articles by their codes, and twelve projections', async () => {
    const { exchange, shape } = await accepted(fromEcomptes)
    expect(shape).toBe('from_ecomptes')
    const [os] = exchange.volets[0]?.children ?? []
    expect(sortedArticles(os?.articles ?? []).map(({ code, cents }) => [code, cents])).toEqual([
      ['012/12145.2020', 202_000],
      ['123/45678.2020', 179_350],
    ])
    const rows = projectionRows(os?.projections ?? [])
    expect(rows.map(({ group, exercise }) => `${group} ${exercise}`)).toEqual(
      ['61', '60'].flatMap((group) =>
        [2024, 2023, 2022, 2021, 2020, 2019].map((year) => `${group} ${year}`),
      ),
    )
    expect(rows[7]).toEqual({
      service: 'O',
      type: 'R',
      group: '60',
      label: 'Groupe 60',
      exercise: 2023,
      cents: 8000,
    })
  })

  test('articles of one code go by year', () => {
    const article = { service: 'O', type: 'D', code: '104/12348', label: '', cents: 1 } as const
    const years = [2027, 2025, 2026].map((exercise) => ({ ...article, exercise }))
    expect(sortedArticles(years).map(({ exercise }) => exercise)).toEqual([2025, 2026, 2027])
  })

  test('says what its elements are, and where', async () => {
    const { exchange } = await accepted(fromEcomptes)
    expect(exchange).toMatchObject({
      id: '20200615',
      nis: 99_999,
      plan: { id: 'p1', label: 'PST 2019-2024', firstExercise: 2019, lastExercise: 2024 },
    })
    expect(exchange.volets[0]?.children[0]).toMatchObject({
      level: 'strategic',
      elementId: 'os1',
      exercise: 2020,
      label: 'OS.1 - Rouvrir le kiosque',
      status: 'EN_COURS',
      progress: 12.5,
      fte: 0.8,
      partners: ['Régie des kiosques'],
      responsible: null,
      department: null,
      startsOn: null,
      line: lineOf(fromEcomptes, objective),
    })
  })

  test('is of a municipality where it does not say', async () => {
    expect((await accepted(fromEcomptes)).exchange.body).toBe('AC')
    const cpas = fromEcomptes.replace('<TypeAdmin/>', '<TypeAdmin>CPAS</TypeAdmin>')
    expect((await accepted(cpas)).exchange.body).toBe('CPAS')
  })

  test('may give its days in a time zone', async () => {
    const dated = fromEcomptes.replace(
      '<Description>',
      '<DateDebut>2020-01-31Z</DateDebut><DateFin>2020-12-31+01:00</DateFin><Description>',
    )
    const [volet] = (await accepted(dated)).exchange.volets
    expect([volet?.startsOn, volet?.endsOn].map(String)).toEqual(['2020-01-31', '2020-12-31'])
  })

  test('without any budget is one of ours', async () => {
    const { exchange, shape } = await accepted(toEcomptes)
    expect(shape).toBe('to_ecomptes')
    expect(exchange.volets[0]?.children[0]?.articles).toEqual([])
  })
})

describe('a file that is not one of eComptes', () => {
  test('PST-01: without an ElementId it is refused, and its line is named', async () => {
    const without = fromEcomptes.replace(objective, '<ObjectifStrategique')
    const line = lineOf(fromEcomptes, objective)
    expect(await read(without)).toEqual({
      ok: false,
      problems: [
        {
          sentence: 'Le document importé n’est pas reconnu comme une exportation eComptes valide.',
          line: 0,
        },
        {
          sentence: `Ligne ${line}\u00a0: l’élément «\u00a0ObjectifStrategique\u00a0» n’a pas d’identifiant (ElementId).`,
          line,
        },
      ],
    })
    expect((await refused(fromEcomptes.replace('"os1"', '" "')))[1]?.sentence).toMatch(
      /no identifier/,
    )
  })

  test('in another version says which, and which one is known', async () => {
    const [, why] = await refused(fromEcomptes.replace('201805V1', '202601V2'))
    expect(why).toEqual({
      sentence:
        'Line 5: the version of the format is “202601V2”; only version “201805V1” is known.',
      line: 5,
    })
  })

  test('with one id for two elements names both lines', async () => {
    const [, why] = await refused(fromEcomptes.replace('"os1"', '"neant"'))
    const lines = ['<Volet ', objective].map((part) => lineOf(fromEcomptes, part))
    expect(why?.sentence).toBe(
      `Line ${lines[1]}: the identifier “neant” is already that of the element on line ${lines[0]}.`,
    )
    expect(await refused(fromEcomptes.replace('"os1"', '"neant:os1"'))).toEqual([])
  })

  const wrong: [string, string, string, RegExp][] = [
    ['no XML', '<dataroot>', '', /this is not XML/],
    ['a DOCTYPE', '<dataroot>', '<!DOCTYPE dataroot><dataroot>', /DOCTYPE/],
    ['another root', fromEcomptes, '<agenda/>', /Line 1: .* starts with “agenda”/],
    ['another namespace', '<dataroot>', '<dataroot xmlns="urn:x">', /does not follow the format/],
    ['an attribute too few', 'ElementId="os1" Exercice="2020"', 'ElementId="os1"', /“Exercice”/],
    ['an unknown attribute', 'ElementId="os1"', 'ElementId="os1" Rang="1"', /Rang/],
    ['an unknown element', '<Plans/>', '<Plans/><Couleur/>', /“Couleur” is out .* Partenaires/],
    ['two in each other’s place', '<Statut>EN_COURS</Statut>', '', /“TauxAvancement” .*: Statut\./],
    ['an element twice', '<ObjectifsOperationnels/>', '<Articles/>', /“Articles” .*: Object/],
    ['an empty list', /<Volet [^]*<\/Volet>/g.exec(fromEcomptes)?.[0] ?? '', '', /lacks: Volet/],
    ['a long label', 'NEANT', 'é'.repeat(256), /“Libelle” has 256 characters; at most 255/],
    ['an unknown status', 'EN_COURS', 'FINI', /“FINI” is not a value allowed for “Statut”/],
    ['progress past 100', '12.5', '101', /“101” is not a value allowed for “TauxAvancement”/],
    ['less than nobody', '0.8', '-1', /“-1” is not a value allowed for “ETP”/],
    ['no year', 'ElementId="os1" Exercice="2020"', 'ElementId="os1" Exercice="x"', /“x” is not/],
    ['a day that is not', '<Description>', '<DateFin>2025-02-29</DateFin><Description>', /02-29/],
    ['a far day', '<Description>', '<DateFin>12025-02-20</DateFin><Description>', /“12025-02-20”/],
    [
      'a day of 1926 (T5)',
      '<Description>',
      '<DateFin>1926-01-31</DateFin><Description>',
      /“1926-01-31” of/,
    ],
    [
      'a day of the year 26 (T5)',
      '<Description>',
      '<DateFin>0026-01-31</DateFin><Description>',
      /“0026/,
    ],
    ['a long value', 'EN_COURS', 'x'.repeat(500), /“x{79}…” is not/],
    ['tenths of cents', '1793.5', '1793.505', /amount “1793.505” has more than two decimals/],
    ['more than all money', '1793.5', '9'.repeat(20), /amount “9{20}” .*too large/],
    ['more than all people', '0.8', '9'.repeat(400), /“9+…” of “ETP” is beyond/],
    [
      'a year past counting',
      'Exercice="2020">',
      `Exercice="${'9'.repeat(20)}">`,
      /“9{20}” of .* is beyond/,
    ],
  ]
  test.for(wrong)('is told what is wrong with %s', async ([, part, instead, sentence]) => {
    const [whole, why] = await refused(fromEcomptes.replace(part, () => instead))
    expect(whole).toEqual({
      sentence: 'The imported document is not recognised as a valid eComptes export.',
      line: 0,
    })
    expect(why?.sentence).toMatch(sentence)
  })

  test('is told that it is too large', async () => {
    const [, why] = await refused(' '.repeat(11_000_000))
    expect(why?.sentence).toMatch(/too large/)
  })

  test('must have the budget everywhere, or nowhere', async () => {
    const halves = [
      fromEcomptes.replace('<Articles/>\n<Projections/>\n', ''),
      toEcomptes.replace('</Partenaires>\n', '</Partenaires><Articles/><Projections/>'),
    ]
    for (const half of halves) expect(await refused(half)).toHaveLength(2)
  })

  test('gets twenty sentences at most, of which the last says how many there are besides (F2)', async () => {
    const many = '<Plan><b/></Plan>'.repeat(50)
    const problems = await refused(fromEcomptes.replace('<Plans/>', `<Plans>${many}</Plans>`))
    expect(problems).toHaveLength(20)
    expect(problems.at(-1)?.sentence).toMatch(/^And \d+ other faults\.$/)
  })
})
