/** The note of a rule that is likely and was not read in the consolidated text. */
export const unread = 'À lire dans le texte coordonné'
/** That of a rule that statutes may set otherwise: they are not rows as yet. */
export const byStatutes =
  'Les statuts peuvent en disposer autrement. À lire dans le texte et dans les statuts'
