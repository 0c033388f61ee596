import { t } from '#kernel/i18n'
import { Select, TextField } from '#kernel/ui'
import { facets } from '#modules/publications'
import { type Followed, knownPlaces } from '../followed.ts'

/** What can be followed; nothing said is everything. */
export async function WhatFields({ said }: { said: Followed }) {
  const { organs, subjects } = await facets()
  return (
    <>
      <TextField
        name="q"
        label={t('alerts.words')}
        help={t('alerts.words_help')}
        value={said.words}
        maxlength={500}
      />
      <Choice name="subject" label={t('alerts.subject')} value={said.subject} of={subjects} />
      <TextField
        name="place"
        label={t('alerts.place')}
        help={t('alerts.place_help')}
        value={said.place}
        suggestions={await knownPlaces()}
        maxlength={200}
      />
      <Choice name="organ" label={t('alerts.organ')} value={said.organ} of={organs} />
    </>
  )
}

interface ChoiceProps {
  name: string
  label: string
  value: string
  of: readonly string[]
}

/** One of these, the one that was asked for, or any. */
const Choice = ({ name, label, value, of }: ChoiceProps) => (
  <Select
    {...{ name, label, value }}
    options={[
      { value: '', label: t('alerts.any') },
      ...[...new Set([...(value ? [value] : []), ...of])].map((one) => ({
        value: one,
        label: one,
      })),
    ]}
  />
)
