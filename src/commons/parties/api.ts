import { z } from 'zod'
import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { Invalid } from '#kernel/errors'
import { type ApiRoutes, id, line } from '#kernel/http'
import { load } from '#commons/dossiers'
import { nationalNumber } from '#kernel/identifiers'
import { byNational, partyPath } from './known.tsx'
import { merge, parties, readNumber, readsNumbers } from './party.ts'

const one = '/contacts/:id'
const edits = permission('parties.edit')

/** Adds what programs do with parties besides writing them: numbers go in bodies, never in an address. */
export function partyApi(api: ApiRoutes): void {
  api.on(
    'post',
    '/number',
    readsNumbers,
    {
      summary: 'Find the party of a national number',
      body: z.object({ national_number: line(40) }),
      answer: z.object({ id: z.uuid().nullable() }),
    },
    async (_c, { national_number }) => {
      const digits = nationalNumber(national_number)
      if (digits === null) throw Invalid.field('national_number', 'parties.not_a_national_number')
      const found = await byNational(digits)
      if (found) await audit('identifier_read', partyPath(found.id))
      return { id: found?.id ?? null }
    },
  )
  api.on(
    'post',
    `${one}/number`,
    readsNumbers,
    {
      summary: 'Read the national number of a party, which the audit keeps',
      answer: z.object({ national_number: z.string() }),
    },
    async (c) => ({ national_number: await readNumber(await load(c, parties)) }),
  )
  api.on(
    'post',
    `${one}/merge`,
    edits,
    {
      summary: 'Find that a party is another one',
      body: z.object({ into: id() }),
      answer: z.object({ id: z.uuid(), merged_into: z.uuid().nullable() }),
    },
    async (c, { into }) => {
      const { id: merged, merged_into } = await merge(await load(c, parties), into)
      return { id: merged, merged_into }
    },
  )
}
