/** The steps that an invented element has made, and those who work on it. */
export const begun = ['begin']
export const scheduled = ['schedule']
export const ongoing = ['schedule', 'begin']
export const done = ['schedule', 'begin', 'terminate']
export const works = { manager: 'Travaux', bearer: 'Tom Delisse' }
export const counter = { manager: 'Secrétariat', bearer: 'Aline Ferrier' }
export const mayor = { mandatary: 'Claire Montfort', administrator: 'Paul Vasteels' }
