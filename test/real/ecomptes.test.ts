import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '#kernel/xml'
import type { ExchangeShape } from '../../src/modules/ecomptes/exchange.ts'
import { readExchange } from '../../src/modules/ecomptes/read.ts'
import { schemaOf } from '../../src/modules/ecomptes/schema.ts'
import { anyExchange } from '../../src/modules/ecomptes/test/anything.ts'
import { withoutLines } from '../../src/modules/ecomptes/test/files.ts'
import { writeExchange } from '../../src/modules/ecomptes/write.ts'

const folder = new URL('../../../shared/data/pst/', import.meta.url)
const present = existsSync(folder)
const textOf = (name: string, encoding: 'latin1' | 'utf8') =>
  present ? readFileSync(new URL(name, folder), encoding) : ''

/** The official schemas, whose encoding is ISO 8859-1; a text that is handed on is UTF-8. */
const schemaIn = (name: string) => textOf(name, 'latin1').replace('iso-8859-1', 'utf-8')
const official: Record<ExchangeShape, string> = {
  from_ecomptes: schemaIn('PST_eComptes_Export_201805V1.xsd'),
  to_ecomptes: schemaIn('schema_import_ecomptes_201805V1.xsd'),
}
const demo = textOf('demo_ecomptes_201805V1.xml', 'utf8')
const documents: Record<ExchangeShape, string> = {
  from_ecomptes: demo,
  to_ecomptes: demo.replaceAll(/<(Articles|Projections)(\/>|>[^]*?<\/\1>)/g, ''),
}
const shapes = ['from_ecomptes', 'to_ecomptes'] as const

const passes = async (text: string | Uint8Array, schema: string) =>
  (await readXml(typeof text === 'string' ? new TextEncoder().encode(text) : text, schema)).ok

/** What is done to a document, where, and whether it stays valid. */
const changes: [boolean, string, string | RegExp, string][] = [
  [false, 'another version', '201805V1', '201805V2'],
  [false, 'an ElementId too few', ' ElementId="neant"', ''],
  [true, 'an empty ElementId', ' ElementId="neant"', ' ElementId=""'],
  [true, 'the same ElementId twice', /ElementId="\w+"/g, 'ElementId="one"'],
  [false, 'an Exercice too few', /(<Action) Exercice="2021"/, '$1'],
  [false, 'an Exercice that is no number', 'Exercice="2021"', 'Exercice="2021.5"'],
  [true, 'an Exercice with a sign', 'Exercice="2021"', 'Exercice="+2021"'],
  [false, 'an unknown attribute', ' ElementId="neant"', ' ElementId="neant" Rang="1"'],
  [false, 'an unknown status', '<Statut>EN_COURS', '<Statut>FINI'],
  [false, 'a status in small letters', '<Statut>EN_COURS', '<Statut>en_cours'],
  [false, 'a status within spaces', '<Statut>EN_COURS', '<Statut> EN_COURS '],
  [true, 'the status that nobody uses', '<Statut>EN_COURS', '<Statut>ANNULE_ABANDONNE'],
  [false, 'two of a status', '<Statut>EN_COURS</Statut>', '$&$&'],
  [false, 'progress past 100', '<TauxAvancement>0', '<TauxAvancement>101'],
  [false, 'progress a little past 100', '<TauxAvancement>0', '<TauxAvancement>100.01'],
  [false, 'negative progress', '<TauxAvancement>0', '<TauxAvancement>-1'],
  [true, 'progress with decimals', '<TauxAvancement>0', '<TauxAvancement>99.99'],
  [false, 'no progress', '<TauxAvancement>0', '<TauxAvancement>'],
  [false, 'negative ETP', '<ETP>0', '<ETP>-0.1'],
  [true, 'much ETP', '<ETP>0', '<ETP>1000000.25'],
  [false, 'ETP with a comma', '<ETP>0', '<ETP>0,5'],
  [false, 'a label of 256', /<Libelle>NEANT/, `<Libelle>${'é'.repeat(256)}`],
  [true, 'a label of 255', /<Libelle>NEANT/, `<Libelle>${'é'.repeat(255)}`],
  [true, 'an empty label', /<Libelle>NEANT/, '<Libelle>'],
  [false, 'a day that is not', '<DateFin>2020-06-30', '<DateFin>2020-06-31'],
  [false, 'a day as people write it', '<DateFin>2020-06-30', '<DateFin>30/06/2020'],
  [true, 'a day in a time zone', '<DateFin>2020-06-30', '<DateFin>2020-06-30+02:00'],
  [true, 'no day', '<DateFin>2020-06-30</DateFin>', ''],
  [
    false,
    'days in another order',
    '<DateFin>',
    '<DateFin>2020-06-30</DateFin><DateDebut>2020-01-01</DateDebut><DateFin>',
  ],
  [true, 'both days', '<DateFin>', '<DateDebut>2020-01-01</DateDebut><DateFin>'],
  [false, 'an unknown element', '<Partenaires/>', '<Partenaires/><Couleur/>'],
  [false, 'another order', '<ETP>0</ETP>', '<Plans/><ETP>0</ETP>'],
  [false, 'words between elements', '<Partenaires/>', 'mots<Partenaires/>'],
  [
    false,
    'a comment is fine, words are not',
    '<Partenaires/>',
    '<!-- x --><Partenaires>x</Partenaires>',
  ],
  [true, 'a comment', '<Partenaires/>', '<!-- x --><Partenaires/>'],
  [false, 'no ETP', '<ETP>0</ETP>', ''],
  [false, 'no Plans', /<Plans\/>/, ''],
  [false, 'no Description', /<Description>[^]*?<\/Description>/, ''],
  [false, 'another civility', 'MONSIEUR', 'MX'],
  [true, 'Madame', 'MONSIEUR', 'MADAME'],
  [false, 'a last name of 101', /<Nom>[^<]*/, `<Nom>${'a'.repeat(101)}`],
  [false, 'a first name of 51', '<Prenom/>', `<Prenom>${'a'.repeat(51)}</Prenom>`],
  [false, 'a telephone of 16', '<Tel/>', `<Tel>${'1'.repeat(16)}</Tel>`],
  [true, 'a telephone of 15', '<Tel/>', `<Tel>${'1'.repeat(15)}</Tel>`],
  [false, 'no telephone', '<Tel/>', ''],
  [false, 'an address of 256', '<eMail/>', `<eMail>${'a'.repeat(256)}</eMail>`],
  [false, 'another mode', '<Mode>TEXTE', '<Mode>MARKDOWN'],
  [true, 'RTF', '<Mode>TEXTE', '<Mode>RTF'],
  [false, 'markup in a value', '<Valeur/>', '<Valeur><p/></Valeur>'],
  [true, 'markup in the text of a value', '<Valeur/>', '<Valeur><![CDATA[<p>a</p>]]></Valeur>'],
  [false, 'another kind of authority', '<TypeAdmin>AC', '<TypeAdmin>PROVINCE'],
  [true, 'a CPAS', '<TypeAdmin>AC', '<TypeAdmin>CPAS'],
  [true, 'no kind of authority', '<TypeAdmin>AC', '<TypeAdmin>'],
  [false, 'an INS of letters', '<INS>99999', '<INS>X'],
  [false, 'another trade', '<Type>PST', '<Type>PSS'],
  [false, 'a generator of 51', '<Generateur>PST', `<Generateur>${'a'.repeat(51)}`],
  [false, 'an id of the plan of 41', /<IdPST>\w*/, `<IdPST>${'a'.repeat(41)}`],
  [false, 'a plan without years', /<ExerciceFin>\d+<\/ExerciceFin>/, ''],
  [false, 'no volet', /<Volet [^]*<\/Volet>/, ''],
  [true, 'two volets', /<Volet [^]*<\/Volet>/, '$&$&'],
  [true, 'a volet without objectives', /<ObjectifStrategiques>[^]*<\/ObjectifStrategiques>/, ''],
  [true, 'an objective with an empty list', /<Actions>[^]*?<\/Actions>/, '<Actions/>'],
  [false, 'a list by the name of another', /ObjectifStrategiques>/g, 'ObjectifsStrategiques>'],
  [false, 'an action within an action', /<\/Action>/, '<Actions/></Action>'],
  [true, 'the department left out', /<Departement>[^<]*<\/Departement>/, ''],
  [false, 'another root', /dataroot>/g, 'data>'],
  [false, 'a namespace', '<dataroot>', '<dataroot xmlns="urn:x">'],
]

const budgetChanges: typeof changes = [
  [false, 'no Articles', /<Articles\/>/, ''],
  [false, 'no Projections', /<Projections\/>/, ''],
  [false, 'Projections first', /<Articles\/>\s*<Projections\/>/, '<Projections/><Articles/>'],
  [false, 'another service', /<Service>\w/, '<Service>X'],
  [false, 'another direction', /<Type>[RD]</, '<Type>X<'],
  [false, 'an amount in words', /<Montant>[\d.]+/, '<Montant>beaucoup'],
  [true, 'an amount of three decimals', /<Montant>[\d.]+/, '<Montant>-1.005'],
  [false, 'a code of 51', /<CodeArticle>[^<]*/, `<CodeArticle>${'1'.repeat(51)}`],
  [
    true,
    'projections',
    /<Projections\/>/,
    '<Projections><Projection><Service>E</Service><Type>D</Type><GroupeEco>91</GroupeEco><Libelle/><Exercices><Exercice Valeur="2021"><Montant>1</Montant></Exercice></Exercices></Projection></Projections>',
  ],
  [
    false,
    'projections without a year',
    /<Projections\/>/,
    '<Projections><Projection><Service>E</Service><Type>D</Type><GroupeEco>91</GroupeEco><Libelle/><Exercices><Exercice><Montant>1</Montant></Exercice></Exercices></Projection></Projections>',
  ],
]

describe.skipIf(!present)(
  'the real files of eComptes (skipped where ../shared/data/pst is not there)',
  () => {
    test.for(shapes)('the document passes both schemas: %s', async (shape) => {
      for (const schema of [official[shape], schemaOf(shape)]) {
        expect(await passes(documents[shape], schema)).toBe(true)
      }
    })

    test('neither schema takes the document of the other direction', async () => {
      for (const schemas of [
        official,
        { from_ecomptes: schemaOf('from_ecomptes'), to_ecomptes: schemaOf('to_ecomptes') },
      ]) {
        expect(await passes(documents.from_ecomptes, schemas.to_ecomptes)).toBe(false)
        expect(await passes(documents.to_ecomptes, schemas.from_ecomptes)).toBe(false)
      }
    })

    test.for(shapes)(
      'the official schema and ours say the same of every change: %s',
      async (shape) => {
        const tried = shape === 'from_ecomptes' ? [...changes, ...budgetChanges] : changes
        for (const [valid, what, part, instead] of tried) {
          const changed = documents[shape].replace(part, instead)
          expect(changed, what).not.toBe(documents[shape])
          expect(await passes(changed, official[shape]), `${what}, officially`).toBe(valid)
          expect(await passes(changed, schemaOf(shape)), `${what}, by ours`).toBe(valid)
        }
      },
    )

    test('the document is read, written and read again as it was', async () => {
      const first = await readExchange(new TextEncoder().encode(demo))
      if (!first.ok) throw new Error(first.problems[1]?.sentence ?? '')
      expect(first.shape).toBe('from_ecomptes')
      const written = await writeExchange(first.exchange, 'from_ecomptes')
      expect(await passes(written, official.from_ecomptes)).toBe(true)
      const again = await readExchange(written)
      expect(again.ok && withoutLines(again.exchange)).toEqual(withoutLines(first.exchange))
    })

    test('a sub-action has its four articles of 500 for 2019 to 2022 (PST-03)', async () => {
      const reading = await readExchange(new TextEncoder().encode(demo))
      const actions = reading.ok
        ? reading.exchange.volets.flatMap(({ children }) =>
            children.flatMap((os) => os.children.flatMap((oo) => oo.children)),
          )
        : []
      expect(actions).toHaveLength(15)
      const articles = actions.find(({ label }) => label.startsWith('A.16 - SA.17 - '))?.articles
      expect(articles?.map(({ exercise, cents }) => [exercise, cents])).toEqual(
        [2019, 2020, 2021, 2022].map((year) => [year, 50_000]),
      )
    })

    test.for(shapes)('whatever we write passes the official schema: %s', async (shape) => {
      await fc.assert(
        fc.asyncProperty(anyExchange, async (one) => {
          expect(await passes(await writeExchange(one, shape), official[shape])).toBe(true)
        }),
        { numRuns: 50 },
      )
    })
  },
)
