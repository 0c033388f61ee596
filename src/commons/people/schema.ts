import { z } from 'zod'
import { flag, id, line, optionalDay, optionalId, optionalLine } from '#kernel/http'
import { mailAddress } from '#kernel/mail'

/** What is said of a person, in form, API and lists that are read in. */
export const IdentityFields = z.object({
  civility: z.enum(['', 'mr', 'mrs']).default(''),
  first_name: line(100),
  last_name: line(100),
  email: optionalLine(200).refine(
    (text) => text === '' || mailAddress(text) !== undefined,
    'people.email_wrong',
  ),
  external_id: optionalLine(60),
  login: optionalLine(100).refine((text) => !/\s/.test(text), 'people.login_blank'),
})

/** Of whom it is asked who may be the same. */
export const SimilarFields = z.object({
  first_name: optionalLine(100),
  last_name: optionalLine(100),
  email: optionalLine(200),
})

/** The first and the last day, both among it. */
const days = {
  first_day: optionalDay().default(null).describe('Today unless told.'),
  last_day: optionalDay().default(null),
}

/** Somebody new, with what they begin with. */
export const NewPersonFields = IdentityFields.extend({
  role: optionalLine(80),
  service_id: optionalId(),
  function: z.enum(['editor', 'head', 'observer']).default('editor'),
  ...days,
  invite: flag(),
  other: flag(),
})

const held = { held: z.enum(['own', 'acting', 'delegated']).default('own') }

/** What is given to somebody: a role, a function in a service, a mandate. */
export const OfficeFields = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), role: line(80), ...held, ...days }),
  z.object({
    ...{ kind: z.literal('function'), service_id: id() },
    function: z.enum(['editor', 'head', 'observer']),
    ...held,
    ...days,
  }),
  z.object({ kind: z.literal('mandate'), title: line(200), ...held, ...days }),
])

/** The days of a departure. */
export const LastDay = z.object({ last_day: optionalDay().default(null) })

/** What is said of a service, and the days on which it begins and ends. */
export const ServiceFields = z.object({ name: line(), parent_id: optionalId() })
export const NewService = ServiceFields.extend({ first_day: optionalDay().default(null) })
export const Closing = LastDay.extend({ successor_id: optionalId() })
