import { originHere } from '#kernel/auth'
import { type Organ, organs } from '#commons/organs'
import { badRequest } from './failure.ts'
import { idOfUid } from './uid.ts'

/** An organ as PloneMeeting has it: a configuration, with types of its own for its points and meetings. */
export interface Config {
  organ: Organ
  /** `meeting-config-college` */
  id: string
  itemType: string
  meetingType: string
}

/** What configurations are called there, by the kind of their organ. */
const usual: Partial<Record<Organ['kind'], string>> = {
  council: 'council',
  college: 'college',
  cpas_council: 'cas',
  permanent_bureau: 'bp',
}

/** The organs of the authority as configurations; one that is not the only one of its kind bears its acronym. */
export async function configs(): Promise<Config[]> {
  const all = await organs()
  return all.map((organ) => {
    const only = all.filter(({ kind }) => kind === organ.kind).length === 1
    const name = (only && usual[organ.kind]) || slugOf(organ.acronym)
    const type = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', '')
    return {
      ...{ organ, id: `meeting-config-${name}` },
      ...{ itemType: `MeetingItem${type}`, meetingType: `Meeting${type}` },
    }
  })
}

/** Words as the id of something: « Service des travaux » is `service-des-travaux`. */
export const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The configuration of an id, whichever way it is said. Throws `Refused`. */
export async function configNamed(id: string): Promise<Config> {
  const all = await configs()
  const found = all.find(
    (one) =>
      one.id === id ||
      `meeting-config-${slugOf(one.organ.acronym)}` === id ||
      one.organ.id === idOfUid(id),
  )
  if (!found)
    throw badRequest('restapi.config_unknown', { id, known: all.map((one) => one.id).join(', ') })
  return found
}

/** Where this is spoken. */
export const base = async (): Promise<string> => `${await originHere()}/plonemeeting`
