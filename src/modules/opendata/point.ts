import { timeZone } from '#kernel/i18n'
import { type RichText, toPlainText } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import type { Published } from '#commons/publication'
import { fileAddress, type PublicPoint, type PublicVote } from '#modules/copies'
import { articlesIn, citedIn } from './articles.ts'
import { documentResource, pageOf } from './copy-resource.ts'
import { on, type Resource, said, type Saying, text, to, whole, words, yesNo } from './graph.ts'
import { personResource } from './person.ts'
import { organIri, organResource, authorityResource, type Site, termIri } from './site.ts'
import { languageIris } from './vocabulary.ts'

/** The words of a text of a copy, plain. */
export const plainOf = (html: RichText) => toPlainText(html).trim()

export const meetingIri = (site: Site, slug: string) => `${site}/decisions/meetings/${slug}#meeting`
export const pointIri = (site: Site, slug: string) => `${site}/decisions/${slug}#point`

export const dayOfCopy = ({ starts_at }: { starts_at: string }) =>
  Temporal.Instant.from(starts_at).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** Whether its words became an act: those of a project did not yet, those that were rejected never do. */
export const isAct = ({ stage, outcome }: PublicPoint): boolean =>
  stage === 'decision' && outcome !== 'refused'

/** What is told of a public point: the point, how it was dealt with, what was decided, the votes. */
export function pointResources(site: Site, copy: Published<PublicPoint>): Resource[] {
  const { content, title } = copy
  const page = pageOf(site, `/decisions/${copy.slug}`, copy)
  const lang = itsLanguage()
  const iri = (name: string) => `${page}#${name}`
  const decided = content.stage === 'decision'
  const point: Resource = {
    id: iri('point'),
    types: ['besluit:Agendapunt'],
    says: [
      ['dct:title', words(title, lang)],
      ['besluit:geplandOpenbaar', yesNo(true)],
      ...said('schema:position', content.number, text),
      ...said('schema:keywords', content.subject, (subject) => words(subject, lang)),
      ['dct:isPartOf', to(meetingIri(site, content.meeting))],
      ...(isAct(content) ? [] : [['besluit:heeftOntwerpbesluit', to(iri('decision'))] as const]),
      ...content.places.map((place, index): Saying => [
        'dct:spatial',
        {
          id: iri(`place-${index + 1}`),
          types: ['dct:Location'],
          says: [['rdfs:label', words(place, lang)]],
        },
      ]),
      ...(copy.later === undefined
        ? []
        : [['dct:isVersionOf', to(pointIri(site, copy.slug))] as const]),
    ],
  }
  const treatment: Resource = {
    id: iri('treatment'),
    types: ['besluit:BehandelingVanAgendapunt'],
    says: [
      ['dct:subject', to(point.id)],
      ['besluit:openbaar', yesNo(true)],
      ...said('dct:type', content.outcome, (outcome) => to(termIri(site, outcome))),
      [isAct(content) ? 'prov:generated' : 'prov:used', to(iri('decision'))],
      ...content.votes.map((vote, index): Saying => [
        'besluit:heeftStemming',
        voteResource(iri(`vote-${index + 1}`), vote, title),
      ]),
    ],
  }
  return [
    documentResource(site, page, iri(decided ? 'decision' : 'point'), copy),
    point,
    ...(decided ? [treatment] : []),
    decision(site, page, copy),
    organResource(site, content.organ),
    authorityResource(site),
  ]
}

/** Which of our terms says what the words are, where they are no act. */
const kindOf = ({ stage, outcome }: PublicPoint) =>
  stage === 'project' ? 'project' : outcome === 'refused' ? outcome : null

function decision(site: Site, page: string, copy: Published<PublicPoint>): Resource {
  const { content, title, published_at } = copy
  const lang = itsLanguage()
  const [why, what] = [plainOf(content.motivation), plainOf(content.decision)]
  const id = `${page}#decision`
  return {
    id,
    types: isAct(content) ? ['besluit:Besluit', 'eli:LegalResource'] : ['prov:Entity'],
    says: [
      ['eli:title', words(title, lang)],
      ...said('eli:id_local', content.reference, text),
      ['eli:language', to(languageIris[lang])],
      ...said('dct:type', kindOf(content), (term) => to(termIri(site, term))),
      ...(isAct(content)
        ? ([
            ['eli:passed_by', to(organIri(site, content.organ))],
            ['eli:date_document', on(dayOfCopy(content))],
          ] as const)
        : []),
      ['eli:date_publication', on(dayOf(published_at))],
      ...said('dct:abstract', content.note && plainOf(content.note), (some) => words(some, lang)),
      ...said('besluit:motivering', why, (some) => words(some, lang)),
      ...said('prov:value', what, (some) => words(some, lang)),
      ...articlesIn(what).map((article, index): Saying => [
        'eli:has_part',
        {
          id: `${id}-article-${index + 1}`,
          types: isAct(content)
            ? ['besluit:Artikel', 'eli:LegalResourceSubdivision']
            : ['prov:Entity'],
          says: [
            ['eli:number', text(article.number)],
            ...said('prov:value', article.words, (some) => words(some, lang)),
          ],
        },
      ]),
      ...citedIn(why).map((cited, index): Saying => [
        'eli:cites',
        {
          id: `${id}-cites-${index + 1}`,
          types: ['eli:LegalResource'],
          says: [['eli:title', words(cited, lang)]],
        },
      ]),
      ...content.annexes.map((annex, index): Saying => [
        'dct:references',
        {
          id: `${page}#annex-${index + 1}`,
          types: ['foaf:Document'],
          says: [
            ['dct:title', words(annex.title, lang)],
            ['schema:encodingFormat', text(annex.type)],
            ['schema:contentSize', text(String(annex.size))],
            ['schema:sha256', text(annex.hash)],
            ...said('dcat:downloadURL', annex.name, (name) =>
              to(site + fileAddress({ hash: annex.hash, name })),
            ),
          ],
        },
      ]),
    ],
  }
}

const dayOf = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** By which property it is told who voted so. */
const sides = {
  yes: 'besluit:heeftVoorstander',
  no: 'besluit:heeftTegenstander',
  abstain: 'besluit:heeftOnthouder',
} as const

function voteResource(id: string, vote: PublicVote, title: string): Resource {
  const lang = itsLanguage()
  return {
    id,
    types: ['besluit:Stemming'],
    says: [
      ['besluit:onderwerp', words(vote.about ?? title, lang)],
      ['besluit:geheim', yesNo(vote.secret)],
      ['besluit:aantalVoorstanders', whole(vote.yes)],
      ['besluit:aantalTegenstanders', whole(vote.no)],
      ['besluit:aantalOnthouders', whole(vote.abstain)],
      ['schema:result', yesNo(vote.adopted)],
      ...(vote.article ? [['dct:conformsTo', text(vote.article)] satisfies Saying] : []),
      ...vote.voters.flatMap(({ name, choice }, index): Saying[] => {
        const side = sides[choice as keyof typeof sides] // Or undefined, of what this version does not know.
        const who = personResource(`${id}-voter-${index + 1}`, name)
        return side ? [[side, who]] : []
      }),
    ],
  }
}
