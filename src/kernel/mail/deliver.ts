import { z } from 'zod'
import { db } from '#kernel/db'
import { task } from '#kernel/jobs'
import { nothingOfIt } from './forget.ts'
import { settled } from './settled.ts'
import { handOver, isLetterboxOpen, mailServer } from './smtp.ts'

/** How long a server that puts us off is asked again (RFC 5321, 4.5.4.1: four or five days). */
const patience = { hours: 24 * 5 }

/**
 * Hands a message over to the server for mail. Where none is set it leaves the machine for nowhere, and what
 * lets somebody in is forgotten unless fictional people read it here. A message that
 * was handed over is not again, whoever sends the job; where the process died between the server's word and
 * ours, it is, under the same Message-ID.
 */
export const deliver = task(
  'mail.deliver',
  z.object({ id: z.uuid() }),
  async ({ id }) => {
    const row = await db()
      .selectFrom('kernel.mail')
      .selectAll()
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'refused'])
      // Of one whose person was erased nothing is there to be sent again.
      .where('to_address', '<>', '')
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    const server = mailServer()
    const done_at = Temporal.Now.instant()
    if (server) await handOver(server, row, row.at.add(patience))
    await db()
      .updateTable('kernel.mail')
      .set({
        ...{ state: server ? 'sent' : 'kept', reason: null, done_at },
        ...(row.secret && !isLetterboxOpen() && { body: '' }),
        ...(row.fleeting && nothingOfIt),
      })
      .where('id', '=', id)
      .execute()
    await settled({ id, state: server ? 'sent' : 'kept', at: done_at })
  },
  {
    dossiers: async ({ id }) => {
      const row = await db()
        .selectFrom('kernel.mail')
        .select('about')
        .where('id', '=', id)
        .executeTakeFirst()
      return row?.about ?? []
    },
    failed: async ({ id }, reason) => {
      await db()
        .updateTable('kernel.mail')
        .set({
          state: 'refused',
          reason: JSON.stringify(reason),
          done_at: Temporal.Now.instant(),
        })
        .where('id', '=', id)
        .execute()
      await db()
        .updateTable('kernel.mail')
        .set(nothingOfIt)
        .where('id', '=', id)
        .where('fleeting', '=', true)
        .execute()
      await settled({ id, state: 'refused', at: Temporal.Now.instant() })
    },
  },
)
