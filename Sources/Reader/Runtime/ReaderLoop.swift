import Library
import Sync
import Terminal
import Text

/// The main loop: waits for the terminal and for results, hands them to the state, runs the effects, draws.
final class ReaderLoop {
    let screen: Screen
    private let runner: EffectRunner
    let mailbox: Mailbox
    let environment: [String: String]
    /// The person's own programs.
    let programs: OutsidePrograms
    private var state: ReaderState
    private var canvas: Canvas
    private let start = ContinuousClock.now
    private var end: ReaderEnd?
    /// What the first rows ask for. It waits until they are drawn.
    private var atStart: [Effect] = []
    private var needsDrawing = true
    /// The scheme that nobody chose, and how far the terminal is with telling its background.
    private var background: BackgroundWait
    private let recorder: (@Sendable ([String]) -> Void)?

    /// How many events are taken before the screen is drawn: what comes faster than it can be shown is shown together.
    private static let eventsPerFrame = 64

    /// What is taken on a dark and on a light terminal.
    private let themes: [Palette.Variant: Palette]

    init(library: Library, screen: Screen, options: ReaderOptions) throws {
        self.screen = screen
        environment = options.environment
        programs = OutsidePrograms(environment: options.environment)
        recorder = options.recorder
        background = BackgroundWait(isWanted: options.palette == nil && options.variant == nil && !options.usesTerminalColours)
        themes = options.themes
        let waker = screen.waker
        mailbox = Mailbox { waker.wake() }
        let vocabulary = options.vocabulary
        let learning = Learning(library, vocabulary: { vocabulary.vocabulary })
        runner = EffectRunner(learning, vocabulary: vocabulary, mailbox: mailbox, keeper: options.keeper?(learning),
            feedKeeper: options.feedKeeper?(learning),
            home: options.environment["HOME"])
        let session = try library.setting(EffectRunner.sessionKey).map(Session.init(encoded:)) ?? Session()
        state = ReaderState(
            columns: screen.columns, rows: screen.rows, folder: library.location.folder,
            theme: Self.theme(options, screen), glyphs: options.glyphs, keymap: options.keymap, session: session,
            ordersRightToLeft: options.ordersRightToLeft)
        (state.hasExamples, state.isExploring) = (options.hasExamples, options.isExploring)
        if options.beginsTour { state.beginTour() }
        state.apply(options.settings)
        canvas = Canvas(columns: screen.columns, rows: screen.rows)
        try readFirstRows(library, session.filter)
    }

    /// What the first screen shows, before anything else is asked for.
    private func readFirstRows(_ library: Library, _ filter: LibraryFilter) throws {
        let rows = try library.firstRows(filter.query, limit: max(1, screen.rows))
        let totals = try library.totals()
        atStart = state.update(.answer(.firstRows(rows)), at: now)
        state.library.totals = totals
    }

    /// A scheme that was chosen; until the terminal's background is known, the terminal's own colours.
    private static func theme(_ options: ReaderOptions, _ screen: Screen) -> Theme {
        let chosen = options.palette ?? options.variant.flatMap { palette(for: $0, options.themes) }
        return Theme(options.usesTerminalColours ? nil : chosen, depth: screen.colourDepth)
    }

    private static func palette(for variant: Palette.Variant, _ themes: [Palette.Variant: Palette]) -> Palette? {
        themes[variant] ?? (try? BuiltInTheme.standard(for: variant).palette)
    }

    /// Asks the terminal for its background and waits a moment, so that the first frame is drawn on it already. A terminal
    /// that cannot tell answers another question at once; one that is far away is not waited for.
    private func awaitBackground() {
        guard background.isWanted else { return }
        let asked = now
        let answer = screen.background(timeout: .milliseconds(BackgroundWait.patience))
        take(background.step(answer: answer, isSilent: now < asked.after(milliseconds: BackgroundWait.patience), at: now))
    }

    private func take(_ variant: Palette.Variant?) {
        guard let variant, !state.isThemeChosen, state.palette == nil, let palette = Self.palette(for: variant, themes), palette != state.theme.palette
        else { return }
        state.theme = Theme(palette, depth: screen.colourDepth)
        needsDrawing = true
    }

    private var now: Moment {
        let elapsed = (ContinuousClock.now - start).components
        return Moment(milliseconds: elapsed.seconds * 1_000 + elapsed.attoseconds / 1_000_000_000_000_000)
    }

    func run() -> ReaderEnd {
        awaitBackground()
        draw()
        perform(atStart + state.begin(at: now))
        runner.startBackground()
        while end == nil {
            step()
            draw()
        }
        runner.finish()
        return end ?? .left
    }

    /// Waits for something to happen and takes it, with what else has come meanwhile.
    private func step() {
        var next = screen.nextEvent(timeout: timeout)
        for _ in 0..<Self.eventsPerFrame {
            guard let event = next else { break }
            handle(event)
            guard end == nil else { return }
            next = screen.nextEvent(timeout: .zero)
        }
        if let event = next { handle(event) }
        for answer in mailbox.takeAll() { update(.answer(answer)) }
        if let due = state.nextTick, now >= due { update(.tick) }
        if let due = background.due, now >= due { take(background.step(answer: nil, isSilent: true, at: now)) }
    }

    private var timeout: Duration? {
        [state.nextTick, background.due].compactMap { $0 }.min().map { .milliseconds(max(0, $0.milliseconds - now.milliseconds)) }
    }

    private func handle(_ event: Event) {
        switch event {
        case .key(let key): update(.key(key))
        case .mouse(let mouse): update(.mouse(mouse))
        case .paste(let text): update(.paste(text))
        case .resize(let columns, let rows): update(.resize(columns: columns, rows: rows))
        case .resumed(let columns, let rows):
            update(.resize(columns: columns, rows: rows))
            screen.redraw()
        case .wake: break
        case .background(let colour): take(background.step(answer: colour, isSilent: false, at: now))
        case .end(let signal): leave(.signalled(signal))
        case .hangup: leave(.hungUp)
        }
    }

    func update(_ message: Message) {
        needsDrawing = true
        perform(state.update(message, at: now))
    }

    private func leave(_ reason: ReaderEnd) {
        perform(state.leaveReader())
        end = reason
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .copy(let text): copy(text)
            case .outside(let job): run(job)
            case .setMouse(let isOn): screen.reportsMouse = isOn
            case .redraw: screen.redraw()
            case .suspend: screen.stop()
            case .quit: end = end ?? .left
            case .explore(let isTour): end = end ?? .explores(isTour: isTour)
            case .loadOrder, .loadRows, .loadArticle, .search, .loadHits, .complete, .completePath, .loadNotes,
                .loadTopicCounts, .loadTags, .loadNames, .locate, .setRead, .toggleBookmark, .mark, .toggleTag, .trash,
                .removeNote, .judge, .countJudgements, .exclude, .correct, .undo, .redo, .savePlace, .saveSession, .setStar,
                .restore, .planAct, .act, .loadTopicPage, .cancelJob, .sync, .addFiles, .loadSaved, .saveSearch,
                .renameSearch, .removeSearch, .cancelSync, .cancelIndexing, .palette, .feed, .loadNoteRows, .loadTotals, .briefing:
                runner.run(effect)
            }
        }
    }

    private func copy(_ text: String) {
        do throws(ScreenError) {
            try screen.copy(text)
        } catch {
            update(.answer(.failed(error.message)))
        }
    }

    private func draw() {
        guard needsDrawing, end == nil else { return }
        needsDrawing = false
        if canvas.columns != state.columns || canvas.rows != state.rows {
            canvas = Canvas(columns: state.columns, rows: state.rows)
        }
        view(state, &canvas)
        screen.draw(canvas)
        recorder?(screen.recording(of: canvas))
    }
}
