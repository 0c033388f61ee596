import type { Generated } from 'kysely'
import { db } from '#kernel/db'
import { whilePublic } from '#kernel/http'
import type { MessageKey } from '#kernel/i18n'
import { type AnyContent, contentOf, type Name, names } from './content.ts'

declare module '#kernel/db' {
  interface Tables {
    'commons.statement': {
      tenant_id: Generated<string>
      id: Generated<string>
      statement: Name
      /** 1, 2… of this statement. */
      number: number
      content: unknown
      published_by: string
      published_at: Generated<Temporal.Instant>
    }
  }
}

/** A statement as everybody may read it. */
export interface Published {
  number: number
  said: AnyContent
  /** As it was kept. */
  content: unknown
  published_at: Temporal.Instant
}

/** What was declared last under a name; a public transaction reads it too. */
export async function published(name: Name): Promise<Published | undefined> {
  const found = await db()
    .selectFrom('commons.statement')
    .distinctOn('statement')
    .select(['number', 'content', 'published_at'])
    .where('statement', '=', name)
    .orderBy('statement')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return found && { ...found, said: contentOf(name, found.content) }
}

export const pathOf = (name: Name) => `/statements/${name}`
export const titleOf = (name: Name): MessageKey => `statements.title.${name}`

/** Those that are declared, as the foot of each page for citizens names them. */
export async function declared(): Promise<{ label: MessageKey; href: string }[]> {
  const there = await whilePublic('statements.declared', async () => {
    const found = await db()
      .selectFrom('commons.statement')
      .select('statement')
      .distinct()
      .execute()
    return new Set(found.map(({ statement }) => statement))
  })
  return names
    .filter((name) => there.has(name))
    .map((name) => ({ label: titleOf(name), href: pathOf(name) }))
}
