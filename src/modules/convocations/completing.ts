import { Conflict, ensure } from '#kernel/errors'
import { write, writeMany } from '#commons/dossiers'
import { organ } from '#commons/organs'
import { insert } from '#commons/ordering'
import {
  agendaEntries,
  type AgendaVersion,
  allItems,
  dayOf,
  items,
  keepVersion,
  knownTo,
  type Meeting,
  meetings,
  place,
  renumber,
  sittingRule,
  versionNumbered,
} from '#modules/deliberations'

/** Completes a frozen agenda with what came since (ordre du jour complémentaire): it is a new version. */
export async function completeAgenda(meeting: Meeting): Promise<Meeting> {
  ensure(meeting.state === 'frozen', Conflict, 'deliberations.meeting.not_frozen')
  const patch = { agenda_version: meeting.agenda_version + 1 }
  const completed = await write(meetings, meeting, patch, 'complete')
  await keepVersion(completed)
  // Members are not written to for nothing, and two that complete it at once make one version.
  const [before, after] = [
    await versionNumbered(meeting.id, meeting.agenda_version),
    await versionNumbered(meeting.id, completed.agenda_version),
  ]
  const says = (version?: AgendaVersion) => JSON.stringify(version?.lines)
  ensure(says(before) !== says(after), Conflict, 'deliberations.meeting.nothing_new')
  return completed
}

/**
 * Late points that a version of the agenda holds, which was told in time, are of the agenda like the others, in its order;
 * history of each says so.
 */
export async function joinAgenda(meeting: Meeting, version: number): Promise<void> {
  const told = new Set((await versionNumbered(meeting.id, version))?.lines.map(({ id }) => id))
  const late = (await allItems(meeting)).filter(
    ({ id, list_type }) => list_type === 'late' && told.has(id),
  )
  if (late.length === 0) return
  const ids = new Set<string>(late.map(({ id }) => id))
  const { insertion, kind } = await organ(meeting.organ_id)
  const all = await knownTo(insertion, await agendaEntries(meeting.id))
  const joining = all.filter(({ id }) => ids.has(id))
  await writeMany(
    items,
    'join',
    late.map((dossier) => ({ dossier, patch: { list_type: 'normal' as const } })),
  )
  await place(
    insert(
      all.filter(({ id }) => !ids.has(id)),
      joining.map((entry) => ({ ...entry, listType: 'normal' as const })),
      insertion,
      await sittingRule(kind, dayOf(meeting)),
    ),
  )
  await renumber(meeting)
}
