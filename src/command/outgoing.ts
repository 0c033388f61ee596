import { readConfig } from '#kernel/config'
import { outgoing, useOutgoing } from '#kernel/outgoing'
import { Usage } from './words.ts'

/** Asks a server outside, for an operator who wants to know whether the house reaches it; nothing of the house is told. */
export async function checkOutside([url, second]: string[]): Promise<void> {
  if (!url || second) throw new Usage('Which address? One at a time.')
  useOutgoing(readConfig(process.env).outgoing)
  const { status, statusText } = await outgoing('check')(url)
  console.log(`It answers: ${[status, statusText].join(' ').trim()}.`)
}
