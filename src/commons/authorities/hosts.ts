import { domainToASCII } from 'node:url'
import { Invalid } from '#kernel/errors'
import { type MessageKey, type MessageParams, t } from '#kernel/i18n'
import { type Known, knownAuthorities } from '#kernel/tenancy'

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** A host name as browsers ask for it: in lower case, in ASCII, without port; null where it is none. */
export function hostName(typed: string): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
  if (/[\s/?#@:%]/.test(text)) return null
  const name = domainToASCII(text)
  const labels = name.split('.')
  // The last of an address of the network is a number.
  const right = labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return name.length <= 253 && right ? name : null
}

/** Below which names are the house’s own: what stands behind the first label of those of the one that runs it. */
const ownDomains = (all: readonly Known[]): string[] =>
  all
    .flatMap(({ operates, hosts }) => (operates ? hosts : []))
    .flatMap((name) => [name, name.split('.').slice(1).join('.')])
    .filter(Boolean)

/**
 * The host names of an authority. Throws `Invalid` where one is none, is another’s, or is not below the house’s own domain
 * and nobody vouches for it (`others`).
 */
export async function ensureHosts(
  typed: readonly string[],
  { of, others }: { of?: string; others: boolean },
): Promise<string[]> {
  const refuse = (key: MessageKey, params: MessageParams = {}) =>
    new Invalid({ hosts: [t(key, params)] })
  const names = typed.map((one) => {
    const name = hostName(one)
    if (!name) throw refuse('authorities.host_wrong', { host: one })
    return name
  })
  const hosts = [...new Set(names)]
  if (hosts.length === 0) throw refuse('authorities.host_none')
  if (hosts.length > 20) throw refuse('authorities.host_many')
  const all = await knownAuthorities()
  const elsewhere = new Set(all.flatMap((one) => (one.slug === of ? [] : one.hosts)))
  const taken = hosts.find((name) => elsewhere.has(name))
  if (taken) throw refuse('authorities.host_taken', { host: taken })
  const own = ownDomains(all)
  const foreign = hosts.find((name) => !own.some((one) => name === one || name.endsWith(`.${one}`)))
  if (foreign && !others)
    throw new Invalid({
      other_hosts: [t('authorities.host_foreign', { host: foreign, domain: own.at(-1) ?? '' })],
    })
  return hosts
}
