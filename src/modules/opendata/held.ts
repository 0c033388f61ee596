import type { PublicAttendance, PublicMeeting } from '#modules/copies'
import { at, type Resource, said, type Saying, text, to } from './graph.ts'
import { personResource } from './person.ts'

/** What is told of how a meeting was held (I03): its hours, its suspensions, who was there, where it is seen or heard. */
export function heldSayings(
  iri: (name: string) => string,
  { opened_at, closed_at, suspensions = [], attendance, video }: PublicMeeting,
): Saying[] {
  return [
    ...said('prov:startedAtTime', opened_at, at),
    ...said('prov:endedAtTime', closed_at, at),
    ...suspensions.map(({ from, until }, index): Saying => [
      'ext:hasIntermission',
      {
        id: iri(`intermission-${index + 1}`),
        types: ['ext:Intermission'],
        says: [
          ['prov:startedAtTime', at(from)],
          ['prov:endedAtTime', at(until)],
        ],
      },
    ]),
    ...(attendance ? attendanceSayings(iri, attendance) : []),
    ...said('schema:recordedIn', video, (address): Resource => ({
      id: iri('video'),
      types: ['schema:VideoObject'],
      says: [['schema:contentUrl', to(address)]],
    })),
  ]
}

/** Those of the organ, each once; who presides and who keeps the minutes may be one of them. */
function attendanceSayings(
  iri: (name: string) => string,
  { chair, secretary, members }: PublicAttendance,
): Saying[] {
  const idOf = (name: string | null, else_: string) => {
    const place = members.findIndex((one) => one.name === name)
    return iri(place < 0 ? else_ : `member-${place + 1}`)
  }
  const office = (
    property: 'besluit:heeftVoorzitter' | 'besluit:heeftSecretaris',
    who: string | null,
    as: string,
  ) =>
    said(property, who, (name) => {
      const id = idOf(name, as)
      return id === iri(as) ? personResource(id, name) : to(id)
    })
  return [
    ...members.map(({ name, title, presence }, index): Saying => [
      presence === 'present' ? 'besluit:heeftAanwezigeBijStart' : 'ext:heeftAfwezigeBijStart',
      personResource(iri(`member-${index + 1}`), name, said('schema:jobTitle', title, text)),
    ]),
    ...office('besluit:heeftVoorzitter', chair, 'chair'),
    ...office('besluit:heeftSecretaris', secretary, 'secretary'),
  ]
}
