/**
 * A number of the national register (numéro de registre national), or of the BIS register, in eleven digits; null where
 * it is none. The last two are 97 less the remainder of the nine before them by 97, with a 2 before these for who was
 * born since 2000 (arrêté royal du 3 avril 1984; BIS: the month and 20 or 40, arrêté royal du 8 février 1991).
 */
export function nationalNumber(text: string): string | null {
  const digits = text.replaceAll(/[\s./-]/g, '')
  if (!/^\d{11}$/.test(digits)) return null
  const [month, day] = [Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6))]
  // Of who does not know the day of their birth, it is 00; so is the month.
  if (Number(digits.slice(2, 4)) > 52 || month > 12 || day > 31) return null
  const [first, check] = [digits.slice(0, 9), Number(digits.slice(9))]
  const holds = (number: string) => 97 - (Number(number) % 97) === check
  return holds(first) || holds(`2${first}`) ? digits : null
}

/** Eleven digits as people write them: 85.07.30-033.28. */
export const nationalInWords = (digits: string): string =>
  digits.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5')

/**
 * A number of the Crossroads Bank for Enterprises (numéro BCE), in ten digits; null where it is none. The last two are 97
 * less the remainder of the eight before them by 97 (arrêté royal du 24 juin 2003). One of before 2005 lacks its 0.
 */
export function enterpriseNumber(text: string): string | null {
  const bare = text.replace(/^\s*BE/i, '').replaceAll(/[\s.-]/g, '')
  const digits = bare.length === 9 ? `0${bare}` : bare
  if (!/^[01]\d{9}$/.test(digits)) return null
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8)) ? digits : null
}

/** Ten digits as people write them: 0207.374.617. */
export const enterpriseInWords = (digits: string): string =>
  digits.replace(/^(....)(...)(...)$/, '$1.$2.$3')
