import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { inItsLanguage } from '#kernel/tenancy'
import type { DocumentTemplate } from '#commons/documents'
import { directorGeneral, mayor } from '#commons/directory'
import { read } from '#commons/dossiers'
import { meetings, secretariat, veiledOnPaper } from '#modules/deliberations'
import { composeAgenda, composePublicAgenda } from './agenda.ts'
import { composeNotes } from './explanatory-notes.ts'
import { composeDocx, composeMinutes } from './paper.ts'

/** Acts are in the language of the authority, whatever that of the person who asks. */
const inAuthorityLanguage =
  (compose: DocumentTemplate['compose']): DocumentTemplate['compose'] =>
  (meetingId, askedAt) =>
    inItsLanguage(() => compose(meetingId, askedAt))

/**
 * Agenda and minutes tell of all points, the closed session too: they are for the secretariat, the
 * director general, the mayor and, once the agenda is frozen, the members of the organ.
 */
export async function paperReaders(meetingId: string): Promise<string[]> {
  const { state, organ_id } = await read(meetings, meetingId)
  const house = [secretariat, directorGeneral, mayor].map(({ principal }) => principal)
  return state === 'created' ? house : [...house, `organ:${organ_id}`]
}

/**
 * A draft of minutes says what is decided: while that is hidden, only who writes it takes one, whenever it was made (C13). What was put
 * at the disposal of the members stays theirs.
 */
function veiledInDraft(): RawBuilder<SqlBool> | null {
  const veiled = veiledOnPaper()
  return veiled === null
    ? null
    : sql<SqlBool>`(${veiled} and exists (select from minutes.record r join commons.dossier m using (tenant_id, id)
        where r.tenant_id = o.tenant_id and r.meeting_id = o.dossier_id and m.state = 'draft'))`
}

/** The documents that a meeting can have. */
export const documentTemplates: DocumentTemplate[] = [
  { name: 'minutes.agenda', compose: inAuthorityLanguage(composeAgenda), readers: paperReaders },
  {
    name: 'minutes.public_agenda',
    compose: inAuthorityLanguage(composePublicAgenda),
    readers: async (meetingId) => (await read(meetings, meetingId)).readers,
  },
  {
    name: 'minutes.explanatory_notes',
    formats: ['pdf', 'docx'],
    compose: inAuthorityLanguage(composeNotes),
    readers: paperReaders,
  },
  {
    name: 'minutes.minutes',
    compose: inAuthorityLanguage(composeMinutes),
    readers: paperReaders,
    withheld: veiledInDraft,
  },
  {
    name: 'minutes.minutes_text',
    formats: ['docx'],
    compose: inAuthorityLanguage(composeDocx),
    readers: paperReaders,
    withheld: veiledInDraft,
  },
]
