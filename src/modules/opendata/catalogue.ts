import { itsLanguage, tenant } from '#kernel/tenancy'
import { t } from '#kernel/i18n'
import { at, type Resource, type Saying, text, to, words } from './graph.ts'
import { authorityIri, authorityResource, type Site } from './site.ts'
import { languageIris, licence } from './vocabulary.ts'

const types = 'https://www.iana.org/assignments/media-types/'
const often = 'http://publications.europa.eu/resource/authority/frequency/CONT'

/** In which files the decisions of an authority are given, by the name of each in our words. */
const files = [
  { name: 'dump', path: '/open-data/dump.ndjson.gz', type: 'application/gzip' },
  { name: 'csv', path: '/open-data/deliberations.csv', type: 'text/csv' },
] as const

/** By which programs ask for them. */
const services = [
  {
    name: 'changes',
    path: '/open-data/changes',
    follows: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  { name: 'oparl', path: '/oparl/system', follows: 'https://schema.oparl.org/1.1/' },
] as const

/** The catalogue of what an authority gives to all (DCAT-AP). */
export function catalogue(site: Site, since: Temporal.Instant | null): Resource[] {
  const lang = itsLanguage()
  const page = `${site}/open-data`
  const dataset = `${page}#decisions`
  const { name } = tenant()
  const said: Saying[] = [
    ['dct:title', words(t('opendata.catalogue.decisions', { name }), lang)],
    ['dct:description', words(t('opendata.catalogue.decisions.about'), lang)],
    ['dct:publisher', to(authorityIri(site))],
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
    ...files.map(({ name: file, path, type }): Saying => [
      'dcat:distribution',
      {
        id: `${page}#${file}`,
        types: ['dcat:Distribution'],
        says: [
          ['dct:title', words(t(`opendata.what.${file}`), lang)],
          ['dcat:accessURL', to(site + path)],
          ['dcat:downloadURL', to(site + path)],
          ['dcat:mediaType', to(types + type)],
          ['dct:license', to(licence)],
        ],
      },
    ]),
  ]
  return [
    {
      id: `${page}#catalogue`,
      types: ['dcat:Catalog'],
      says: [
        ['dct:title', words(t('opendata.catalogue.title', { name }), lang)],
        ['dct:description', words(t('opendata.catalogue.about'), lang)],
        ['dct:publisher', to(authorityIri(site))],
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
      ],
    },
    { ...authorityResource(site), types: ['besluit:Bestuurseenheid', 'foaf:Agent'] },
  ]
}
