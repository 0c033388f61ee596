import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'task.decide': 'Eine Einstellung festlegen',
  'task.decide.steps':
    'Suchen Sie mit einem Wort: Was anderswo festgelegt wird, ist auch angegeben.\nJede Entscheidung bleibt lesbar, und sie kann auf den Standard zurückgesetzt werden.',
  title: 'Einstellungen',
  lead: 'Was Ihre Verwaltung für sich selbst entscheidet, nach Fachbereichen: was als Standard gilt, was entschieden wurde, von wem und wann.',
  none: 'Nichts, was hier entschieden wird, spricht davon.',
  save: 'Speichern',
  saved: 'Die Einstellungen sind gespeichert.',
  initial: 'Standard: {value}.',
  nothing: 'nichts',
  decided: 'Entschieden von {name}, {when}.',
  past: 'Wer was entschieden hat',
  changed: 'hat entschieden, „{what}“: {value} (vorher: {before})',
  overtaken:
    '{name} hat diese Einstellungen inzwischen geändert: Prüfen Sie das Folgende, bevor Sie erneut speichern.',
  shared: 'Allen Fachbereichen gemeinsam',
  speak_of: 'Was handelt von',
  words: 'Gesuchte Wörter',
  search: 'Suchen',
  elsewhere: 'Was auf einer eigenen Seite entschieden wird',
  taken_back: 'hat „{what}“ auf den Standard zurückgesetzt: {value} (vorher: {before})',
  take_back: '„{what}“ auf den Standard zurücksetzen',
  back_to_default: 'Für „{what}“ gilt wieder der Standard.',
  not_decided: 'Für „{what}“ gilt schon der Standard.',
  'is.default': 'Standard',
  'is.decided': 'hier entschieden',
  'is.inherited': 'übernommen',
  inherited: 'Leer gilt „{value}“: {from}.',
  'permission.decide': 'Über Einstellungen entscheiden',
}
