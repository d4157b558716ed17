/** Names of the methods, apart from what they do: the command line offers them before anything is loaded. */

/** Methods for the draws of any run; `overview` puts several side by side. */
export const GIVEN = [
  'overview',
  'shares',
  'shapley',
  'rbd_fast',
  'delta',
  'pawn',
  'regression',
  'regional',
] as const
/** Methods that read a design. */
export const DESIGNED = ['sobol', 'morris', 'efast', 'levels'] as const
export const SENSITIVITY_METHODS = [...GIVEN, ...DESIGNED] as const
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number]
export type GivenMethod = (typeof GIVEN)[number]
