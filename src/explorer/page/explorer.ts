/** The state of a page and what can be done to it; whoever draws is told when it has changed. */
import type { Language } from '../../vocabulary/language.js'
import { type Answer, isSameQuestion, type Question } from '../engine/answer.js'
import type { Pace } from '../engine/crew.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { Ahead, type AheadQuestion, type LeverRank, type Looked } from '../state/ahead.js'
import { Batches } from '../state/batches.js'
import type { CurvePoint } from '../state/curves.js'
import { type LinkAnswer, linkAnswer, linkStanding, linkText, readLink } from '../state/link.js'
import { isSameSetting, type Setting, settingOf, simulatedSetting } from '../state/setting.js'
import { Steps } from '../state/steps.js'
import { columnsFor, type View, viewOf } from '../state/view.js'

/** Milliseconds without a move after which all futures are asked for. */
const REST = 120

export interface PageState {
  readonly language: Language
  readonly setting: Setting
  /** What is compared with. */
  readonly pinned: { readonly setting: Setting; readonly view?: View }
  readonly focus: ExplorerTarget
  /** Index of the shortfall whose cities are shown. */
  readonly gap: number
  /** Index of the place of which is said what a lever does to it; where most is lacking unless one was chosen. */
  readonly place?: number
  /** Odds for which the least setting of every lever is looked for, 0-1. */
  readonly wanted: number
  readonly draws: number
  /** Of the newest setting that has an answer. */
  readonly view?: View
  /** Along every lever, as far as known. */
  readonly curves: readonly (readonly CurvePoint[])[]
  /** What every lever does by itself, as far as known. */
  readonly ranks: readonly LeverRank[]
  /** Whether the machine is too slow for what is simulated while nothing moves. */
  readonly isSlow: boolean
  /** Whether the view is of the setting, with all futures asked for. */
  readonly isSettled: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** How the answer stands to that of the link which was opened. */
  readonly link?: ReturnType<typeof linkStanding>
  readonly fault?: string
  /** What a server says is wrong with the scenario file. */
  readonly served?: string
}

/** What a page asks of its surroundings. */
export interface PageHost {
  readonly ask: (question: Question, pace: Pace) => void
  readonly changed: () => void
  /** Write the fragment of the address. */
  readonly keepLink: (text: string) => void
}

/** What a question is for. */
type Purpose =
  | { readonly kind: 'setting' | 'pinned'; readonly setting: Setting }
  | { readonly kind: 'ahead'; readonly keep: AheadQuestion['keep'] }

/** Odds that are wanted where nothing else is said: likely. */
const WANTED = 0.7

export class Explorer {
  state: PageState
  /** The setting of the plan. */
  readonly base: Setting
  private readonly ahead: Ahead
  private steps: Steps
  private readonly purposes = new WeakMap<Question, Purpose>()
  /** The answer that is shown. */
  private shown: Answer | undefined
  private pinnedAnswer: Answer | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private opened: LinkAnswer | undefined
  private readonly batches = new Batches()
  /** The batch that came last: how many futures of its answer there were then, and when. */
  private batch: { readonly answer: Answer; readonly draws: number; readonly at: number } | undefined
  private askedAt = 0
  private pinnedFor: ExplorerTarget | undefined

  constructor(
    readonly facts: ExplorerFacts,
    private readonly host: PageHost,
    language: Language,
    fragment: string,
  ) {
    this.base = settingOf(facts)
    const link = readLink(facts, this.base, fragment)
    this.opened = link.answer
    this.steps = new Steps(link.setting)
    this.ahead = new Ahead(facts, () => this.state.draws)
    this.state = {
      language: link.language ?? language,
      setting: link.setting,
      pinned: { setting: this.base },
      focus: facts.targets.find(({ id }) => id === link.focus)!,
      gap: 0,
      wanted: link.wanted ?? WANTED,
      draws: facts.draws,
      curves: facts.levers.map(() => []),
      ranks: [],
      isSlow: false,
      isSettled: false,
      canUndo: false,
      canRedo: false,
    }
  }

  /** Change the setting; while a hand moves, the first futures are enough. */
  move(setting: Setting): void {
    this.set({ setting, isSettled: false, link: undefined })
    this.opened = undefined
    this.askSetting('moving')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.rest(), REST)
  }

  /** Change the setting at once. */
  choose(setting: Setting): void {
    this.set({ setting, isSettled: false, link: undefined })
    this.opened = undefined
    this.rest()
  }

  /** Ask for all futures of the setting, which is a step that can be undone. */
  rest(): void {
    clearTimeout(this.timer)
    this.steps = this.steps.to(this.state.setting)
    this.set({ isSettled: false, canUndo: this.steps.canUndo, canRedo: this.steps.canRedo })
    this.askSetting('resting')
  }

  /** The plan again, compared with itself. */
  backToPlan(): void {
    if (!isSameSetting(this.state.pinned.setting, this.base)) {
      this.pinnedAnswer = undefined
      this.set({ pinned: { setting: this.base } })
    }
    this.choose(this.base)
  }

  undo(): void {
    this.goTo(this.steps.back())
  }

  redo(): void {
    this.goTo(this.steps.forth())
  }

  private goTo(steps: Steps): void {
    this.steps = steps
    this.choose(steps.now)
  }

  /** Compare with the setting as it is now. */
  pin(): void {
    const { setting } = this.state
    this.pinnedAnswer = undefined
    this.set({ pinned: { setting } })
    this.askSetting('resting')
  }

  /** Go to what is compared with, and compare with what was set. */
  swap(): void {
    const { setting, pinned } = this.state
    this.pinnedAnswer = undefined
    this.set({ pinned: { setting } })
    this.choose(pinned.setting)
  }

  focusOn(focus: ExplorerTarget): void {
    this.set({ focus, isSettled: false })
    this.showAhead()
    this.askSetting('resting')
  }

  showGap(gap: number): void {
    this.set({ gap, place: undefined })
  }

  showPlace(place: number): void {
    this.set({ place })
  }

  /** Look for the least settings that give these odds, 0-1. */
  want(wanted: number): void {
    this.set({ wanted })
    this.showAhead()
    this.keepLink()
    if (this.state.isSettled) this.askNext()
  }

  /** By what a lever changes the median of an outcome where it helps most. */
  changeBy(rank: LeverRank, column: number): number | undefined {
    return this.ahead.change(this.looked, rank, column)
  }

  askFor(draws: number): void {
    this.pinnedAnswer = undefined
    this.set({ draws, isSettled: false, pinned: { setting: this.state.pinned.setting } })
    this.askSetting('resting')
  }

  speak(language: Language): void {
    this.set({ language })
    this.keepLink()
  }

  fail(fault: string): void {
    this.set({ fault })
  }

  /** What a server says of the scenario file; undefined where it is sound again. */
  hearServer(served: string | undefined): void {
    this.set({ served })
  }

  /** Take an answer as far as it is whole. */
  take(answer: Answer): void {
    this.measure(answer)
    const purpose = this.purposes.get(answer.question)!
    if (purpose.kind === 'setting') this.show(answer, purpose.setting)
    else if (answer.isWhole) this.takeAside(answer, purpose)
  }

  private show(answer: Answer, asked: Setting): void {
    const { setting, focus, pinned } = this.state
    this.shown = answer
    // what targets ask for needs no simulation
    const own = { ...asked, aims: setting.aims }
    const view = viewOf(this.facts, answer, own, focus)
    const isSettled = answer.isWhole && isSameSetting(own, setting)
    if (answer.isWhole && isSameSetting(own, pinned.setting)) this.pinnedAnswer = answer
    this.set({ view, isSettled, pinned: this.pinnedAt(answer.draws) })
    if (!isSettled) return
    if (this.opened) this.set({ link: linkStanding(this.opened, linkAnswer(this.facts, view)) })
    this.keepLink()
    this.ahead.settle(own, answer)
    this.showAhead()
    this.askNext()
  }

  /** What is compared with, in the same futures as what is shown: else chance would seem to be a change. */
  private pinnedAt(draws: number): PageState['pinned'] {
    const { pinned, focus } = this.state
    const { setting, view } = pinned
    if (view?.draws === draws && this.pinnedFor === focus) return pinned
    this.pinnedFor = focus
    const answer = this.pinnedAnswer
    return answer && answer.draws >= draws
      ? { setting, view: viewOf(this.facts, answer, setting, focus, draws) }
      : { setting }
  }

  /** How quickly futures after the first are simulated, since they were asked for; before those a page may have been opened. */
  private measure(answer: Answer): void {
    const now = performance.now()
    const before = this.batch
    if (before?.answer === answer) {
      const took = now - Math.max(before.at, this.askedAt)
      this.set({ isSlow: this.batches.take(took, answer.draws - before.draws) })
    }
    this.batch = { answer, draws: answer.draws, at: now }
  }

  private takeAside(answer: Answer, purpose: Exclude<Purpose, { kind: 'setting' }>): void {
    const { pinned } = this.state
    if (purpose.kind === 'ahead') {
      purpose.keep(answer)
      this.showAhead()
    } else if (isSameSetting(purpose.setting, pinned.setting)) {
      this.pinnedAnswer = answer
      this.set({ pinned: this.pinnedAt(answer.draws) })
    }
    this.askNext()
  }

  /** At rest: what is compared with, then what lies along the levers. */
  private askNext(): void {
    const { pinned, isSlow } = this.state
    if (!this.pinnedAnswer) {
      const { setting } = pinned
      const question = { ...this.questionOf(setting), isAside: true }
      this.ask(question, { kind: 'pinned', setting }, 'resting')
      return
    }
    const next = isSlow ? undefined : this.ahead.next(this.looked)
    if (next) this.ask(next.question, { kind: 'ahead', keep: next.keep }, 'resting')
  }

  private get looked(): Looked {
    const { setting, focus, wanted } = this.state
    return { setting, focus, wanted }
  }

  private showAhead(): void {
    this.set({ curves: this.ahead.points(this.looked), ranks: this.ahead.ranks(this.looked) })
  }

  private askSetting(pace: Pace): void {
    const { setting } = this.state
    const question = this.questionOf(setting)
    const isShown = this.shown !== undefined && isSameQuestion(question, this.shown.question)
    if (isShown) this.show(this.shown!, setting)
    if (!isShown || !this.shown!.isWhole) this.ask(question, { kind: 'setting', setting }, pace)
  }

  private ask(question: Question, purpose: Purpose, pace: Pace): void {
    this.purposes.set(question, purpose)
    this.askedAt = performance.now()
    this.host.ask(question, pace)
  }

  private questionOf(setting: Setting): Question {
    const { draws, focus } = this.state
    const columns = columnsFor(this.facts, focus)
    return { ...simulatedSetting(this.facts, setting), draws, upTo: draws, columns }
  }

  private keepLink(): void {
    this.host.keepLink(this.linkNow())
  }

  /** A link to the setting, with what its answer says where it is whole. */
  linkNow(): string {
    const { setting, focus, language, view, isSettled, wanted } = this.state
    const answer = view && isSettled ? linkAnswer(this.facts, view) : undefined
    return linkText(this.facts, this.base, {
      ...{ setting, focus: focus.id, language },
      ...(wanted !== WANTED && { wanted }),
      ...(answer && { answer }),
    })
  }

  private set(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change }
    this.host.changed()
  }
}
