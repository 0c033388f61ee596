/** Where national numbers of citizens stand, enciphered: they are read by nobody here, and compared by their index. */
export const sealedNumber = { table: 'commons.citizen', column: 'number_sealed' }
