import { t } from '#kernel/i18n'
import { fullName } from '#commons/directory'
import type { Meeting } from '#modules/deliberations'
import type { Fault, Proxy, Sitting } from './presence.ts'
import { proxyRule } from './sitting.ts'

/** Orders that cannot be together: nobody is represented twice, nor bears more than the law lets them (CDLD L1523-10). */
export async function proxyFaults(meeting: Meeting, sitting: Sitting): Promise<Fault[]> {
  const { proxies, attendees } = sitting
  if (proxies.length === 0) return []
  const rule = await proxyRule(meeting)
  const most = rule?.value.perHolder ?? 0
  const nameOf = (id: string) => {
    const seat = attendees.find((one) => one.id === id)
    return seat ? fullName(seat) : ''
  }
  const say = (what: 'turned' | 'twice' | 'most', seat: string): Fault => ({
    seat: null,
    sentence: t(`sittings.fault.proxy.${what}`, {
      ...{ who: nameOf(seat), most, article: rule?.article ?? '' },
    }),
  })
  const faults = proxies.flatMap((one) => {
    const beside = proxies.filter((other) => covers(other, one.from))
    const given = beside.filter(({ giver_id }) => giver_id === one.giver_id).length
    const held = beside.filter(({ holder_id }) => holder_id === one.holder_id).length
    return [
      ...(one.until < one.from ? [say('turned', one.giver_id)] : []),
      ...(given > 1 ? [say('twice', one.giver_id)] : []),
      ...(held > most ? [say('most', one.holder_id)] : []),
    ]
  })
  return [...new Map(faults.map((one) => [one.sentence, one])).values()]
}

const covers = ({ from, until }: Proxy, position: number) => from <= position && position <= until
