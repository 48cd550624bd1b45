import Terminal
import Testing

@testable import Reader

/// The table of commands holds together.
@Suite struct CommandTests {
    /// Those that only the palette and the configuration reach.
    static let keyless: Set<Command> = [.quit]

    @Test func everyCommandHasKeysThatAreKeys() {
        for command in Command.allCases {
            #expect(!command.entry.keys.isEmpty || Self.keyless.contains(command), "\(command.name)")
            #expect(!command.entry.contexts.isEmpty, "\(command.name)")
        }
        // Each name written in the table is a key's.
        for command in Command.allCases { #expect(!command.entry.keys.contains { $0.keys.isEmpty }, "\(command.name)") }
    }

    @Test func namesAreUnique() {
        #expect(Set(Command.allCases.map(\.name)).count == Command.allCases.count)
    }

    @Test(arguments: Context.allCases)
    func noKeyMeansTwoThings(_ context: Context) {
        var owners: [KeySequence: Command] = [:]
        for command in Command.allCases where command.entry.contexts.contains(context) {
            for keys in command.entry.keys {
                if let other = owners[keys] { Issue.record("\(keys.description) is \(other.name) and \(command.name)") }
                owners[keys] = command
            }
        }
    }

    @Test(arguments: Context.allCases)
    func noKeyIsAlsoThePrefixOfOthers(_ context: Context) {
        let sequences = Command.allCases.filter { $0.entry.contexts.contains(context) }.flatMap(\.entry.keys)
        for sequence in sequences {
            let longer = sequences.filter { $0.keys.count > sequence.keys.count && $0.keys.starts(with: sequence.keys) }
            #expect(longer.isEmpty, "\(sequence.description)")
        }
    }

    /// Letters are text while typing: no command may take them.
    @Test(arguments: Context.allCases.filter(\.isTyping))
    func typingTakesAllLetters(_ context: Context) {
        for scalar in 0x20..<0x7F {
            let key = Key.character(Character(Unicode.Scalar(UInt8(scalar))))
            #expect(KeyMap.standard.meaning(of: [key], in: context) == .unknown)
        }
    }

    @Test func meanings() {
        let map = KeyMap.standard
        #expect(map.meaning(of: [.character("j")], in: .library) == .command(.down))
        #expect(map.meaning(of: [.character("g"), .character("g")], in: .article) == .command(.first))
        #expect(map.meaning(of: [.character("=")], in: .library) == .unknown)
        #expect(map.meaning(of: [.character("g"), .character("x")], in: .library) == .unknown)
        guard case .prefix(let next) = map.meaning(of: [.character("g")], in: .article) else {
            Issue.record("g is no prefix")
            return
        }
        #expect(
            next.map(\.key.name) == ["g", "m", "1", "2", "3", "4", "5", "x", "w", "f", "c", "r", "l", "s", "t", "n", "b", "d", "e", "?"])
    }

    @Test func footersNameWhatCanBeDone() {
        for context in Context.allCases {
            for command in Footer.commands(for: context) {
                #expect(command.entry.contexts.contains(context), "\(command.name) in \(context.title)")
            }
        }
    }

    @Test func helpListsEveryCommandOnce() {
        for context in Context.allCases {
            let help = Help(context: context, keymap: .standard)
            #expect(Set(help.commands) == Set(Command.allCases))
            #expect(help.commands.count == Command.allCases.count)
        }
    }

    @Test func helpIsFiltered() {
        var help = Help(context: .article, keymap: .standard)
        help.edit { $0.insert("bookmark") }
        #expect(help.selected == .bookmark || help.commands.contains(.bookmark))
        #expect(!help.commands.contains(.down))
        help.edit { $0.insert("zzz") }
        #expect(help.lines.isEmpty)
        #expect(help.selected == nil)
    }
}
