import { actAs, system } from '#kernel/access'
import { enforce } from '#commons/workflow'
import { inItsLanguage } from '#kernel/tenancy'
import { t } from '#kernel/i18n'
import { db } from '#kernel/db'
import { readMany } from '#commons/dossiers'
import { mandates, mandatesOf, mandateWorkflow, openMandate } from './mandate.ts'

/**
 * A public service says for which companies somebody acts, each time they come in: what it says is granted without asking, and
 * what it says no more is ended. What the authority granted by itself stays.
 */
export const claimed = (
  citizenId: string,
  companies: readonly { number: string; name: string }[],
): Promise<void> =>
  actAs(system, async () => {
    const before = (await mandatesOf({ citizen: citizenId })).filter(
      (one) => one.claimed && one.state === 'granted',
    )
    const said = new Map(companies.map((one) => [one.number, one.name]))
    const comment = inItsLanguage(() => t('representatives.claimed'))
    const gone = before.filter(({ number }) => !said.has(number)).map(({ id }) => id)
    for (const mandate of await readMany(mandates, gone))
      await enforce(mandates, mandateWorkflow, mandate, 'end', { comment })
    const { first_name: first, last_name: last } = await db()
      .selectFrom('commons.citizen')
      .select(['first_name', 'last_name'])
      .where('id', '=', citizenId)
      .executeTakeFirstOrThrow()
    for (const [number, company] of said) {
      if (before.some((one) => one.number === number)) continue
      const made = await openMandate(
        { title: `${last} ${first}`, company, number },
        { citizen_id: citizenId, claimed: true, answer: comment },
      )
      await enforce(mandates, mandateWorkflow, made, 'grant')
    }
  })
