import {
  addProvider,
  type Provider,
  type ProviderFields,
  providerNamed,
  rewriteProvider,
} from '#kernel/single-sign-on'
import { linkAllProvisioned } from '#commons/scim'

/** Adds a provider; whom the system of joiners calls as it does is linked. Throws as `addProvider`. */
export async function add(fields: ProviderFields, secret: string): Promise<string> {
  const id = await addProvider(fields, secret)
  await linkAllProvisioned(fields)
  return id
}

/** Rewrites a provider, with the same for its people. Throws as `rewriteProvider`. */
export async function rewrite(
  id: string,
  fields: ProviderFields,
  secret: string | null,
  ensureSeen: (standing: Provider) => void,
): Promise<void> {
  await rewriteProvider(id, fields, secret, ensureSeen)
  await linkAllProvisioned(await providerNamed(id))
}
