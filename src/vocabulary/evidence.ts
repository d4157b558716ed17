/**
 * How well the effect of a lever is known: its size from a published study, its direction alone, or a judgement without
 * either.
 */
export const EFFECT_EVIDENCE = ['study', 'sign', 'judgement'] as const
export type EffectEvidence = (typeof EFFECT_EVIDENCE)[number]

/** What a verdict rests on, from the strongest kind. */
export const EVIDENCE = ['model', 'series', 'class_and_people', 'class', 'judgement'] as const
export type EvidenceKind = (typeof EVIDENCE)[number]
