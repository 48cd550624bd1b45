import Glibc
import Terminal
import Text

/// Shows events as they come, and does odd things when certain keys are pressed.
final class Demo {
    private let screen: Screen
    private var history: [String] = []
    private var scene = Scene.events
    private var top = 0
    private var isOver = false
    private var scribble = Scribble()
    private var panes = Demo.scrolledPanes

    enum Scene {
        /// The last events, newest first.
        case events
        /// The given styles, one on a row.
        case styles
        /// Text that nobody should send to a terminal.
        case hostile
        /// Clusters that ncurses measures otherwise than we do.
        case clusters
        /// More pairs of colours than any terminal has.
        case manyPairs
        /// A long text that scrolls.
        case scroll
        /// The same, but only in the right half.
        case scrollPane
        /// Writes at random places, one more at each key; what should be shown is kept in a file.
        case random
        /// Panes side by side with rows that move; likewise.
        case randomPanes
    }

    private static var scrolledPanes: ScrolledPanes {
        func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        return ScrolledPanes(seed: UInt64(value("SCRIBBLE_SEED")) ?? 1, kind: value("SCRIBBLE_KIND"))
    }

    init() throws(ScreenError) {
        screen = try Screen()
        note("ready \(screen.colourDepth)")
    }

    func run() {
        draw()
        while !isOver {
            guard let event = screen.nextEvent() else { continue }
            handle(event)
            draw()
        }
        screen.close()
    }

    private func note(_ text: String) { history.insert(text, at: 0) }

    private func handle(_ event: Event) {
        switch event {
        case .key(let key):
            note("key \(key.name)")
            act(key)
        case .mouse(let mouse): note("mouse \(mouse.kind) \(mouse.column),\(mouse.row) \(mouse.modifiers.rawValue)")
        case .paste(let text): note("paste \(text)")
        case .resize(let columns, let rows): note("resize \(columns)x\(rows)")
        case .resumed(let columns, let rows): note("resumed \(columns)x\(rows)")
        case .wake: note("wake")
        case .background(let colour): note("background \(colour)")
        case .end(let signal):
            note("end \(signal)")
            isOver = true
        case .hangup: isOver = true
        }
    }

    private func act(_ key: Key) {
        guard case .character(let character) = key else { return scroll(key) }
        switch character {
        case "q": isOver = true
        case "e": scene = .events
        case "y": scene = .styles
        case "h": scene = .hostile
        case "u": scene = .clusters
        case "p": scene = .manyPairs
        case "l": scene = .scroll
        case "L": scene = .scrollPane
        case "r": scene = .random
        case "s": scene = .randomPanes
        case "m": screen.reportsMouse.toggle()
        case "b": note("answer \(screen.background(timeout: .milliseconds(500)).map(String.init(describing:)) ?? "none")")
        case "w": wakeFromThread()
        case "c": copy()
        case "n": lend()
        case "B": busy()
        case let other: Crash(rawValue: other)?.happen()
        }
    }

    private func scroll(_ key: Key) {
        if key == .down { top += 1 }
        if key == .up { top -= 1 }
    }

    private func copy() {
        do { try screen.copy("copied “text”") } catch { note(error.message) }
    }

    private func wakeFromThread() {
        let waker = screen.waker
        Task.detached { for _ in 0..<100 { waker.wake() } }
    }

    /// As an editor would be started.
    private func lend() {
        screen.whileSuspended {
            print("lent")
            _ = system("stty -a; read answer; echo \"read $answer\"")
        }
    }

    /// Longer than an Escape is waited for.
    private func busy() { usleep(80_000) }

    private func draw() {
        if scene == .random { return screen.draw(scribble.next(columns: screen.columns, rows: screen.rows)) }
        if scene == .randomPanes { return drawRandomPanes() }
        var canvas = Canvas(columns: screen.columns, rows: screen.rows)
        canvas.write("terminal-demo \(screen.columns)x\(screen.rows)", column: 0, row: 0, style: Style(attributes: .bold))
        switch scene {
        case .events: draw(lines: history, &canvas)
        case .styles: drawStyles(&canvas)
        case .hostile: draw(lines: Samples.hostile, &canvas)
        case .clusters: draw(lines: Samples.clusters.map { $0 + "|" }, &canvas)
        case .manyPairs: drawPairs(&canvas)
        case .random, .randomPanes: break
        case .scroll: draw(lines: (0..<canvas.rows).map { Samples.line($0 + top) }, &canvas)
        case .scrollPane: drawPanes(&canvas)
        }
        screen.draw(canvas)
    }

    private func drawRandomPanes() {
        screen.draw(panes.next(columns: screen.columns, rows: screen.rows))
        if getenv("SCRIBBLE_ANEW") != nil { screen.redraw() }
    }

    /// A text that stays, and one beside it that scrolls.
    private func drawPanes(_ canvas: inout Canvas) {
        let half = canvas.columns / 2
        canvas.movingAreas = [Rect(column: half, row: 1, columns: canvas.columns - half, rows: canvas.rows - 1)]
        for row in 1..<canvas.rows {
            canvas.write("stays \(row * 7)", column: 0, row: row)
            canvas.write(Samples.line(row - 1 + top), column: half, row: row, style: Style(foreground: Colour(0xC0C0FF), background: Colour(0x101020)))
        }
    }

    private func draw(lines: [String], _ canvas: inout Canvas) {
        for (row, line) in lines.prefix(canvas.rows - 1).enumerated() { canvas.write(line, column: 0, row: row + 1) }
    }

    private func drawStyles(_ canvas: inout Canvas) {
        for (row, style) in Samples.styles.enumerated() {
            canvas.write("\(style)", column: 0, row: row + 1, style: style)
        }
        canvas.cursor = (column: 2, row: 3)
    }

    private func drawPairs(_ canvas: inout Canvas) {
        for index in 0..<canvas.columns * (canvas.rows - 1) {
            let foreground = Colour(UInt32(index) &* 2_654_435_761 & 0xFF_FFFF)
            let background = Colour(UInt32(index) &* 40_503 & 0xFF_FFFF)
            canvas.write(
                "x", column: index % canvas.columns, row: 1 + index / canvas.columns,
                style: Style(foreground: foreground, background: background))
        }
    }
}
