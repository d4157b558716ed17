/** The state of a page and what can be done to it; whoever draws is told when it has changed. */
import type { Language } from '../../vocabulary/language.js'
import { type Answer, isSameQuestion, type Question } from '../engine/answer.js'
import type { Pace } from '../engine/crew.js'
import type { ExplorerFacts, ExplorerTarget } from '../facts.js'
import { type CurvePoint, Curves } from '../state/curves.js'
import { type LinkAnswer, linkAnswer, linkStanding, linkText, readLink } from '../state/link.js'
import { isSameSetting, type Setting, settingOf, simulatedSetting } from '../state/setting.js'
import { Steps } from '../state/steps.js'
import { columnsFor, type View, viewOf } from '../state/view.js'

/** Milliseconds without a move after which all futures are asked for. */
const REST = 120
/** Milliseconds that a hundred futures may take where curves along the levers are to be drawn. */
const QUICK = 1000

export interface PageState {
  readonly language: Language
  readonly setting: Setting
  /** What is compared with. */
  readonly pinned: { readonly setting: Setting; readonly view?: View }
  readonly focus: ExplorerTarget
  /** Index of the shortfall whose cities are shown. */
  readonly gap: number
  readonly draws: number
  /** Of the newest setting that has an answer. */
  readonly view?: View
  /** Along every lever, as far as known. */
  readonly curves: readonly (readonly CurvePoint[])[]
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
interface Purpose {
  readonly kind: 'setting' | 'pinned' | 'curve'
  readonly setting: Setting
}

export class Explorer {
  state: PageState
  /** The setting of the plan. */
  readonly base: Setting
  private readonly curves: Curves
  private steps: Steps
  private readonly purposes = new WeakMap<Question, Purpose>()
  /** The answer that is shown. */
  private shown: Answer | undefined
  private pinnedAnswer: Answer | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private opened: LinkAnswer | undefined
  private firstAt = 0
  private pinnedFor: ExplorerTarget | undefined
  private isQuick = true

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
    this.curves = new Curves(facts, () => this.state.draws)
    this.state = {
      language: link.language ?? language,
      setting: link.setting,
      pinned: { setting: this.base },
      focus: facts.targets.find(({ id }) => id === link.focus)!,
      gap: 0,
      draws: facts.draws,
      curves: facts.levers.map(() => []),
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
    this.set({ focus, curves: this.curvesFor(this.state.setting, focus), isSettled: false })
    this.askSetting('resting')
  }

  showGap(gap: number): void {
    this.set({ gap })
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
    const purpose = this.purposes.get(answer.question)!
    if (purpose.kind === 'setting') this.show(answer, purpose.setting)
    else if (answer.isWhole) this.takeAside(answer, purpose)
  }

  private show(answer: Answer, { levers, held }: Setting): void {
    const { setting, focus, pinned } = this.state
    this.measure(answer)
    this.shown = answer
    // what targets ask for needs no simulation
    const own = { levers, held, aims: setting.aims }
    const view = viewOf(this.facts, answer, own, focus)
    const isSettled = answer.isWhole && isSameSetting(own, setting)
    if (answer.isWhole && isSameSetting(own, pinned.setting)) this.pinnedAnswer = answer
    this.set({ view, isSettled, pinned: this.pinnedAt(answer.draws) })
    if (!isSettled) return
    if (this.opened) this.set({ link: linkStanding(this.opened, linkAnswer(this.facts, view)) })
    this.keepLink()
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

  /** How quickly futures after the first are simulated; before those a page may have been opened. */
  private measure(answer: Answer): void {
    const first = answer.stages[0].count
    if (answer.draws === first) this.firstAt = performance.now()
    else if (answer !== this.shown || !this.state.isSettled)
      this.isQuick = (performance.now() - this.firstAt) / (answer.draws - first) < QUICK / 100
  }

  private takeAside(answer: Answer, { kind, setting }: Purpose): void {
    const { pinned, focus } = this.state
    if (kind === 'curve') {
      this.curves.keep(setting, answer)
      this.set({ curves: this.curvesFor(setting, focus) })
    } else if (isSameSetting(setting, pinned.setting)) {
      this.pinnedAnswer = answer
      this.set({ pinned: this.pinnedAt(answer.draws) })
    }
    this.askNext()
  }

  /** At rest: what is compared with, then the curves along the levers. */
  private askNext(): void {
    const { pinned, setting } = this.state
    const next = this.isQuick && this.pinnedAnswer ? this.curves.nextQuestion(setting) : undefined
    if (!this.pinnedAnswer)
      this.ask(
        { ...this.questionOf(pinned.setting), isAside: true },
        { kind: 'pinned', setting: pinned.setting },
        'resting',
      )
    else if (next) this.ask(next, { kind: 'curve', setting }, 'resting')
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
    this.host.ask(question, pace)
  }

  private questionOf(setting: Setting): Question {
    const { draws, focus } = this.state
    const columns = columnsFor(this.facts, focus)
    return { ...simulatedSetting(this.facts, setting), draws, upTo: draws, columns }
  }

  private curvesFor(setting: Setting, focus: ExplorerTarget): CurvePoint[][] {
    return this.facts.levers.map((_, lever) => this.curves.points(setting, lever, focus))
  }

  private keepLink(): void {
    this.host.keepLink(this.linkNow())
  }

  /** A link to the setting, with what its answer says where it is whole. */
  linkNow(): string {
    const { setting, focus, language, view, isSettled } = this.state
    const answer = view && isSettled ? linkAnswer(this.facts, view) : undefined
    return linkText(this.facts, this.base, { setting, focus: focus.id, language, ...(answer && { answer }) })
  }

  private set(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change }
    this.host.changed()
  }
}
