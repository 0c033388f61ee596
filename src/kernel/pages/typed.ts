import type { Attempt } from '#kernel/http'
import type { Values } from '#kernel/ui'

const isText = (value: unknown): value is string => typeof value === 'string'

/** What was typed and ticked, as the kit shows it again. */
export function typed(attempt: Attempt | undefined): Values {
  const said = Object.entries(attempt?.values ?? {}).flatMap(
    ([name, value]): [string, Values[string]][] => {
      if (isText(value) || value === null) return [[name, value ?? '']]
      return Array.isArray(value) ? [[name, value.filter(isText)]] : []
    },
  )
  return Object.fromEntries(said)
}
