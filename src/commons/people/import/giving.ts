import { t } from '#kernel/i18n'
import {
  type NewOffice,
  type Office,
  type Role,
  type Service,
  type ServiceFunction,
  todayHere,
} from '#commons/directory'
import { holdingInWords, periodInWords } from '../words.ts'

interface Said {
  role: Role | null
  service: Service | null
  function: ServiceFunction
  /** Null: the list does not say. */
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

/** What a row makes of what somebody holds. */
export interface Giving {
  /** What they lack of it. */
  gives: NewOffice[]
  /** What they hold on other days than the row says, in sentences: no list moves the days of what is held. */
  differs: string[]
}

const { compare } = Temporal.PlainDate
const isSame = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) =>
  one === null || other === null ? one === other : one.equals(other)

/** Compares what a row says of somebody with what they hold. A row without days gives what is not held today, from today on. */
export function givingOf(
  personId: string,
  said: Said,
  held: readonly Office[],
  labels: ReadonlyMap<string, string>,
): Giving {
  const today = todayHere()
  const isOver = ({ valid_to }: Office) => valid_to !== null && compare(valid_to, today) <= 0
  const { valid_from: first, valid_to: last } = said
  const isPast = last !== null && compare(last, today) <= 0
  const asked = first ?? today
  const isSaid = (one: Office) =>
    (first === null || isSame(one.valid_from, first)) &&
    (last === null ? !isOver(one) : isSame(one.valid_to, last))
  const meets = ({ valid_from, valid_to }: Office) =>
    (!valid_to || compare(asked, valid_to) < 0) &&
    (!last || !valid_from || compare(valid_from, last) < 0)
  const giving: Giving = { gives: [], differs: [] }
  for (const fresh of officesIn(personId, said)) {
    const twins = held.filter(
      (one) =>
        one.kind === fresh.kind &&
        one.what === fresh.what &&
        one.service_id === (fresh.kind === 'function' ? fresh.serviceId : null),
    )
    if (twins.some(isSaid)) continue
    const other = twins.find(meets)
    if (isPast && !first) giving.differs.push(t('directory.office.since_when'))
    else if (other)
      giving.differs.push(
        t('people.import.other_days', {
          ...{ what: holdingInWords(other, labels), days: periodInWords(other) },
        }),
      )
    else giving.gives.push({ ...fresh, valid_from: asked, valid_to: last })
  }
  return giving
}

function officesIn(personId: string, { role, service, function: what }: Said): NewOffice[] {
  return [
    ...(role ? [{ personId, kind: 'role' as const, what: role.name }] : []),
    ...(service ? [{ personId, kind: 'function' as const, what, serviceId: service.id }] : []),
  ]
}
