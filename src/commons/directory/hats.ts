import type { InsideHats } from '#kernel/auth'
import { agent, councillor, mayor } from './role.ts'

const elected: readonly string[] = [councillor, mayor].map(({ principal }) => principal)

/**
 * An agent who is elected too acts in one capacity or the other (casquettes): what they bear by their seats and mandates is
 * of the one, all else of the other. What is for them by name is for both.
 */
export function agentAndElected(principals: readonly string[]): InsideHats | undefined {
  const isElected = elected.some((one) => principals.includes(one))
  if (!isElected || !principals.includes(agent.principal)) return undefined
  const byMandate = (one: string) => elected.includes(one) || one.startsWith('organ:')
  return {
    agent: principals.filter((one) => !byMandate(one)),
    elected: principals.filter((one) => one.startsWith('user:') || byMandate(one)),
  }
}
