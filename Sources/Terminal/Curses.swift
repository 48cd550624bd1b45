import CNcurses
import Glibc

/// ncurses, as far as it is used. All calls into it are in this file.
///
/// ncurses keeps its state in globals, so there is one of these in a process, used on one thread.
final class Curses {
    private let screen: OpaquePointer
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private var line: [cchar_t] = []
    private var scratch: [wchar_t] = []

    /// Sets the terminal up in raw mode, without echo. It is not touched before the first `refresh`.
    ///
    /// - Parameters:
    ///   - type: the value of `TERM`.
    ///   - wantsColour: whether colours are used at all.
    init(type: String, input: Int32, output: Int32, wantsColour: Bool) throws(ScreenError) {
        try Curses.check(type)
        guard let out = Curses.stream(output, "w"), let keys = Curses.stream(input, "r"),
            let screen = newterm(type, out, keys)
        else { throw .cannotStart(type: type) }
        self.screen = screen
        self.output = out
        self.input = keys
        setModes()
        if wantsColour, has_colors() {
            start_color()
            use_default_colors()
        }
    }

    deinit {
        delscreen(screen)
        fclose(output)
        fclose(input)
    }

    /// A stream of its own, which programs that we start do not get.
    private static func stream(_ descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
        fdopen(fcntl(descriptor, F_DUPFD_CLOEXEC, 3), mode)
    }

    /// `newterm` says little about why it fails, so the entry of the terminal is looked at before.
    private static func check(_ type: String) throws(ScreenError) {
        var problem: Int32 = 0
        guard setupterm(type, STDOUT_FILENO, &problem) == OK else {
            throw problem == 1 ? .cannotMoveCursor(type: type) : .unknownType(type)
        }
        defer { curses_forget_terminal() }
        guard string("cup") != nil else { throw .cannotMoveCursor(type: type) }
    }

    private func setModes() {
        raw()
        noecho()
        nonl()
        keypad(curses_window(), true)
        // Lets it scroll the terminal instead of writing all rows anew.
        idlok(curses_window(), true)
        // It would else put off drawing while there is input; what is drawn is up to us.
        typeahead(-1)
    }
}

// MARK: What the terminal can do

extension Curses {
    /// A string of terminfo, without its marks for delays; nil where the terminal lacks it.
    static func string(_ name: String) -> [UInt8]? {
        guard let start = tigetstr(name), Int(bitPattern: start) != -1 else { return nil }
        return withoutDelays(start)
    }

    func string(_ name: String) -> [UInt8]? { Curses.string(name) }

    /// The sequence that moves the cursor.
    func moveSequence(column: Int, row: Int) -> [UInt8]? {
        guard let capability = tigetstr("cup"), Int(bitPattern: capability) != -1,
            let sequence = curses_move_sequence(capability, Int32(row), Int32(column))
        else { return nil }
        return Curses.withoutDelays(sequence)
    }

    /// Whether colour numbers are red, green and blue themselves.
    var hasDirectColour: Bool {
        tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || string("RGB") != nil
    }

    var colours: Int { has_colors() ? Int(curses_colours()) : 0 }

    var pairs: Int { Int(curses_pairs()) }

    /// Cuts `$<5/>` and the like, which only `tputs` understands.
    private static func withoutDelays(_ start: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = UnsafeBufferPointer(start: start, count: strlen(start)).map { UInt8(bitPattern: $0) }[...]
        while let byte = rest.first {
            if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
                rest = rest[(end + 1)...]
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }
}

// MARK: Drawing

extension Curses {
    /// The columns that ncurses gives to a scalar; below 0 where it cannot show it.
    static func width(of scalar: Unicode.Scalar) -> Int { Int(wcwidth(wchar_t(scalar.value))) }

    /// Adds a cell to the span that `put` will put.
    func append(_ scalar: UInt32, _ look: Look) {
        var cell = cchar_t()
        var text = (wchar_t(truncatingIfNeeded: scalar), wchar_t(0))
        withUnsafePointer(to: &text) {
            $0.withMemoryRebound(to: wchar_t.self, capacity: 2) {
                _ = curses_set_cell(&cell, $0, look.attributes, Int32(look.pair))
            }
        }
        line.append(cell)
    }

    func append(_ part: SimpleForm.Part, _ look: Look) {
        scratch.removeAll(keepingCapacity: true)
        scratch += part.map { wchar_t($0.value) }
        scratch.append(0)
        var cell = cchar_t()
        _ = curses_set_cell(&cell, scratch, look.attributes, Int32(look.pair))
        line.append(cell)
    }

    /// Puts the span at a place and begins a new one.
    func put(column: Int, row: Int) {
        mvwadd_wchnstr(curses_window(), Int32(row), Int32(column), line, Int32(line.count))
        line.removeAll(keepingCapacity: true)
    }

    /// Attributes and a colour pair as ncurses has them.
    struct Look {
        var attributes: attr_t
        var pair: Int
    }

    static func attributes(_ attributes: Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= curses_bold() }
        if attributes.contains(.dim) { result |= curses_dim() }
        if attributes.contains(.italic) { result |= curses_italic() }
        if attributes.contains(.underline) { result |= curses_underline() }
        if attributes.contains(.reverse) { result |= curses_reverse() }
        return result
    }

    func setPair(_ pair: Int, foreground: Int, background: Int) {
        init_extended_pair(Int32(pair), Int32(foreground), Int32(background))
    }

    /// Sends what changed, and places or hides the cursor: a hidden one stays at the top left, so that it is known where it is. The
    /// first call, and one after `leave`, makes the terminal ours.
    /// - Parameter moved: rows in which the terminal shows something else than ncurses has sent; see `noteScrolled`.
    func refresh(cursor: (column: Int, row: Int)?, anew moved: [Range<Int>] = []) {
        curs_set(cursor == nil ? 0 : 1)
        wmove(curses_window(), Int32(cursor?.row ?? 0), Int32(cursor?.column ?? 0))
        wnoutrefresh(curses_window())
        for rows in moved { wtouchln(curses_next_window(), Int32(rows.lowerBound), Int32(rows.count), 1) }
        doupdate()
    }

    /// Takes note that the terminal has scrolled an area up by so many rows, or down where they are below 0.
    func noteScrolled(_ area: Rect, rows: Int) {
        guard let part = derwin(curses_shown_window(), Int32(area.rows), Int32(area.columns), Int32(area.row), Int32(area.column))
        else { return forgetShown() }
        defer { delwin(part) }
        scrollok(part, true)
        wscrl(part, Int32(rows))
    }

    /// Has everything sent anew at the next `refresh`.
    func forgetShown() { clearok(curses_shown_window(), true) }

    func resize(columns: Int, rows: Int) { resize_term(Int32(rows), Int32(columns)) }

    /// Gives the terminal back until the next `refresh`.
    func leave() { endwin() }
}
