import { t } from '#kernel/i18n'
import { Card, Form, Stack } from '#kernel/ui'
import { Roll } from '#modules/sittings'
import { VoteBar } from './vote-bar.tsx'

/** How a vote and a roll-call look, with words of nobody: for the style guide. */
export function VoteGuide() {
  const who = [t('ui.guide.who.one'), t('ui.guide.who.two')]
  const tones = { yes: 'good', no: 'bad', abstain: 'neutral' } as const
  const choices = (['yes', 'no', 'abstain'] as const).map((value) => ({
    value,
    tone: tones[value],
    label: t(`votes.vote.choice.${value}`),
  }))
  return (
    <Card title={t('votes.guide.vote')}>
      <Stack>
        <VoteBar yes={17} no={4} abstain={2} majority={12} />
        <Form action="#" id="guide-roll">
          <Roll
            choices={choices}
            lines={who.map((name, index) => ({
              name: `guide-roll-${index}`,
              who: name,
              note: t('votes.guide.seat'),
              value: index === 0 ? 'yes' : 'no',
            }))}
          />
        </Form>
      </Stack>
    </Card>
  )
}
