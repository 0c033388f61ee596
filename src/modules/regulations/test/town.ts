import { givenAuthority, prepared } from '#test/harness'
import type { Ask } from '#kernel/outgoing'
import { answerLocally, certificatesIn, makeLocalAuthority, useStamps } from '#kernel/timestamps'

export const givenTown = prepared(async () => {
  const authority = await givenAuthority()
  const service_id = await authority.service('Affaires générales')
  const agent = await authority.person({ in: service_id })
  const publisher = await authority.person({ in: service_id, roles: ['secretariat'] })
  return { authority, service_id, agent, publisher }
})
export type Town = Awaited<ReturnType<typeof givenTown>>

export const local = await makeLocalAuthority()

/** A timestamp authority that answers, unless something else is told. */
export function stampBy(answer: (body: Uint8Array) => Promise<Uint8Array>): void {
  const ask: Ask = async (_, { body } = {}) =>
    new Response(Uint8Array.from(await answer(Uint8Array.from(body as Uint8Array))))
  useStamps({ url: 'https://tsa.beauval.be', trusted: certificatesIn(local.root), ask })
}

export const stampWell = (): void => stampBy((body) => answerLocally(body, local))

const text = '<p>Article 1er. Le marché se tient le vendredi.</p>'

/** A text as an agent writes it; its page. */
export async function written(town: Town, more: object = {}, who = town.agent): Promise<string> {
  const answer = await who.visitor.post('/regulations/postings', {
    ...{ title: 'Règlement du marché', service_id: town.service_id, nature: 'regulation' },
    ...{ body: 'council', decided_on: '2026-05-20', text },
    ...more,
  })
  return answer.headers.get('location') ?? `${answer.status} ${answer.text}`
}

export const step = (
  { publisher }: Pick<Town, 'publisher'>,
  page: string,
  verb: string,
  comment = '',
) => publisher.visitor.post(`${page}/steps`, { verb, comment })

/** Publishes a text, and says where everybody reads it. */
export async function publicOf(town: Town, page: string): Promise<string> {
  await step(town, page, 'post')
  return addressOf(town, page)
}

export async function addressOf({ publisher }: Town, page: string): Promise<string> {
  const { text: shown } = await publisher.visitor.get(page)
  return /href="(\/regulations\/[a-z]+-\d{4}-[a-z0-9]{8})"/.exec(shown)?.[1] ?? ''
}

export const asks = ({ authority }: Pick<Town, 'authority'>, path: string) =>
  authority.visitor().get(path)
