/** Which engine lives the draws: the kernel, or the model as it is written. Both give the same bytes. */
export const ENGINES = ['kernel', 'reference'] as const
export type Engine = (typeof ENGINES)[number]
