import Terminal

/// Which command a key gives in which context. A value: configuration makes another one.
public struct KeyMap: Hashable, Sendable {
    /// What the keys pressed so far come to.
    public enum Meaning: Hashable, Sendable {
        case command(Command)
        /// More keys must follow; the ones that can, in the order of the command table.
        case prefix([Continuation])
        case unknown
    }

    /// A key that may follow a prefix, and what the two then do.
    public struct Continuation: Hashable, Sendable {
        public var key: Key
        public var command: Command
    }

    private var bindings: [Context: [KeySequence: Command]] = [:]

    /// The keys of the command table.
    public static let standard = KeyMap(keys: \.entry.keys)

    /// The map that gives each command the keys that `keys` says. Where two commands ask for the same keys in a
    /// context, the earlier in the table has them.
    public init(keys: (Command) -> [KeySequence]) {
        for command in Command.allCases {
            for sequence in keys(command) {
                for context in command.entry.contexts where bindings[context]?[sequence] == nil {
                    bindings[context, default: [:]][sequence] = command
                }
            }
        }
    }

    public func meaning(of keys: [Key], in context: Context) -> Meaning {
        guard let map = bindings[context] else { return .unknown }
        if let command = map[KeySequence(keys)] { return .command(command) }
        let continuations = map
            .filter { $0.key.keys.count == keys.count + 1 && $0.key.keys.starts(with: keys) }
            .compactMap { sequence, command in sequence.keys.last.map { Continuation(key: $0, command: command) } }
            .sorted { ($0.command.order, $0.key.name) < ($1.command.order, $1.key.name) }
        return continuations.isEmpty ? .unknown : .prefix(continuations)
    }

    /// The keys that give `command` in `context`, in the order of the table.
    public func keys(for command: Command, in context: Context) -> [KeySequence] {
        guard let map = bindings[context] else { return [] }
        let mine = Set(map.filter { $0.value == command }.map(\.key))
        let listed = command.entry.keys.filter(mine.contains)
        let others = mine.subtracting(listed).sorted { $0.description < $1.description }
        return listed + others
    }
}

extension Command {
    /// Its place in the table.
    var order: Int { Command.allCases.firstIndex(of: self) ?? 0 }
}
