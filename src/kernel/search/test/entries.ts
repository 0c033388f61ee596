import { randomUUID } from 'node:crypto'
import { givenAuthority } from '#test/harness'
import type { Actor } from '#kernel/access'
import { indexForSearch, search } from '../index.ts'

interface Entry {
  kind?: string
  readers?: readonly string[]
  reference?: string
  body?: string
}

/** An authority of its own with somebody who reads, and how entries are made and found there. */
export async function givenEntries() {
  const authority = await givenAuthority()
  const reader: Actor = { id: null, name: 'Reader', principals: [`service:${randomUUID()}`] }
  return {
    authority,
    reader,
    /** Makes an entry, for the reader unless told. */
    enter(title: string, entry: Entry = {}): Promise<void> {
      const { readers = reader.principals, kind = 'test.case', reference = '', body = '' } = entry
      const subjectId = randomUUID()
      return authority.asSystem(() =>
        indexForSearch([{ subjectId, kind, title, reference, body, readers }]),
      )
    },
    /** Titles of what is found, for the reader unless told. */
    titles: async (query: string, who: Actor = reader): Promise<string[]> =>
      (await authority.as(who, () => search(query))).found.map(({ title }) => title),
  }
}
