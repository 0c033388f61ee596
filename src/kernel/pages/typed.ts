import type { Attempt } from '#kernel/http'
import type { Values } from '#kernel/ui'

/** What was typed, as the kit shows it again. */
export function typed(attempt: Attempt | undefined): Values {
  const texts = Object.entries(attempt?.values ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' || value === null ? [[name, value ?? ''] as const] : [],
  )
  return Object.fromEntries(texts)
}
