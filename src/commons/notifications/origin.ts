import type { Call } from '#kernel/http'

/** The address of the house at which somebody asks: the gate has let its host in. */
export const originOf = (c: Call): string =>
  `${c.get('encrypted') ? 'https' : 'http'}://${c.req.header('host') ?? ''}`
