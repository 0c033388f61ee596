import { expect } from 'vitest'
import type { TestAuthority, TestPerson } from '#test/harness'

interface Row {
  id: string
  kind: string
  goes: string
  kept: string | null
}

/** What an officer of data protection does about erasures of an authority, in the words of its tests. */
export function erasing(authority: () => TestAuthority, officer: () => TestPerson) {
  /** Somebody of the address book, and a request of theirs. */
  async function asked(nature: string): Promise<{ party: string; path: string }> {
    const agent = await authority().person({ roles: ['agent'] })
    const party = (
      await agent.visitor.api('post', '/parties/contacts', {
        ...{ nature: 'person', title: `Lambinet ${nature}`, first_name: 'Yvon', is_another: true },
      })
    ).json<{ id: string }>()
    const { id } = (
      await officer().visitor.api('post', '/privacy/requests', {
        ...{ title: 'Lambinet Yvon', nature, received_on: '2031-03-01', due_on: null },
        ...{ person_id: null, party_ids: [party.id], identity: 'vu au guichet', answer: '' },
      })
    ).json<{ id: string }>()
    return { party: party.id, path: `/privacy/requests/${id}` }
  }

  /** A request of somebody of the directory, by their id. */
  async function requestOf(personId: string, nature = 'erasure'): Promise<string> {
    const { id } = (
      await officer().visitor.api('post', '/privacy/requests', {
        ...{ title: 'Bodart', nature, received_on: '2031-03-01', due_on: null },
        ...{ person_id: personId, party_ids: [], identity: 'vue au guichet', answer: '' },
      })
    ).json<{ id: string }>()
    return `/privacy/requests/${id}`
  }

  const wouldGo = async (path: string) =>
    (await officer().visitor.api('get', `${path}/erasure`)).json<{ edition: string; rows: Row[] }>()

  /** Decided by one, confirmed by another. */
  async function erases(
    path: string,
    kind: string,
  ): Promise<{ destroyed: { id: string; with?: string }[] }> {
    const { edition } = await wouldGo(path)
    expect((await officer().visitor.api('post', `${path}/erasure`, { edition })).status).toBe(200)
    const manager = await authority().person({ roles: ['administrator'] })
    const at = `/retention/due/${kind}`
    expect((await manager.visitor.get(at)).text).toContain('à la demande de la personne')
    const due = (await manager.visitor.api('get', at)).json<{ edition: string }>()
    const done = await manager.visitor.api('post', at, { edition: due.edition })
    expect(done.status, done.text).toBe(201)
    expect(done.json<{ reference: string }>().reference).toMatch(/^ELIM/)
    expect((await manager.visitor.get('/retention/due')).text).toContain('ELIM')
    return done.json()
  }
  return { asked, requestOf, wouldGo, erases }
}
