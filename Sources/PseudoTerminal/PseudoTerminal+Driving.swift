import Glibc

extension PseudoTerminal {
    /// Sends bytes as if the terminal did, and takes in output meanwhile, so that neither side waits for the other.
    public func send(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty, !hasEnded {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                takeIn(until: .now + .milliseconds(10))
            } else if errno != EINTR {
                return
            }
        }
    }

    /// Sends text as it is, escape sequences and all.
    public func send(_ text: String) { send(bytes: Array(text.utf8)) }

    /// Sends text as a paste, in the marks that programs ask for.
    public func paste(_ text: String) { send("\u{1B}[200~" + text + "\u{1B}[201~") }

    public func press(_ key: PressedKey, _ held: HeldKeys = []) {
        emulator.press(key, held)
        sendAnswers()
    }

    public func press(_ scalar: Unicode.Scalar, _ held: HeldKeys = []) {
        emulator.press(scalar, held)
        sendAnswers()
    }

    /// Moves the mouse and presses and releases a button; the wheel is only pressed.
    public func click(_ button: PressedButton, column: Int, row: Int, _ held: HeldKeys = []) {
        emulator.move(column: column, row: row, held)
        emulator.set(button, isDown: true, held)
        if button != .wheelUp, button != .wheelDown { emulator.set(button, isDown: false, held) }
        sendAnswers()
    }

    /// Moves the mouse with the left button held.
    public func drag(from start: (column: Int, row: Int), to end: (column: Int, row: Int)) {
        emulator.move(column: start.column, row: start.row, [])
        emulator.set(.left, isDown: true, [])
        emulator.move(column: end.column, row: end.row, [])
        emulator.set(.left, isDown: false, [])
        sendAnswers()
    }

    /// What the emulated terminal has to say, to keys and to queries.
    func sendAnswers() {
        let answers = emulator.takeSent()
        if !answers.isEmpty { send(bytes: answers) }
    }

    /// Changes the size; the program gets SIGWINCH.
    public func resize(columns: Int, rows: Int) {
        emulator.resize(columns: columns, rows: rows)
        TerminalPair.setSize(master, columns: columns, rows: rows)
    }

    /// Sends a signal to the program.
    public func signal(_ number: Int32) { kill(process, number) }

    /// Takes the terminal away, as closing its window does. Nothing can be read afterwards but how the program ends.
    public func hangUp() {
        close(slave)
        close(master)
        slave = -1
        master = -1
    }

    /// The modes of the terminal, as they are now.
    public func modes() throws(PseudoTerminalError) -> TerminalModes {
        var modes = termios()
        guard tcgetattr(slave, &modes) == 0 else { throw PseudoTerminalError(call: "tcgetattr", code: errno) }
        return TerminalModes(modes)
    }
}

/// All of a `termios`, to be compared.
public struct TerminalModes: Hashable, Sendable {
    public let input: UInt32
    public let output: UInt32
    public let control: UInt32
    public let local: UInt32
    public let characters: [UInt8]

    init(_ modes: termios) {
        input = modes.c_iflag
        output = modes.c_oflag
        control = modes.c_cflag
        local = modes.c_lflag
        characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    }

    /// Whether what is typed is shown and edited by the terminal, as a shell leaves it.
    public var isCooked: Bool { local & UInt32(ICANON) != 0 && local & UInt32(ECHO) != 0 }
}
