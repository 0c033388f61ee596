import type { Generated } from 'kysely'
import type { OrganKind } from '#commons/law'
import type { InsertionMethod } from './insertion.ts'

interface Own {
  tenant_id: Generated<string>
}

interface OrganTable extends Own {
  id: Generated<string>
  kind: OrganKind
  name: string
  acronym: string
  speaks_as: string
  insertion: readonly InsertionMethod[]
  seats: number | null
  position: Generated<number>
  closed_on: Temporal.PlainDate | null
}

/** How it was called until a day, that day left out. */
interface OrganNameTable extends Own {
  organ_id: string
  until: Temporal.PlainDate
  name: string
  speaks_as: string
}

export const seatParts = ['president', 'member', 'secretary'] as const
export type SeatPart = (typeof seatParts)[number]

interface SeatTable extends Own {
  id: Generated<string>
  organ_id: string
  person_id: string
  part: SeatPart
  title: string
  party_group: Generated<string>
  position: number
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.organ': OrganTable
    'commons.organ_name': OrganNameTable
    'commons.seat': SeatTable
  }
}
