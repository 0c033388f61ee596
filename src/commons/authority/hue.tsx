import { t } from '#kernel/i18n'
import { RadioGroup } from '#kernel/ui'

/** Accents, by the hue that stands in the middle of each: at its lightness each has the contrast that a test holds. */
const hues = {
  blue: 235,
  teal: 195,
  green: 150,
  olive: 110,
  ochre: 75,
  red: 25,
  plum: 340,
  violet: 290,
}
type Hue = keyof typeof hues
const names = Object.keys(hues) as Hue[] // Its own keys.

/** What an accent is called; one of another hue by its degrees. */
export function hueInWords(hue: number): string {
  const name = names.find((one) => hues[one] === hue)
  return name ? t(`authority.hue.${name}`) : t('authority.hue.other', { hue })
}

/** The choice of an accent; one that is none of ours stays to be chosen. */
export const HueField = ({ hue = hues.blue }: { hue?: number }) => (
  <RadioGroup
    name="hue"
    label={t('authority.hue')}
    help={t('authority.hue_help')}
    value={String(hue)}
    choices={[...new Set([...Object.values(hues), hue])].map((value) => ({
      ...{ value: String(value), label: hueInWords(value) },
    }))}
  />
)
