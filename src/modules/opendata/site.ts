import { itsLanguage, tenant } from '#kernel/tenancy'
import { type Resource, said, text, to, words } from './graph.ts'

/** Where an authority is read: `https://beauval.example`. All its addresses begin so. */
export type Site = string

interface Organ {
  name: string
  kind: string
}

/** What of a name may stand in an address: « Conseil communal » gives `conseil-communal`. */
export const slugOfName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'x'

export const authorityIri = (site: Site) => `${site}/open-data#authority`
export const organIri = (site: Site, { name }: { name: string }) =>
  `${site}/open-data#organ-${slugOfName(name)}`
/** A concept of ours: an outcome, a kind of organ, that something is withheld. */
export const termIri = (site: Site, term: string) => `${site}/open-data/terms#${term}`

/** The authority, as it is told of (Bestuurseenheid). */
export function authorityResource(site: Site): Resource {
  const { name, number } = tenant()
  return {
    id: authorityIri(site),
    types: ['besluit:Bestuurseenheid', 'org:Organization'],
    says: [
      ['skos:prefLabel', words(name, itsLanguage())],
      ...said('dct:identifier', number, text),
      ['foaf:page', to(`${site}/`)],
    ],
  }
}

/** An organ (Bestuursorgaan). */
export const organResource = (site: Site, organ: Organ): Resource => ({
  id: organIri(site, organ),
  types: ['besluit:Bestuursorgaan'],
  says: [
    ['skos:prefLabel', words(organ.name, itsLanguage())],
    ['org:classification', to(termIri(site, organ.kind))],
    ['besluit:bestuurt', to(authorityIri(site))],
  ],
})
