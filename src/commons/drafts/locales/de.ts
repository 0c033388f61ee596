import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  mine: 'Meine Entwürfe',
  lead: 'Was Sie in ein Formular getippt und noch nicht gespeichert haben. Nur Sie sehen es.',
  none: 'Kein Entwurf.',
  kept: 'Entwurf um {at} behalten, nur Sie sehen ihn.',
  newer:
    'Ein anderer Tab oder ein anderes Gerät behält einen neueren Text, von {at}. Nichts wurde überschrieben.',
  too_long: 'Dieser Text ist zu lang für einen Entwurf: Speichern Sie ihn.',
  too_many: 'Sie haben schon {most, number} Entwürfe: Verwerfen Sie einen, um diesen zu behalten.',
  kept_now: 'Der Entwurf ist behalten. Nur Sie sehen ihn.',
  discarded: 'Der Entwurf ist verworfen.',
  discard: 'Verwerfen',
  discard_confirm: 'Diesen Entwurf verwerfen? Was Sie getippt haben, geht verloren.',
  at: 'Behalten am',
  form: 'Formular',
  acts: 'Verwerfen',
  hidden: 'Ein Formular',
  kept_after: 'nach dem letzten getippten Wort',
  held_because:
    'Er dient dazu, wieder aufzunehmen, was nicht gespeichert ist; er geht mit dem Speichern oder mit der Person.',
  held_personal: 'was eine Person tippt, ohne es zu speichern',
  'task.forget': 'Alte Entwürfe vergessen',
  picture_added: 'Das Bild steht am Ende des Textes; das Getippte ist als Entwurf aufbewahrt.',
  'permission.keep': 'Eigene Entwürfe behalten',
}
