import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { bears } from '#kernel/access'
import { Forbidden } from '#kernel/errors'
import { id } from '#kernel/http'
import { Select } from '#kernel/ui'
import {
  allServices,
  ensureService,
  everyone,
  fullName,
  namesOf,
  services,
  writableServices,
} from '#commons/directory'
import {
  byName,
  byNameIn,
  leavesByName,
  manyOf,
  type NamedList,
  oneOf,
  optionsOf,
} from './chosen.tsx'
import { type Field, labels, type Named, type Said } from './field.ts'
import { inFrenchOrder } from './texts.tsx'

const namedServices = async () => (await allServices()).map((one): Named => [one.id, one.label])

/**
 * The service for which it is written: one of one’s own. It is handed over to another one’s own, or by
 * those who are named to any.
 */
export const service = (
  said: Said,
  handedOverBy: readonly `role:${string}`[],
): Field<string | null, string> => ({
  ...said,
  schema: id(),
  answer: z.uuid().nullable(),
  input: async (name, value, { required = true, of }) => {
    // The one that it has stays; a new one begins with another’s service only if it is one’s own too.
    const own = (await allServices()).filter((one) => of && one.id === value)
    const mine = (await writableServices()).filter(
      (one) => !own.some(({ id: has }) => has === one.id),
    )
    const options = optionsOf([...own, ...mine].map((one) => [one.id, one.label]))
    const first = options.find((one) => one.value === value) ?? options[0]
    return (
      <Select {...labels(name, said)} options={options} value={first?.value} required={required} />
    )
  },
  shown: byName(namedServices),
  plain: byName(namedServices),
  leaves: leavesByName(namedServices),
  check: async (given, name, before) => {
    const mine = bears(`service:${given}:editor`) || bears(`service:${given}:head`)
    const handsOver = before !== undefined && handedOverBy.some((one) => bears(one))
    if (!mine && !handsOver) {
      const named = (await allServices()).find((one) => one.id === given)?.label ?? given
      throw new Forbidden('records.not_your_service', { service: named, field: name })
    }
    await ensureService(given, name)
  },
  choices: namedServices,
  narrow: 'choices',
  order: byNameIn('commons.service'),
  lacking: async () => ((await writableServices()).length > 0 ? null : 'records.no_service'),
})

/** A service of the authority, whichever: one that exists today. */
export const anyService = (said: Said): Field<string> =>
  oneOf(
    {
      all: async () => (await allServices()).map(({ id: one, label: name }) => ({ id: one, name })),
      open: async () => (await services()).map(({ id: one, label: name }) => ({ id: one, name })),
      order: byNameIn('commons.service'),
    },
    said,
  )

const everybody: NamedList = {
  all: async () => (await everyone.get()).map((one) => ({ id: one.id, name: fullName(one) })),
  order: (column: RawBuilder<unknown>) =>
    inFrenchOrder(sql`(select named.last_name || ' ' || named.first_name
      from commons.person named where named.id = ${column})`),
}

/** Somebody of the directory. */
export const person = (said: Said): Field<string> => ({
  ...oneOf(everybody, said),
  words: async (values) => {
    const names = await namesOf(values)
    return (value) => names.get(value) ?? ''
  },
})

/** Several persons of the directory. */
export const persons = (said: Said): Field<string[]> => ({
  ...manyOf(everybody, said),
  words: async (values) => {
    const names = await namesOf(values.flat())
    return (value) => value.flatMap((one) => names.get(one) ?? []).join(', ')
  },
})
