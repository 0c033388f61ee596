import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  infected: 'Virenscanner',
  infected_told:
    'Die Anlage „{title}“ enthält einen Virus ({found}): Sie wird niemandem mehr ausgehändigt. Nehmen Sie sie zurück und melden Sie es Ihrem Informatikdienst.',
  'infected.done.find': 'hat einen Virus gefunden',
  title: 'Arbeiten im Hintergrund',
  lead_all: 'Was das Haus für alle nebenbei tut, und was nicht getan werden konnte.',
  lead_mine: 'Was das Haus für Sie nebenbei tut, und was nicht getan werden konnte.',
  failed: 'Konnten nicht getan werden',
  none_failed: 'Nichts ist fehlgeschlagen.',
  waiting: 'In Arbeit oder wartend',
  none_waiting: 'Nichts wartet.',
  haste: 'Aufgeschobenes jetzt versuchen',
  hastened:
    '{count, plural, =0 {Nichts war aufgeschoben.} one {# Arbeit wird erneut versucht.} other {# Arbeiten werden erneut versucht.}}',
  again: 'Noch einmal',
  sent_again: 'Die Arbeit ist erneut aufgegeben.',
  leave: 'Lassen',
  leave_sure: 'Diese Arbeit nicht mehr tun? Was davon abhing, bleibt ohne sie.',
  left: 'Diese Arbeit wird nicht mehr getan.',
  sent_by: 'angefordert von {name}',
  tried:
    '{count, plural, one {Ein Versuch schlug fehl} other {# Versuche schlugen fehl}}; was im Weg ist, kann vorübergehen.',
  next: 'nächster Versuch: {when}',
  begun: 'in Arbeit',
  failed_because: '{what}: konnte nicht getan werden. {why}',
  'task.forget_done': 'Vergessen beendeter Arbeiten',
  kept_after: 'nach dem Ende der Arbeit; Fehlgeschlagenes bleibt bis zu einer Entscheidung',
  kept_because: 'Damit eine Arbeit nicht zweimal getan wird.',
  held_personal: 'Name dessen, der die Arbeit anforderte',
  'task.clear_files': 'Löschen nicht mehr benötigter Dateien',
  'permission.read': 'Arbeit im Hintergrund verfolgen und neu starten',
}
