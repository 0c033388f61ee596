import type { Call } from '#kernel/http'
import { language, t } from '#kernel/i18n'
import { lastChanged } from '#modules/publications'
import { linked } from '../answers.ts'
import { countAsked } from '../brake.ts'
import { catalogueIri, catalogueOf } from '../catalogue.ts'
import { siteOf } from '../forms.tsx'
import { type Saying, to, words } from '../graph.ts'
import { placed } from './authorities.ts'
import { nameOfAll } from './oparl.ts'

/** The catalogue of what all authorities give together, and where each has its own (DCAT-AP). */
export async function catalogueOfAll(c: Call, as?: 'ttl'): Promise<Response> {
  countAsked('lists')
  const site = siteOf(c)
  const besides = (await placed(c)).map((one): Saying => [
    'dcat:catalog',
    {
      id: catalogueIri(one.site),
      types: ['dcat:Catalog'],
      says: [
        ['dct:title', words(t('opendata.catalogue.title', { name: one.name }), language())],
        ['rdfs:seeAlso', to(`${one.site}/open-data/catalogue`)],
      ],
    },
  ])
  const publisher = {
    id: `${site}/open-data#portal`,
    types: ['foaf:Agent'] as const,
    says: [['skos:prefLabel', words(nameOfAll(), language())]] as const,
  }
  const resources = catalogueOf(site, await lastChanged(), {
    ...{ name: nameOfAll(), publisher, gives: ['dump'], besides },
  })
  return linked(c, resources, as)
}
