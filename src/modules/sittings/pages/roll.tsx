import type { Child } from 'hono/jsx'
import { Icon, type Tone, useField } from '#kernel/ui'

export interface RollChoice {
  value: string
  label: string
  /** How the chosen answer is coloured; words say the same. */
  tone: Tone
}

export interface RollLine {
  /** Field name of this person's answer. */
  name: string
  /** Who: the legend of their answers. */
  who: string
  /** Their mandate, how they stand apart. */
  note?: Child
  value?: string | undefined
}

interface RollProps {
  choices: readonly RollChoice[]
  lines: readonly RollLine[]
}

/** One answer for each person of a list (appel nominal): presence, ballot. A line a person. */
export function Roll({ choices, lines }: RollProps) {
  return (
    <div class="roll">
      {lines.map((line) => (
        <RollRow line={line} choices={choices} />
      ))}
    </div>
  )
}

function RollRow({ line, choices }: { line: RollLine; choices: readonly RollChoice[] }) {
  const { tied, typed, errors } = useField({ name: line.name, label: line.who })
  const chosen = typed(line.value)
  const noteId = line.note ? `${tied.id}-note` : undefined
  const describedby = [noteId, tied['aria-describedby']].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      id={tied.id}
      role="radiogroup"
      tabindex={-1}
      aria-invalid={tied['aria-invalid']}
      aria-describedby={describedby}
    >
      <legend>{line.who}</legend>
      {line.note && (
        <p class="roll-note" id={noteId}>
          {line.note}
        </p>
      )}
      <div class="roll-choices">
        {choices.map(({ value, label, tone }, index) => (
          <label class={tone}>
            <input
              type="radio"
              id={`${tied.id}-${index}`}
              name={line.name}
              value={value}
              checked={value === chosen}
            />
            {label}
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <div class="field-error" id={`${tied.id}-error`}>
          {errors.map((sentence) => (
            <p>
              <Icon name="circle-alert" />
              <span>{sentence}</span>
            </p>
          ))}
        </div>
      )}
    </fieldset>
  )
}
