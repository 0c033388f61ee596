import { type Resource, type Saying, text } from './graph.ts'

/** Somebody, by the name under which everybody may read of them. */
export const personResource = (
  id: string,
  name: string,
  besides: readonly Saying[] = [],
): Resource => ({
  id,
  types: ['person:Person'],
  says: [['foaf:name', text(name)], ...besides],
})
