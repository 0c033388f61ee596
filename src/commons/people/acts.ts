import type { Child } from 'hono/jsx'
import { slot } from '#kernel/module'

/** What other folders offer at the side of somebody who can come in. */
export const personActs = slot<(person: { id: string }) => Child>('personActs')
