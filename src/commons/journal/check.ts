import { z } from 'zod'
import { audit } from '#kernel/audit'
import { anchor, type Finding, verifyAudit } from '#kernel/audit-chain'
import { log } from '#kernel/log'
import { task, type Timer } from '#kernel/jobs'

/** Walks over the chain; a line says that it is whole, or what is not, and the log of the house tells it too. */
async function checkChain(): Promise<void> {
  const { findings, lines } = await verifyAudit()
  if (findings.length === 0) await audit('verified', `${lines}`)
  else {
    await audit('broken', findings.slice(0, 20).map(inShort).join('; '))
    log('error', 'audit broken', {
      message:
        'The security log of an authority is not as the house wrote it: bin/beffroi audit verify',
      findings: findings.length,
    })
  }
}

/** « changed 12 0198… », for those who read it in the log. */
const inShort = ({ what, from, to, line }: Finding) =>
  [what, from === to ? from : `${from}–${to}`, line?.id].filter(Boolean).join(' ')

const nothing = z.object({})

export const check = task('journal.check', nothing, checkChain)

/** Each night the chain is walked over. */
export const nightly: Timer = { at: '40 2 * * *', task: check }

/** Every ten minutes the end of the chain is noted outside of the database, where it moved. */
export const anchoring: Timer = {
  at: '*/10 * * * *',
  task: task('journal.anchor', nothing, async () => {
    await anchor()
  }),
}
