import { inLanguage, type MessageKey } from '#kernel/i18n'
import { ownFacts, ownHosts } from '#kernel/tenancy'
import { enterpriseInWords } from '#commons/parties'
import { activities, ofAuthority } from '#commons/privacy'
import { type AnySetting, settled } from '#commons/settings'
import type { AnyContent, Name } from './content.ts'
import * as said from './facts.ts'

/** A fact without which a statement is not made, and the page on which it is given. */
export interface Missing {
  readonly what: MessageKey
  readonly href: string
}

/** A statement as it would be published now, or what lacks of it: nothing is left blank, and nothing is made up. */
export type Draft = { readonly missing: readonly Missing[]; readonly made: AnyContent | null }

/** Makes a statement of what the authority says of itself. */
export async function compose(name: Name): Promise<Draft> {
  if (name === 'accessibility') return accessibility()
  return name === 'legal' ? legal() : privacy()
}

async function who() {
  const { name, address, number } = await ownFacts()
  return { name, address, number: number && enterpriseInWords(number) }
}

const inSettings = (of: AnySetting): Missing => ({
  what: of.field.label,
  href: `/settings#${of.name.split('.')[0]}`,
})

/** Implementing Decision (EU) 2018/1523: the model of the statement. */
async function accessibility(): Promise<Draft> {
  const [status, method, day] = [
    await settled(said.status),
    await settled(said.method),
    await settled(said.evaluatedOn),
  ]
  const { failings, burden, outside, feedback, complaint } = await texts()
  const reasons = failings || burden || outside
  const missing = [
    ...(status ? [] : [said.status]),
    ...(status && status !== 'full' && !reasons ? [said.failings] : []),
    ...(method ? [] : [said.method]),
    ...(day ? [] : [said.evaluatedOn]),
    ...(feedback ? [] : [said.feedback]),
    ...(complaint ? [] : [said.complaint]),
  ].map(inSettings)
  if (!status || !method || !day || missing.length > 0) return { missing, made: null }
  const content = {
    ...{ who: await who(), hosts: await ownHosts(), law: await settled(said.law), status, method },
    ...{ failings, burden, outside, evaluated_on: day.toString(), feedback, complaint },
  }
  return { missing, made: { name: 'accessibility', content } }
}

const texts = async () => ({
  failings: await settled(said.failings),
  burden: await settled(said.burden),
  outside: await settled(said.outside),
  feedback: await settled(said.feedback),
  complaint: await settled(said.complaint),
})

/** Who publishes: Code of economic law, art. XII.6 (unverified for authorities, which say it all the same). */
async function legal(): Promise<Draft> {
  const publisher = await who()
  const [contact, editor] = [await settled(said.contact), await settled(said.editor)]
  const ofAuthorityPage = (what: MessageKey): Missing => ({ what, href: '/authority' })
  const missing = [
    ...(publisher.address.length > 0 ? [] : [ofAuthorityPage('statements.address')]),
    ...(publisher.number ? [] : [ofAuthorityPage('statements.number')]),
    ...(contact ? [] : [inSettings(said.contact)]),
    ...(editor ? [] : [inSettings(said.editor)]),
  ]
  if (missing.length > 0) return { missing, made: null }
  const [host, reuse] = [await settled(said.host), await settled(said.reuse)]
  return {
    missing,
    made: { name: 'legal', content: { who: publisher, contact, editor, host, reuse } },
  }
}

/** What persons are told of what is done with their data: GDPR art. 13 and 14, as the register says it. */
async function privacy(): Promise<Draft> {
  const { controller, officer, transfers } = await ofAuthority()
  const publisher = await who()
  const missing = [
    ...(officer ? [] : [{ what: 'privacy.officer', href: '/settings#privacy' } as const]),
    ...(controller || publisher.address.length > 0
      ? []
      : [{ what: 'privacy.controller', href: '/settings#privacy' } as const]),
  ]
  if (missing.length > 0) return { missing, made: null }
  const told = (await spoken()).map((one) => [one, inLanguage(one, activities)] as const)
  return {
    missing,
    made: {
      name: 'privacy',
      content: {
        ...{ who: publisher, controller, officer, transfers },
        activities: Object.fromEntries(told),
      },
    },
  }
}

const spoken = async () => (await ownFacts()).languages
