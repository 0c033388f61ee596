import { language, t } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { at, type Resource, type Saying, text, to, words } from './graph.ts'
import { authorityResource, type Site } from './site.ts'
import { languageIris, licence } from './vocabulary.ts'

const types = 'https://www.iana.org/assignments/media-types/'
const often = 'http://publications.europa.eu/resource/authority/frequency/CONT'

/** In which files decisions are given, by the name of each in our words. */
const files = {
  dump: { path: '/open-data/dump.ndjson.gz', type: 'application/gzip' },
  csv: { path: '/open-data/deliberations.csv', type: 'text/csv' },
} as const

/** By which programs ask for them. */
const services = [
  {
    name: 'changes',
    path: '/open-data/changes',
    follows: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  { name: 'oparl', path: '/oparl/system', follows: 'https://schema.oparl.org/1.1/' },
] as const

interface Catalogued {
  /** Whose decisions they are, in words. */
  name: string
  publisher: Resource
  gives: readonly (keyof typeof files)[]
  /** What is said of the catalogue besides. */
  besides?: readonly Saying[]
}

/** The catalogue of what an authority gives to all (DCAT-AP). */
export const catalogue = (site: Site, since: Temporal.Instant | null): Resource[] =>
  catalogueOf(site, since, {
    name: tenant().name,
    publisher: { ...authorityResource(site), types: ['besluit:Bestuurseenheid', 'foaf:Agent'] },
    gives: ['dump', 'csv'],
  })

/** The catalogue of what stands at a site, by the words in which it is read. */
export function catalogueOf(
  site: Site,
  since: Temporal.Instant | null,
  { name, publisher, gives, besides = [] }: Catalogued,
): Resource[] {
  const lang = language()
  const page = `${site}/open-data`
  const dataset = `${page}#decisions`
  const said: Saying[] = [
    ['dct:title', words(t('opendata.catalogue.decisions', { name }), lang)],
    ['dct:description', words(t('opendata.catalogue.decisions.about'), lang)],
    ['dct:publisher', to(publisher.id)],
    ['dct:language', to(languageIris[lang])],
    ['dct:accrualPeriodicity', to(often)],
    [
      'dct:accessRights',
      to('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
    ],
    ['dct:license', to(licence)],
    ['dcat:theme', to('http://publications.europa.eu/resource/authority/data-theme/GOVE')],
    ['dcat:keyword', words(t('opendata.catalogue.keyword'), lang)],
    ['dcat:landingPage', to(`${site}/decisions`)],
    ['dct:identifier', text(dataset)],
    ...(since ? [['dct:modified', at(since.toString())] as const] : []),
    ...gives.map((file): Saying => [
      'dcat:distribution',
      {
        id: `${page}#${file}`,
        types: ['dcat:Distribution'],
        says: [
          ['dct:title', words(t(`opendata.what.${file}`), lang)],
          ['dcat:accessURL', to(site + files[file].path)],
          ['dcat:downloadURL', to(site + files[file].path)],
          ['dcat:mediaType', to(types + files[file].type)],
          ['dct:license', to(licence)],
        ],
      },
    ]),
  ]
  return [
    {
      id: catalogueIri(site),
      types: ['dcat:Catalog'],
      says: [
        ['dct:title', words(t('opendata.catalogue.title', { name }), lang)],
        ['dct:description', words(t('opendata.catalogue.about'), lang)],
        ['dct:publisher', to(publisher.id)],
        ['dct:language', to(languageIris[lang])],
        ['dct:license', to(licence)],
        ['foaf:homepage', to(page)],
        ['dcat:dataset', { id: dataset, types: ['dcat:Dataset'], says: said }],
        ...services.map(({ name: service, path, follows }): Saying => [
          'dcat:service',
          {
            id: `${page}#${service}`,
            types: ['dcat:DataService'],
            says: [
              ['dct:title', words(t(`opendata.what.${service}`), lang)],
              ['dcat:endpointURL', to(site + path)],
              ['dcat:endpointDescription', to(page)],
              ['dct:conformsTo', to(follows)],
              ['dcat:servesDataset', to(dataset)],
              ['dct:license', to(licence)],
            ],
          },
        ]),
        ...besides,
      ],
    },
    publisher,
  ]
}

/** The catalogue that stands at a site. */
export const catalogueIri = (site: Site) => `${site}/open-data#catalogue`
