/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  infected: 'Antivirus',
  infected_told:
    'L’annexe «\u00A0{title}\u00A0» contient un virus ({found})\u00A0: elle n’est plus donnée à personne. Retirez-la, et prévenez votre service informatique.',
  'infected.done.find': 'a trouvé un virus',
  title: 'Travaux en arrière-plan',
  lead_all:
    'Ce que la maison fait pour tous pendant que l’on travaille, et ce qui n’a pas pu être fait.',
  lead_mine:
    'Ce que la maison fait pour vous pendant que vous travaillez, et ce qui n’a pas pu être fait.',
  failed: 'N’ont pas pu être faits',
  none_failed: 'Rien n’a échoué.',
  waiting: 'En cours ou en attente',
  none_waiting: 'Rien n’attend.',
  haste: 'Réessayer maintenant ce qui est remis',
  hastened:
    '{count, plural, =0 {Rien n’était remis.} one {# travail est réessayé.} other {# travaux sont réessayés.}}',
  again: 'Recommencer',
  sent_again: 'Le travail est relancé.',
  leave: 'Ne plus le faire',
  leave_sure: 'Ne plus faire ce travail\u00A0? Ce qui en dépendait restera sans lui.',
  left: 'Ce travail ne sera plus fait.',
  sent_by: 'demandé par {name}',
  tried:
    '{count, plural, one {Une tentative a échoué} other {# tentatives ont échoué}}\u00A0; ce qui gêne peut passer.',
  next: 'prochain essai\u00A0: {when}',
  begun: 'en cours',
  failed_because: '{what}\u00A0: n’a pas pu être fait. {why}',
  'task.forget_done': 'Oubli des travaux terminés',
  kept_after:
    'après la fin du travail\u00A0; ce qui a échoué reste jusqu’à ce que quelqu’un en décide',
  kept_because: 'Pour qu’un travail ne soit pas fait deux fois.',
  held_personal: 'nom de qui a demandé le travail',
  'task.clear_files': 'Effacement des fichiers dont plus rien n’a besoin',
  'permission.read': 'Suivre le travail en arrière-plan et le relancer',
} as const
