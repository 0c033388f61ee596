import { inLanguage, languages, t } from '#kernel/i18n'
import { type Resource, text, to, words } from './graph.ts'
import { type Site, termIri } from './site.ts'

/** The concepts to which decisions refer, with the name of each in our words: outcomes, stages, what is withheld. */
const all = {
  accepted: 'publications.outcome.accepted',
  accepted_modified: 'publications.outcome.accepted_modified',
  refused: 'publications.outcome.refused',
  treated: 'publications.outcome.treated',
  delayed: 'publications.outcome.delayed',
  removed: 'publications.outcome.removed',
  cancelled: 'publications.outcome.cancelled',
  project: 'publications.stage.project',
  withheld: 'publications.withheld',
} as const

/** Our concepts (SKOS), each in all languages. */
export function terms(site: Site): Resource[] {
  const scheme = `${site}/open-data/terms`
  return [
    {
      id: scheme,
      types: ['skos:ConceptScheme'],
      says: languages.map((one) => [
        'skos:prefLabel',
        words(
          inLanguage(one, () => t('opendata.terms.title')),
          one,
        ),
      ]),
    },
    ...Object.entries(all).map(([name, key]): Resource => ({
      id: termIri(site, name),
      types: ['skos:Concept'],
      says: [
        ['skos:inScheme', to(scheme)],
        ['skos:notation', text(name)],
        ...languages.map(
          (one) =>
            [
              'skos:prefLabel',
              words(
                inLanguage(one, () => t(key)),
                one,
              ),
            ] as const,
        ),
      ],
    })),
  ]
}
