import Glibc

/// The terminal: shows canvases and tells events.
///
/// Not sendable, since ncurses is not: all calls are made on the thread that made the screen, which should be the main
/// one. There is at most one in a process. Whatever ends the program gives the terminal back, be it `close`, `exit`, a
/// signal or a crash (`kill -9` excepted).
public final class Screen {
    let device: TeletypeDevice
    let curses: Curses
    let options: ScreenOptions
    let signals: SelfPipe
    /// Wakes `nextEvent` from other threads.
    public let waker: Waker
    /// How many colours the terminal shows.
    public let colourDepth: ColourDepth

    /// The size of the terminal, in cells.
    public internal(set) var columns: Int
    public internal(set) var rows: Int
    /// Whether mouse events are reported. Without, the terminal selects text with the mouse.
    public var reportsMouse: Bool {
        didSet { if hasPrivateModes, reportsMouse != oldValue, isEntered { device.write(mouseSequence) } }
    }

    var decoder: InputDecoder
    var events: [Event] = []
    /// When the decoder's patience ends.
    var deadline: ContinuousClock.Instant?
    /// Whether the answer to a query for the background is to be expected.
    var isAwaitingAttributes = false

    var looks: LookTable
    /// What the terminal shows; nil where that is not known.
    var shown: Canvas?

    /// Whether the terminal can scroll a part of its lines; nothing while it has not said so.
    var hasMargins: Bool?
    var isAwaitingMargins = false

    /// Whether the terminal is ours now.
    private(set) var isEntered = false
    private var isClosed = false
    /// Whether the terminal is gone.
    var isHungUp = false

    /// Takes the terminal over and empties it.
    public init(_ options: ScreenOptions = .fromEnvironment()) throws(ScreenError) {
        guard let type = options.type, !type.isEmpty else { throw .noType }
        try OneScreen.begin()
        do throws(ScreenError) {
            device = try TeletypeDevice()
            signals = try SelfPipe()
            waker = try Waker()
            ScreenLocale.set()
            // Before ncurses, which handles the signals that nobody does.
            TerminalGuard.watch(signals)
            curses = try Curses(
                type: type, input: device.input, output: device.output, wantsColour: !options.refusesColour)
        } catch {
            TerminalGuard.unwatch()
            OneScreen.end()
            throw error
        }
        self.options = options
        reportsMouse = options.reportsMouse
        colourDepth = ColourDepth(
            colours: curses.colours, isDirect: curses.hasDirectColour, isRefused: options.refusesColour
        ).limited(to: options.mostColours)
        looks = LookTable(depth: colourDepth, pairs: curses.pairs)
        decoder = InputDecoder(keys: KeyTable(curses.string))
        hasPrivateModes = curses.string("kmous") != nil && !type.hasPrefix("linux")
        (columns, rows) = device.size ?? (80, 24)
        enter()
    }

    deinit {
        close()
    }

    /// Gives the terminal back for good. Idempotent.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        leave()
        TerminalGuard.unwatch()
        device.closeOpened()
        OneScreen.end()
    }

    /// Whether the terminal knows xterm's private modes and commands. One whose terminfo entry has mouse reports does;
    /// the Linux console has them in its entry for the sake of a daemon, and prints what it does not know.
    let hasPrivateModes: Bool

    private var mouseSequence: [UInt8] { TerminalSequence.mouse(reportsMouse).bytes }
}

// MARK: Taking the terminal and giving it back

extension Screen {
    func enter() {
        guard !isEntered, !isClosed else { return }
        if let size = device.size { (columns, rows) = size }
        curses.resize(columns: columns, rows: rows)
        TerminalGuard.prepare(device, bytes: restoringBytes)
        TerminalGuard.engage()
        isEntered = true
        shown = nil
        curses.forgetShown()
        curses.refresh(cursor: nil)
        if hasPrivateModes {
            device.write(TerminalSequence.bracketedPaste(true).bytes + TerminalSequence.ordersText(false).bytes)
            if reportsMouse { device.write(mouseSequence) }
        }
    }

    func leave() {
        guard isEntered else { return }
        isEntered = false
        if !isHungUp {
            device.write(privateModesOff)
            curses.leave()
            device.restoreModes()
        }
        TerminalGuard.disengage()
    }

    private var privateModesOff: [UInt8] {
        guard hasPrivateModes else { return [] }
        return TerminalSequence.mouse(false).bytes + TerminalSequence.bracketedPaste(false).bytes
            + TerminalSequence.ordersText(true).bytes
    }

    /// What a crash writes: as `leave`, from strings that are at hand.
    var restoringBytes: [UInt8] {
        var bytes = privateModesOff
        for capability in ["sgr0", "op", "rmkx", "cnorm"] { bytes += curses.string(capability) ?? [] }
        // Where there is no second screen to leave, the prompt goes below what we have drawn.
        bytes += curses.moveSequence(column: 0, row: rows - 1) ?? []
        if let leave = curses.string("rmcup") { return bytes + leave }
        return bytes + (curses.string("el") ?? []) + Array("\r\n".utf8)
    }
}
