import { itsLanguage, tenant } from '#kernel/tenancy'
import { inLanguage, knownMessage, t } from '#kernel/i18n'
import type { Published } from '#commons/publication'
import { fileAddress, type PublicMeeting, type PublicPoint } from '#modules/copies'
import { type Named, meetingCopies, pointCopies } from '#modules/publications'
import { isAct, plainOf } from '../point.ts'
import { type Site, slugOfName } from '../site.ts'
import { licence } from '../vocabulary.ts'
import type { Row } from './rows.ts'

const version = 'https://schema.oparl.org/1.1/'
export type OparlType =
  | 'System'
  | 'Body'
  | 'Organization'
  | 'Person'
  | 'Meeting'
  | 'AgendaItem'
  | 'Paper'
  | 'Consultation'
  | 'File'
  | 'Location'

export type Oparl = Record<string, unknown> & { id: string; type: string }
export type Times = Pick<Row, 'created' | 'modified'>

/** Where each thing is told of. */
export const oparl = (site: Site) => ({
  system: `${site}/oparl/system`,
  bodies: `${site}/oparl/bodies`,
  body: `${site}/oparl/body`,
  list: (name: string) => `${site}/oparl/${name}`,
  organization: (name: string) => `${site}/oparl/organization/${slugOfName(name)}`,
  person: (name: string) => `${site}/oparl/person/${slugOfName(name)}`,
  location: (name: string) => `${site}/oparl/location/${slugOfName(name)}`,
  meeting: (slug: string) => `${site}/oparl/meeting/${slug}`,
  item: (slug: string) => `${site}/oparl/agenda-item/${slug}`,
  /** A line of an agenda that has no page: by its place there. */
  line: (meeting: string, place: number) => `${site}/oparl/agenda-item/${meeting}/${place}`,
  paper: (slug: string) => `${site}/oparl/paper/${slug}`,
  consultation: (slug: string) => `${site}/oparl/consultation/${slug}`,
  file: (slug: string) => `${site}/oparl/file/${slug}`,
  /** An annex of a paper, by the hash of its bytes. */
  annex: (slug: string, hash: string) => `${site}/oparl/file/${slug}/${hash}`,
})

const typed = (id: string, type: OparlType, { created, modified }: Times) => ({
  ...{ id, type: `${version}${type}` },
  ...{ created: seconds(created), modified: seconds(modified) },
})

/** Without fractions, which OParl does not foresee. */
const seconds = (instant: Temporal.Instant) => instant.round('second').toString()

/** What is told of what was withdrawn: that it was, and nothing of what it said. */
export const deleted = (id: string, type: OparlType, times: Times): Oparl => ({
  ...typed(id, type, times),
  deleted: true,
})

export function systemObject(site: Site, name: string, times: Times): Oparl {
  const at = oparl(site)
  return {
    ...typed(at.system, 'System', times),
    oparlVersion: version,
    otherOparlVersions: [],
    license: licence,
    body: at.bodies,
    name,
    website: `${site}/open-data`,
    vendor: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
    product: 'Beffroi',
  }
}

export function bodyObject(site: Site, times: Times): Oparl {
  const at = oparl(site)
  const { name, shortName, kind, address } = tenant()
  return {
    ...typed(at.body, 'Body', times),
    ...{ system: at.system, name, shortName, website: `${site}/`, license: licence },
    classification: kind,
    ...(address.length > 0 && { location: bodyLocation(site, times) }),
    organization: at.list('organizations'),
    person: at.list('people'),
    meeting: at.list('meetings'),
    paper: at.list('papers'),
    agendaItem: at.list('agenda-items'),
    consultation: at.list('consultations'),
    file: at.list('files'),
    locationList: at.list('locations'),
    membership: at.list('memberships'),
    legislativeTerm: [],
    legislativeTermList: at.list('legislative-terms'),
    web: `${site}/`,
  }
}

export const bodyLocation = (site: Site, times: Times): Oparl => ({
  ...typed(`${site}/oparl/body/location`, 'Location', times),
  description: tenant().address.join(', '),
})

export function organizationObject(site: Site, organ: Named): Oparl {
  const at = oparl(site)
  const id = at.organization(organ.name)
  return {
    ...typed(id, 'Organization', organ),
    ...{ body: at.body, name: organ.name, classification: organ.kind, organizationType: 'Gremium' },
    membership: [],
    meeting: `${at.list('meetings')}?organization=${slugOfName(organ.name)}`,
    web: `${site}/decisions?organ=${encodeURIComponent(organ.name)}`,
  }
}

export const personObject = (site: Site, person: Named): Oparl => ({
  ...typed(oparl(site).person(person.name), 'Person', person),
  ...{ body: oparl(site).body, name: person.name, membership: [] },
})

export const locationObject = (site: Site, place: Named): Oparl => ({
  ...typed(oparl(site).location(place.name), 'Location', place),
  description: place.name,
})

const states = { planned: 'terminiert', held: 'durchgeführt', cancelled: 'terminiert' } as const

export function meetingObject(site: Site, copy: Published, times: Times): Oparl {
  const at = oparl(site)
  const content: PublicMeeting = meetingCopies.content.parse(copy.content)
  const place = content.place.trim()
  return {
    ...typed(at.meeting(copy.slug), 'Meeting', times),
    ...{ name: copy.title, meetingState: states[content.state] },
    cancelled: content.state === 'cancelled',
    start: seconds(Temporal.Instant.from(content.starts_at)),
    ...(place && { location: locationObject(site, { name: place, kind: '', ...times }) }),
    organization: [at.organization(content.organ.name)],
    agendaItem: content.points.map((_, index) => lineObject(site, copy, index, times)),
    ...(content.attendance && {
      participant: content.attendance.members.flatMap(({ name, presence }) =>
        presence === 'present' ? [at.person(name)] : [],
      ),
    }),
    ...(content.video && { 'beffroi:video': content.video }),
    web: site + meetingCopies.path(copy.slug),
  }
}

/** A line of an agenda: of a point that has a page, or of one that has none. */
export function lineObject(site: Site, copy: Published, index: number, times: Times): Oparl {
  const at = oparl(site)
  const line = meetingCopies.content.parse(copy.content).points[index]
  const { slug = null, number = '', title = '', outcome = null } = line ?? {}
  return {
    ...typed(slug ? at.item(slug) : at.line(copy.slug, index + 1), 'AgendaItem', times),
    meeting: at.meeting(copy.slug),
    ...{ number, order: index, name: title, public: true },
    ...(slug && { consultation: at.consultation(slug), web: site + pointCopies.path(slug) }),
    ...(outcome && { result: outcomeSaid(outcome) }),
  }
}

function outcomeSaid(outcome: string): string {
  const key = knownMessage(`publications.outcome.${outcome}`)
  return key ? inLanguage(itsLanguage(), () => t(key)) : outcome
}

const contentOf = (copy: Published): PublicPoint => pointCopies.content.parse(copy.content)

export function itemObject(site: Site, copy: Published, times: Times, order: number): Oparl {
  const at = oparl(site)
  const content = contentOf(copy)
  const words = content.stage === 'decision' ? plainOf(content.decision) : ''
  return {
    ...typed(at.item(copy.slug), 'AgendaItem', times),
    meeting: at.meeting(content.meeting),
    ...{ number: content.number, order, name: copy.title, public: true },
    consultation: at.consultation(copy.slug),
    ...(content.outcome && { result: outcomeSaid(content.outcome) }),
    ...(words && { resolutionText: words }),
    ...(content.subject && { keyword: [content.subject] }),
    web: site + pointCopies.path(copy.slug),
  }
}

export function paperObject(site: Site, copy: Published, times: Times): Oparl {
  const at = oparl(site)
  const content = contentOf(copy)
  return {
    ...typed(at.paper(copy.slug), 'Paper', times),
    ...{ body: at.body, name: copy.title },
    ...(content.reference && { reference: content.reference }),
    date: content.starts_at.slice(0, 10),
    // What was rejected is no decision: what it is remains what was proposed.
    paperType: inLanguage(itsLanguage(), () =>
      t(`publications.stage.${isAct(content) ? 'decision' : 'project'}`),
    ),
    mainFile: fileObject(site, copy, times),
    ...auxiliaryFiles(site, copy, times),
    location: content.places.map((name) => locationObject(site, { name, kind: '', ...times })),
    originatorPerson: content.in_charge.map(at.person),
    underDirectionOf: [at.organization(content.organ.name)],
    consultation: [consultationObject(site, copy, times)],
    ...(content.subject && { keyword: [content.subject] }),
    web: site + pointCopies.path(copy.slug),
  }
}

export function consultationObject(site: Site, copy: Published, times: Times): Oparl {
  const at = oparl(site)
  const content = contentOf(copy)
  return {
    ...typed(at.consultation(copy.slug), 'Consultation', times),
    ...{ paper: at.paper(copy.slug), agendaItem: at.item(copy.slug) },
    meeting: at.meeting(content.meeting),
    organization: [at.organization(content.organ.name)],
    authoritative: isAct(content),
  }
}

/** The paper of a point: a PDF that is made of its copy. */
export function fileObject(site: Site, copy: Published, times: Times): Oparl {
  const at = oparl(site)
  const content = contentOf(copy)
  const address = `${site}${pointCopies.path(copy.slug)}.pdf`
  const text = [plainOf(content.motivation), plainOf(content.decision)].filter(Boolean).join('\n')
  return {
    ...typed(at.file(copy.slug), 'File', times),
    ...{ name: copy.title, fileName: `${copy.slug}.pdf`, mimeType: 'application/pdf' },
    date: content.starts_at.slice(0, 10),
    ...{ accessUrl: address, downloadUrl: address, fileLicense: licence },
    ...(text && { text }),
    paper: [at.paper(copy.slug)],
  }
}

/** The annexes of a point that everybody may fetch. */
export const annexObjects = (site: Site, copy: Published, times: Times): Oparl[] =>
  contentOf(copy).annexes.flatMap(({ title, name, hash, type, size }) => {
    if (name === undefined) return []
    const at = oparl(site)
    const address = site + fileAddress({ hash, name })
    return {
      ...typed(at.annex(copy.slug, hash), 'File', times),
      ...{ name: title, fileName: name, mimeType: type, size },
      ...{ accessUrl: address, downloadUrl: address, fileLicense: licence },
      paper: [at.paper(copy.slug)],
    }
  })

function auxiliaryFiles(site: Site, copy: Published, times: Times) {
  const files = annexObjects(site, copy, times)
  return files.length > 0 ? { auxiliaryFile: files } : {}
}

/** The meeting of a point, by its slug. */
export const meetingOf = (copy: Published): string => contentOf(copy).meeting

/** The place of each point that has a page, on an agenda. */
export const orderIn = (copy: Published): [slug: string, order: number][] =>
  meetingCopies.content
    .parse(copy.content)
    .points.flatMap(({ slug }, order) => (slug ? [[slug, order]] : []))
