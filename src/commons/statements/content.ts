import { z } from 'zod'
import { languages } from '#kernel/i18n'
import { laws, methods, statuses } from './facts.ts'

/** What is declared (déclarations): how accessible the pages are, who publishes them, what becomes of persons’ data. */
export const names = ['accessibility', 'legal', 'privacy'] as const
export type Name = (typeof names)[number]

const Who = z.strictObject({
  name: z.string(),
  address: z.array(z.string()),
  number: z.string().describe('At the Crossroads Bank for Enterprises; empty where none is given'),
})

const Activity = z.strictObject({
  ...{ title: z.string(), purpose: z.string(), basis: z.string(), persons: z.string() },
  ...{ data: z.string(), recipients: z.string(), kept: z.string() },
})

/**
 * What leaves the authority, statement by statement; texts are as it typed them. What was published is read for ever: what
 * is added is optional.
 */
export const contents = {
  accessibility: z.strictObject({
    who: Who,
    hosts: z.array(z.string()).describe('The addresses to which it applies'),
    law: z.enum(laws),
    status: z.enum(statuses),
    ...{ failings: z.string(), burden: z.string(), outside: z.string() },
    method: z.enum(methods),
    evaluated_on: z.iso.date(),
    ...{ feedback: z.string(), complaint: z.string() },
  }),
  legal: z.strictObject({
    who: Who,
    ...{ contact: z.string(), editor: z.string(), host: z.string(), reuse: z.string() },
  }),
  privacy: z.strictObject({
    who: Who,
    ...{ controller: z.string(), officer: z.string(), transfers: z.string() },
    activities: z
      .partialRecord(z.enum(languages), z.array(Activity))
      .describe('The register of processing activities, in each language of the authority'),
  }),
}

/** What one of them says. */
export type Content<N extends Name> = z.output<(typeof contents)[N]>
export type AnyContent = { [N in Name]: { name: N; content: Content<N> } }[Name]

/** Reads what was kept of it. */
export function contentOf(name: Name, kept: unknown): AnyContent {
  if (name === 'accessibility') return { name, content: contents.accessibility.parse(kept) }
  if (name === 'legal') return { name, content: contents.legal.parse(kept) }
  return { name, content: contents.privacy.parse(kept) }
}
