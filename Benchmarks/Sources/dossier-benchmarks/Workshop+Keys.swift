import PseudoTerminal

extension Workshop {
    /// From a key to the last byte of the screen it makes, in a large terminal.
    func keys() throws {
        let library = try largeLibrary()
        let terminal = try PseudoTerminal(
            program, arguments: arguments(for: library), environment: environment, directory: folder, columns: 200, rows: 60)
        guard terminal.wait(timeout: .seconds(20), until: Self.isFull) else { throw NoScreen(shown: terminal.text) }
        terminal.waitForQuiet(.milliseconds(300))

        measure("list: j", in: terminal, presses: 400) { terminal, _ in terminal.send("j") }
        measure("list: page down and up", in: terminal, presses: 200) { terminal, press in
            terminal.press(press % 4 < 2 ? .pageDown : .pageUp)
        }
        measure("list: G and g g", in: terminal, presses: 60) { terminal, press in
            terminal.send(press % 2 == 0 ? "G" : "gg")
        }
        terminal.press(.enter)
        terminal.waitForQuiet(.milliseconds(300))
        measure("reading: j and k", in: terminal, presses: 300) { terminal, press in
            terminal.send(press % 20 < 10 ? "j" : "k")
        }
        measure("reading: next article", in: terminal, presses: 100) { terminal, _ in terminal.send("J") }
        terminal.send("q")
        terminal.waitForQuiet(.milliseconds(300))
        terminal.send("/")
        terminal.waitForQuiet(.milliseconds(300))
        let words = ["ransomware", "extradition treaty", "the court", "money laundering"]
        for word in words {
            let letters = Array(word)
            measure("search as you type: \(word)", in: terminal, presses: letters.count) { terminal, press in
                terminal.send(String(letters[press]))
            }
            terminal.send("\u{15}")
            terminal.waitForQuiet(.milliseconds(300))
        }
        terminal.press(.escape)
        terminal.send("qq")
        if terminal.exitStatus() == nil { terminal.signal(9) }
    }

    /// Two figures: until the first bytes of the answer, and until its last byte before 20 ms of quiet.
    /// - Returns: those until the last byte, and how many bytes there were, for each press that was answered.
    @discardableResult
    func measure(
        _ name: String, in terminal: PseudoTerminal, presses: Int, _ press: (PseudoTerminal, Int) -> Void
    ) -> (times: Figures, bytes: Figures) {
        var (first, last, bytes) = (Figures(), Figures(), Figures())
        for index in 0..<presses {
            let response = terminal.measure(quiet: .milliseconds(20), timeout: .milliseconds(500)) { press($0, index) }
            if let time = response.first { first.add(time.milliseconds) }
            if let time = response.last {
                last.add(time.milliseconds)
                bytes.add(Double(response.bytes))
            }
        }
        report(first.line("key to first byte, \(name)", unit: "ms"))
        report(last.line("key to last byte, \(name)", unit: "ms"))
        return (last, bytes)
    }
}
