import { readConfig } from '#kernel/config'
import { inLanguage, preferredLanguage } from '#kernel/i18n'
import { failureSentence } from '../failure.ts'
import { listAccounts, makeAccount, makeAccountKey, revokeAccountKey } from './account.ts'
import { createAuthority, startByCommand, tellStartCode } from './authority.ts'
import { askAdvices, listAdvices } from './advices.ts'
import { verifyLog } from './audit.ts'
import {
  backupHouse,
  dropAuthority,
  exportAuthority,
  restoreHouse,
  takeInAuthority,
} from './backup.ts'
import { changeAuthority } from './facts.ts'
import { checkFiles, moveFiles } from './files.ts'
import { listFollowups } from './followups.ts'
import { help } from './help.ts'
import { helpOf } from './help-of.ts'
import { becomeHouseAccount } from './house-account.ts'
import { importPlonemeeting } from './import.ts'
import { againJobs, leaveJob, listJobs } from './jobs.ts'
import { listMissing, setLanguages } from './language.ts'
import { closeIncident, listIncidents, openIncident } from './incident.ts'
import { checkOutside } from './outgoing.ts'
import { takeReturn } from './mail.ts'
import { endOffice, giveOffice, listOffices } from './offices.ts'
import * as organs from './organs.ts'
import * as people from './people.ts'
import * as preparing from './preparing.ts'
import { addToAuthority } from './person.ts'
import {
  eraseData,
  gatherData,
  liftRestriction,
  listRequests,
  restrictData,
  tellReadings,
  tellRegister,
} from './privacy.ts'
import { changeQuotas, listAuthorities, showAuthority } from './quota.ts'
import {
  deleteAuthority,
  listErasures,
  maintenanceOff,
  maintenanceOn,
  resumeAuthority,
  suspendAuthority,
} from './restrict.ts'
import { listBallots, verifyBallots } from './ballots.ts'
import { verifyRegisters } from './register.ts'
import { tellMaturity, verifyPublications } from './publication.ts'
import { rotateSecrets } from './secrets.ts'
import * as services from './services.ts'
import { listStatements, publishStatement } from './statements.ts'
import { tellSteps } from './steps.ts'
import { listSettings, resetSetting, setSetting, tellSettings } from './settings.ts'
import { checkStamps, makeLocal, verifyFile } from './timestamps.ts'
import { listTrades, tradeOff, tradeOn } from './trade.ts'
import { upgrade } from './upgrade.ts'
import { Refused, Usage } from './words.ts'

type Command = (given: string[]) => Promise<void>

/** The commands, by their words. */
const commands: Record<string, Command> = {
  help: (given) => Promise.resolve(console.log(given.length > 0 ? helpOf(given) : help)),
  'import plonemeeting': importPlonemeeting,
  backup: backupHouse,
  restore: restoreHouse,
  upgrade,
  'files verify': checkFiles,
  'files move': moveFiles,
  'house start': startByCommand,
  'house code': tellStartCode,
  'audit verify': verifyLog,
  'authority create': createAuthority,
  'authority export': exportAuthority,
  'authority import': takeInAuthority,
  'authority erase': dropAuthority,
  'authority list': listAuthorities,
  'authority show': showAuthority,
  'authority change': changeAuthority,
  'authority quota': changeQuotas,
  'authority steps': tellSteps,
  'authority suspend': suspendAuthority,
  'authority resume': resumeAuthority,
  'authority delete': deleteAuthority,
  'authority erasures': listErasures,
  'maintenance on': maintenanceOn,
  'maintenance off': maintenanceOff,
  'incident open': openIncident,
  'incident close': closeIncident,
  'incident list': listIncidents,
  'trade list': listTrades,
  'trade on': tradeOn,
  'trade off': tradeOff,
  'mail bounce': takeReturn,
  'jobs list': listJobs,
  'jobs again': againJobs,
  'jobs leave': leaveJob,
  'person add': addToAuthority,
  'person list': people.listAll,
  'person invite': people.inviteThem,
  'person suspend': people.suspend,
  'person resume': people.resume,
  'person leave': people.letLeave,
  'person stay': people.letStay,
  'person return': people.letReturn,
  'person merge': people.mergeOne,
  'person import': people.importList,
  'person give': giveOffice,
  'person end': endOffice,
  'person offices': listOffices,
  'service list': services.listServices,
  'service add': services.addOne,
  'service change': services.changeOne,
  'service close': services.closeOne,
  'service reopen': services.reopenOne,
  'organ list': organs.listOrgans,
  'organ add': organs.addOne,
  'organ change': organs.changeOne,
  'organ close': organs.closeOne,
  'organ reopen': organs.reopenOne,
  'advice list': listAdvices,
  'advice ask': askAdvices,
  'level list': preparing.listLevels,
  'level set': preparing.setLevels,
  'level free': preparing.freeLevels,
  'point list': preparing.listPrepared,
  'point release': preparing.releasePoints,
  'followup list': listFollowups,
  'seat list': organs.listSeats,
  'seat add': organs.addSeatOf,
  'seat end': organs.endSeatOf,
  'seat resume': organs.resumeSeatOf,
  'seat replace': organs.replaceSeatOf,
  'seat import': organs.importSeats,
  'account make': makeAccount,
  'account key': makeAccountKey,
  'account revoke': revokeAccountKey,
  'account list': listAccounts,
  'outgoing check': checkOutside,
  'privacy register': tellRegister,
  'privacy requests': listRequests,
  'privacy gather': gatherData,
  'privacy readings': tellReadings,
  'privacy erase': eraseData,
  'privacy restrict': restrictData,
  'privacy lift': liftRestriction,
  'statements list': listStatements,
  'statements publish': publishStatement,
  'register verify': verifyRegisters,
  'publication verify': verifyPublications,
  'publication maturity': tellMaturity,
  'timestamps local': makeLocal,
  'timestamps check': checkStamps,
  'timestamps verify': verifyFile,
  'ballot list': listBallots,
  'ballot verify': verifyBallots,
  'secrets rotate': rotateSecrets,
  'settings list': listSettings,
  'settings set': setSetting,
  'settings reset': resetSetting,
  'settings history': tellSettings,
  'language missing': listMissing,
  'language offer': setLanguages,
}

/** The words of all commands. */
export const commandNames: readonly string[] = Object.keys(commands)

/**
 * Runs one command; what it says is in the language of the terminal. Returns the exit code: 0 done,
 * 1 refused or failed, 2 not understood.
 */
export async function run(given: string[]): Promise<0 | 1 | 2> {
  const { LC_ALL, LANG } = process.env
  const asksHelp = given.length === 0 || given.includes('--help')
  const words = asksHelp ? ['help', ...given.filter((one) => one !== '--help')] : given
  return inLanguage(preferredLanguage(LC_ALL ?? LANG), () => attempt(words))
}

async function attempt(words: string[]): Promise<0 | 1 | 2> {
  try {
    await command(words)
    return 0
  } catch (failure) {
    if (failure instanceof Usage || isParseFailure(failure)) {
      console.error(`${failure.message}\n\n${helpOf(words)}`)
      return 2
    }
    console.error(failure instanceof Refused ? failure.message : failureSentence(failure))
    return 1
  }
}

/** They touch nothing of the data, or build the program and start its units anew. */
const asRoot = new Set(['help', 'upgrade'])

function command(words: string[]): Promise<void> {
  for (const length of [2, 1]) {
    const found = commands[words.slice(0, length).join(' ')]
    if (!found) continue
    if (!asRoot.has(words[0] ?? '')) becomeHouseAccount(readConfig(process.env).dataFolder)
    return found(words.slice(length))
  }
  throw new Usage(`There is no command « ${words.slice(0, 2).join(' ')} ».`)
}

/** What parseArgs of node:util throws of options it does not know. */
const isParseFailure = (failure: unknown): failure is Error =>
  failure instanceof Error && 'code' in failure && String(failure.code).startsWith('ERR_PARSE_ARGS')
