import { sql } from 'kysely'
import { z } from 'zod'
import { bears } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { id } from '#kernel/http'
import { Select } from '#kernel/ui'
import { allServices, ensureService, writableServices } from '#commons/directory'
import { byName, optionsOf } from './chosen.tsx'
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
  input: async (name, value) => {
    const own = (await allServices()).filter((one) => one.id === value)
    const mine = (await writableServices()).filter((one) => one.id !== value)
    const options = optionsOf([...own, ...mine].map((one) => [one.id, one.label]))
    const [first] = options
    return (
      <Select {...labels(name, said)} options={options} value={value ?? first?.value} required />
    )
  },
  shown: byName(namedServices),
  plain: byName(namedServices),
  check: async (given, name, before) => {
    const mine = bears(`service:${given}:editor`) || bears(`service:${given}:head`)
    const handsOver = before !== undefined && handedOverBy.some((one) => bears(one))
    ensure(mine || handsOver, Forbidden, 'records.not_your_service')
    await ensureService(given, name)
  },
  choices: namedServices,
  narrow: 'choices',
  order: (column) =>
    inFrenchOrder(sql`(select named.name from commons.service named where named.id = ${column})`),
  lacking: async () => ((await writableServices()).length > 0 ? null : 'records.no_service'),
})
