import { itsLanguage } from '#kernel/tenancy'
import type { Published } from '#commons/publication'
import type { PublicMeeting } from '#modules/copies'
import { documentResource, pageOf } from './copy-resource.ts'
import { at, type Resource, said, type Saying, text, to, words, yesNo } from './graph.ts'
import { meetingIri, pointIri } from './point.ts'
import { heldSayings } from './held.ts'
import { authorityResource, organIri, organResource, type Site, termIri } from './site.ts'

type Line = PublicMeeting['points'][number]

/** What is told of a public meeting: when, where, of which organ, and its points in their order. */
export function meetingResources(site: Site, copy: Published<PublicMeeting>): Resource[] {
  const { content, title } = copy
  const page = pageOf(site, `/decisions/meetings/${copy.slug}`, copy)
  const lang = itsLanguage()
  const iri = (name: string) => `${page}#${name}`
  const idOf = ({ slug }: Line, index: number) =>
    slug ? pointIri(site, slug) : iri(`point-${index + 1}`)
  const ids = content.points.map(idOf)
  const meeting: Resource = {
    id: iri('meeting'),
    types: ['besluit:Zitting'],
    says: [
      ['dct:title', words(title, lang)],
      ['besluit:geplandeStart', at(content.starts_at)],
      ['besluit:isGehoudenDoor', to(organIri(site, content.organ))],
      ['schema:eventStatus', to(statuses[content.state === 'cancelled' ? 'cancelled' : 'on'])],
      ...said('prov:atLocation', content.place.trim(), (place): Resource => ({
        id: iri('place'),
        types: ['prov:Location'],
        says: [['rdfs:label', words(place, lang)]],
      })),
      ...content.points.map((line, index): Saying => {
        const before = ids[index - 1]
        return ['besluit:behandelt', lineResource(site, ids[index] ?? '', line, before)]
      }),
      ...(copy.later === undefined
        ? []
        : [['dct:isVersionOf', to(meetingIri(site, copy.slug))] as const]),
      ...heldSayings(iri, content),
    ],
  }
  return [
    documentResource(site, page, meeting.id, copy),
    meeting,
    organResource(site, content.organ),
    authorityResource(site),
  ]
}

const statuses = {
  on: 'http://schema.org/EventScheduled',
  cancelled: 'http://schema.org/EventCancelled',
} as const

function lineResource(site: Site, id: string, line: Line, before: string | undefined): Resource {
  const lang = itsLanguage()
  return {
    id,
    types: ['besluit:Agendapunt'],
    says: [
      ['dct:title', words(line.title, lang)],
      ['besluit:geplandOpenbaar', yesNo(true)],
      ...said('schema:position', line.number, text),
      ...said('besluit:aangebrachtNa', before, to),
      ...said('dct:type', line.outcome, (outcome) => to(termIri(site, outcome))),
      ...said('dct:description', line.withheld, (why) => words(why, lang)),
      ...(line.withheld ? [['dct:accessRights', to(termIri(site, 'withheld'))] as const] : []),
    ],
  }
}
