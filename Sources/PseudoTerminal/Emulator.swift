import CVterm

/// libvterm: what a terminal would show of the bytes it gets, and what it would answer. The only file that calls it.
final class Emulator {
    private let terminal: OpaquePointer
    private let screen: OpaquePointer
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
    /// What the terminal sends: answers and keys, since the last time it was emptied.
    private var sent: [UInt8] = []

    private(set) var isAlternateScreen = false
    /// What of the mouse is reported: 0 nothing, 1 buttons, 2 dragging too, 3 all movement.
    private(set) var mouseMode = 0

    init(columns: Int, rows: Int) {
        terminal = vterm_new(Int32(rows), Int32(columns))
        vterm_set_utf8(terminal, 1)
        screen = vterm_obtain_screen(terminal)
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: VTermScreenCallbacks())
        callbacks.pointee.settermprop = { property, value, user in
            Emulator.from(user)?.set(property, value)
            return 1
        }
        let me = Unmanaged.passUnretained(self).toOpaque()
        vterm_screen_set_callbacks(screen, callbacks, me)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_output_set_callback(
            terminal,
            { bytes, count, user in
                guard let bytes else { return }
                let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
                Emulator.from(user)?.sent.append(contentsOf: buffer)
            }, me)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(terminal)
        callbacks.deinitialize(count: 1)
        callbacks.deallocate()
    }

    private static func from(_ user: UnsafeMutableRawPointer?) -> Emulator? {
        user.map { Unmanaged<Emulator>.fromOpaque($0).takeUnretainedValue() }
    }

    private func set(_ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>?) {
        guard let value else { return }
        switch property {
        case VTERM_PROP_ALTSCREEN: isAlternateScreen = value.pointee.boolean != 0
        case VTERM_PROP_MOUSE: mouseMode = Int(value.pointee.number)
        case _: break
        }
    }

    func write(_ bytes: some Collection<UInt8>) {
        let bytes = bytes.map { CChar(bitPattern: $0) }
        _ = vterm_input_write(terminal, bytes, bytes.count)
    }

    func takeSent() -> [UInt8] {
        defer { sent = [] }
        return sent
    }

    func resize(columns: Int, rows: Int) { vterm_set_size(terminal, Int32(rows), Int32(columns)) }
}

// MARK: Keys and mouse

extension Emulator {
    func press(_ key: PressedKey, _ held: HeldKeys) { vterm_keyboard_key(terminal, key.key, held.modifiers) }

    func press(_ scalar: Unicode.Scalar, _ held: HeldKeys) {
        vterm_keyboard_unichar(terminal, scalar.value, held.modifiers)
    }

    func move(column: Int, row: Int, _ held: HeldKeys) {
        vterm_mouse_move(terminal, Int32(row), Int32(column), held.modifiers)
    }

    func set(_ button: PressedButton, isDown: Bool, _ held: HeldKeys) {
        vterm_mouse_button(terminal, button.rawValue, isDown, held.modifiers)
    }
}

// MARK: What is shown

extension Emulator {
    var size: (columns: Int, rows: Int) {
        var columns: Int32 = 0
        var rows: Int32 = 0
        vterm_get_size(terminal, &rows, &columns)
        return (Int(columns), Int(rows))
    }

    var cursor: (column: Int, row: Int) {
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
        return (Int(position.col), Int(position.row))
    }

    func cell(column: Int, row: Int) -> ShownCell {
        var cell = VTermScreenCell()
        _ = vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        return ShownCell(
            text: Emulator.text(&cell), foreground: Emulator.colour(&cell.fg), background: Emulator.colour(&cell.bg),
            isBold: vterm_cell_is_bold(&cell), isItalic: vterm_cell_is_italic(&cell),
            isUnderlined: vterm_cell_is_underlined(&cell), isReversed: vterm_cell_is_reversed(&cell))
    }

    /// The text of a row, blanks at its end cut. What the cells look like is not asked for: this is read again and again while something
    /// is waited for.
    func line(_ row: Int, columns: Int) -> String {
        var (line, end) = (String.UnicodeScalarView(), String.UnicodeScalarView().endIndex)
        var cell = VTermScreenCell()
        for column in 0..<columns {
            _ = vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
            switch cell.chars.0 {
            case .max: continue
            case 0, 0x20 where cell.chars.1 == 0: line.append(" ")
            case 0x21..<0x7F where cell.chars.1 == 0:
                line.append(Unicode.Scalar(UInt8(cell.chars.0)))
                end = line.endIndex
            case _:
                line.append(contentsOf: Emulator.text(&cell).unicodeScalars)
                end = line.endIndex
            }
        }
        return String(line[..<end])
    }

    private static func text(_ cell: inout VTermScreenCell) -> String {
        let scalars = withUnsafeBytes(of: &cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
        // libvterm marks the right half of a wide character.
        if scalars.first == .max { return "" }
        let view = scalars.prefix { $0 != 0 }.map { Unicode.Scalar($0) ?? "\u{FFFD}" }
        return view.isEmpty ? " " : String(String.UnicodeScalarView(view))
    }

    private static func colour(_ colour: inout VTermColor) -> ShownColour {
        if vterm_colour_is_default(&colour) { return .standard }
        if vterm_colour_is_indexed(&colour) { return .indexed(Int(vterm_colour_index(&colour))) }
        return .direct(vterm_colour_value(&colour))
    }
}
