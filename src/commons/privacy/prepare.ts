import { strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { audit } from '#kernel/audit'
import { Conflict, ensure } from '#kernel/errors'
import { formatDateTime, t } from '#kernel/i18n'
import { enqueue, task } from '#kernel/jobs'
import { inItsLanguage, tenant } from '#kernel/tenancy'
import { addAnnex } from '#commons/annexes'
import { printReport } from '#commons/documents'
import { type Dossier, read } from '#commons/dossiers'
import { gather, withheld } from './gather.ts'
import { onPaper } from './on-paper.ts'
import { readable } from './readable.tsx'
import { ofAuthority } from './register.ts'
import { type RequestColumns, requests } from './request.ts'

type Request = Dossier<RequestColumns>

/** Has what is held of somebody gathered into a file, by a job. Throws `Conflict` where it is not said of whom. */
export async function prepare(request: Request): Promise<void> {
  const ofSomebody = request.person_id ?? request.citizen_id ?? request.party_ids[0]
  ensure(ofSomebody, Conflict, 'privacy.of_whom')
  await audit('access_request', requests.path(request.id))
  await enqueue(gathering, { id: request.id }, `privacy.${request.id}`)
}

/** Gathers it and adds it to the request, as a file. */
export const gathering = task('privacy.gather', z.object({ id: z.uuid() }), async ({ id }) => {
  const request = await read(requests, id)
  const { name, bytes } = await fileOf(request)
  await addAnnex(request, { name, title: t('privacy.file.annex'), bytes })
})

/**
 * What is held of whom a request is: to read on paper (PDF, accessible) and on a screen (HTML), and for programs (JSON), in one
 * file (ZIP), in the language of the authority.
 */
export const fileOf = (request: Request): Promise<{ name: string; bytes: Uint8Array }> =>
  inItsLanguage(async () => {
    const chapters = await gather({
      personId: request.person_id,
      citizenId: request.citizen_id,
      partyIds: request.party_ids,
    })
    const made = Temporal.Now.instant()
    const told = {
      title: t('privacy.file.title', { name: request.title }),
      lead: t('privacy.file.lead', { authority: tenant().name, at: formatDateTime(made, 'long') }),
      ...{ chapters, withheld: withheld() },
    }
    const all = {
      authority: tenant().name,
      ...{ request: request.reference, of: request.title, made_at: made.toString() },
      ...{ controller: await ofAuthority(), held: chapters, withheld: told.withheld },
    }
    const name = (request.reference || 'RGPD').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    const bytes = zipSync({
      [`${name}.pdf`]: await printReport(onPaper(told), 'pdf'),
      [`${name}.html`]: strToU8(await readable(told)),
      [`${name}.json`]: strToU8(JSON.stringify(all, null, 2)),
    })
    return { name: `${name}.zip`, bytes }
  })
