import { sql, type RawBuilder } from 'kysely'
import { integer } from '#kernel/http'
import { annexCount } from '#commons/annexes'
import { seen } from '#commons/dossiers'
import { simply } from '#commons/records'
import { itemFields } from './item.ts'
import { allMeetings, levelsInUse } from './queries.ts'

/** Something of the meeting of a point, for who may see that meeting. */
const ofMeeting = (what: RawBuilder<unknown>) => sql`(select ${what}
  from commons.dossier m join deliberations.meeting s using (tenant_id, id)
  where m.tenant_id = d.tenant_id and m.id = o.meeting_id and ${seen('m')})`

const asItIs = simply((title: string | null) => title)

/** What the list of points tells of each: what is said of it, its meeting, how many annexes. */
export const listedOfItems = {
  ...itemFields,
  meeting: {
    label: 'deliberations.item.meeting',
    column: () => ofMeeting(sql`m.title`),
    chosenBy: sql`o.meeting_id`,
    shown: asItIs,
    plain: asItIs,
    choices: allMeetings,
    narrow: 'choices',
    order: () => ofMeeting(sql`s.starts_at`),
  },
  level: {
    label: 'deliberations.item.level',
    column: () => sql`o.level`,
    shown: asItIs,
    plain: asItIs,
    choices: levelsInUse,
    narrow: 'choices',
    order: () => sql`o.level_no`,
  },
  annexes: {
    label: 'deliberations.item.annexes',
    column: annexCount,
    shown: simply(String),
    plain: simply(Number),
    schema: integer(0, 10_000),
    narrow: 'numbers',
    filled: true,
  },
} as const
