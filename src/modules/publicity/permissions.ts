import { type Policy, signedIn } from '#kernel/access'

export const permissions = { read: signedIn } satisfies Record<string, Policy>
