import type { Call } from '#kernel/http'
import { hostBeside } from '#kernel/pages'
import type { KnownAuthority } from '#modules/publications'

/** An address of an authority, from the portal: by the same scheme. */
export const atAuthority = (c: Call, { host }: Pick<KnownAuthority, 'host'>, path = '/'): string =>
  `//${hostBeside(c, host)}${path}`
