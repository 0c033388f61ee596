import { dataPath, type Published } from '#commons/publication'
import { at, type Resource, text, to, whole } from './graph.ts'
import { authorityIri, type Site } from './site.ts'
import { licence } from './vocabulary.ts'

/** The page of a copy: of the latest one the address that stays, of an older one its own. */
export const pageOf = (site: Site, path: string, copy: Published): Site =>
  `${site}${path}${copy.later === undefined ? '' : `/${copy.number}`}`

/** What is told of the page itself: which copy it is, since when, and by what it is proven. */
export const documentResource = (
  site: Site,
  page: string,
  topic: string,
  copy: Published,
): Resource => ({
  id: page,
  types: ['foaf:Document'],
  says: [
    ['foaf:primaryTopic', to(topic)],
    ['dct:issued', at(copy.published_at.toString())],
    ['dct:publisher', to(authorityIri(site))],
    ['dct:license', to(licence)],
    ['schema:version', whole(copy.number)],
    ['dct:identifier', text(`urn:sha-256:${copy.hash}`)],
    ['rdfs:seeAlso', to(site + dataPath(copy))],
  ],
})
