/** The note of a rule that is likely and was not read in the consolidated text. */
export const unread = 'À lire dans le texte coordonné'
