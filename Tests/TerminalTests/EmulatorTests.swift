import Testing

@testable import PseudoTerminal

/// What the emulator does that terminals do not: screen tests keep clear of it.
@Suite struct EmulatorTests {
    private func shown(_ pieces: [String]) -> [String] {
        let emulator = Emulator(columns: 4, rows: 2)
        for piece in pieces { emulator.write(piece.utf8) }
        return (0..<8).map { emulator.cell(column: $0 % 4, row: $0 / 4).text }
    }

    /// A mark that comes in another piece of output than its letter is joined to it, but for a letter in the last column: there it
    /// is put at the beginning of the next row. Where output is cut is up to the system, so a test that draws marks there fails now
    /// and then, whatever the terminal is.
    @Test func losesMarksInTheLastColumn() {
        #expect(shown(["abce\u{301}"]) == ["a", "b", "c", "e\u{301}", " ", " ", " ", " "])
        #expect(shown(["abe", "\u{301}"]) == ["a", "b", "e\u{301}", " ", " ", " ", " ", " "])
        #expect(shown(["abce", "\u{301}"]) == ["a", "b", "c", "e", "\u{301}", " ", " ", " "])
    }
}
