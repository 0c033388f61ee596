import { folded } from '#kernel/i18n'

/** What people call Belgium; nothing stands for it too. */
const belgium = new Set(['', 'be', 'bel', 'belgique', 'belgie', 'belgien', 'belgium', 'b'])

/** Whether it is a postal code of the country, where that is Belgium: four digits, from 1000 on. None is fine. */
export const isPostalCode = ({
  postal_code: code,
  country,
}: {
  postal_code: string
  country: string
}): boolean => code === '' || !belgium.has(folded(country)) || /^[1-9]\d{3}$/.test(code)
