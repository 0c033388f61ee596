import type { Call } from '#kernel/http'
import type { KnownAuthority } from '#modules/publications'

/** An address of an authority, from the portal: its host answers as this one does, by the same scheme and at the same port. */
export function atAuthority(c: Call, { host }: Pick<KnownAuthority, 'host'>, path = '/'): string {
  const [, port = ''] = /(:\d+)$/.exec(c.req.header('host') ?? '') ?? []
  return `//${host}${port}${path}`
}
