/** The vocabularies in which decisions are told: OSLO Besluit, ELI, and those that both stand on. */
export const prefixes = {
  besluit: 'http://data.vlaanderen.be/ns/besluit#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  ext: 'http://mu.semte.ch/vocabularies/ext/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  mandaat: 'http://data.vlaanderen.be/ns/mandaat#',
  org: 'http://www.w3.org/ns/org#',
  person: 'http://www.w3.org/ns/person#',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

type Prefix = keyof typeof prefixes

/** A name of a vocabulary, short: `eli:title`. */
export type Curie = `${Prefix}:${string}`

/** The whole IRI of a short name. */
export function iriOf(curie: Curie): string {
  const at = curie.indexOf(':')
  return prefixes[curie.slice(0, at) as Prefix] + curie.slice(at + 1) // A Curie begins with one of them.
}

/** The languages of the European Union, as its authority list names them. */
export const languageIris = {
  de: 'http://publications.europa.eu/resource/authority/language/DEU',
  en: 'http://publications.europa.eu/resource/authority/language/ENG',
  fr: 'http://publications.europa.eu/resource/authority/language/FRA',
  nl: 'http://publications.europa.eu/resource/authority/language/NLD',
} as const

/** Acts of authorities bear no author’s rights (Code de droit économique, XI.172, § 2): they are given to all. */
export const licence = 'https://creativecommons.org/publicdomain/zero/1.0/'
