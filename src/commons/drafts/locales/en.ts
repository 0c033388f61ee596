import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  mine: 'My drafts',
  lead: 'What you typed in a form and have not saved yet. Only you see it.',
  none: 'No draft.',
  kept: 'Draft kept at {at}, only you see it.',
  newer: 'Another tab or device keeps a newer text, of {at}. Nothing was written over.',
  too_long: 'This text is too long for a draft: save it.',
  too_many: 'You have {most, number} drafts already: discard one to keep this.',
  kept_now: 'The draft is kept. Only you see it.',
  discarded: 'The draft is discarded.',
  discard: 'Discard',
  discard_confirm: 'Discard this draft? What you typed will be lost.',
  at: 'Kept on',
  form: 'Form',
  acts: 'Discard',
  hidden: 'A form',
  kept_after: 'after the last word was typed',
  held_because:
    'It serves to take up what is not saved; it goes when that is saved, or with the person.',
  held_personal: 'what a person types without saving it',
  'task.forget': 'Forget old drafts',
  picture_added: 'The picture is at the end of the text; what was typed is kept as a draft.',
  'permission.keep': 'Keep one’s drafts',
}
