import { allServices } from '#commons/directory'
import { importedFrom, readMany } from '#commons/dossiers'
import { allTerms } from '#commons/vocabularies'
import { type Organ, organs } from '#commons/organs'
import { categories, meetings, meetsAt } from '#modules/deliberations'
import { remembered } from './mapping.ts'
import type { Known } from './plan.ts'
import type { KnownLabel } from './resolve.ts'
import type { RemoteMeeting } from './types.ts'

/** The name under which ids of PloneMeeting are remembered. */
export const source = 'plonemeeting'
/** The id under which an annex is remembered, beside those of meetings and points. */
export const annexId = (uid: string) => `annex:${uid}`

/** What an upload meets in the authority. */
export interface Here {
  known: Known
  /** Where the meeting is held, or would be. */
  organ: Organ | null
  /** The id of the meeting, where it was imported before. */
  meetingId: string | null
  /** Ids of theirs → dossiers of ours. */
  dossiers: ReadonlyMap<string, string>
}

/** Reads what the plan must know. `organId` is the organ chosen; without it the upload hints at one. */
export async function readHere(
  meeting: RemoteMeeting | null,
  organId: string | null,
): Promise<Here> {
  const imported = await importedFrom(source)
  const meetingId = imported.get(meeting?.uid ?? '')?.dossierId ?? null
  const [standing] = await readMany(meetings, meetingId ? [meetingId] : [])
  const organ = organFor(await organs(), standing?.organ_id ?? organId, meeting)
  const obstacle = standing
    ? standing.state === 'closed' && 'meeting_closed'
    : meeting && (await obstacleTo(meeting, organ))
  const hashes = [...imported].map(([uid, { contentHash }]) => [uid, contentHash] as const)
  const tokens = await remembered()
  const annexUids = [...imported.keys()].flatMap((id) => id.split(annexId(''))[1] ?? [])
  return {
    known: {
      categories: withTokens(await allTerms(categories.name), tokens.category),
      services: withTokens(await allServices(), tokens.service),
      meetingUids: new Set(meetingId && meeting ? [meeting.uid] : []),
      itemUids: new Map(hashes),
      annexUids: new Set(annexUids),
      ...(obstacle && { obstacle }),
    },
    organ,
    meetingId,
    dossiers: new Map([...imported].map(([uid, { dossierId }]) => [uid, dossierId])),
  }
}

/** PloneMeeting says council and college of a CPAS too. */
const hinted: Record<'council' | 'college', readonly string[]> = {
  council: ['council', 'cpas_council'],
  college: ['college', 'permanent_bureau'],
}

function organFor(all: Organ[], chosen: string | null, meeting: RemoteMeeting | null) {
  if (chosen) return all.find(({ id }) => id === chosen) ?? null
  const hint = meeting?.organHint
  return (hint && all.find(({ kind }) => hinted[hint].includes(kind))) ?? null
}

async function obstacleTo({ startsAt }: RemoteMeeting, organ: Organ | null) {
  if (!organ) return 'organ_needed'
  return (await meetsAt(organ.id, startsAt.toInstant())) && 'organ_meets'
}

const withTokens = (
  labels: readonly { id: string; name: string }[],
  tokens: ReadonlyMap<string, string[]>,
): KnownLabel[] =>
  labels.map(({ id, name }) => ({ id, name, externalTokens: tokens.get(id) ?? [] }))
