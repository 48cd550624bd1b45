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
    /// The keys of each command, the one that is shown first.
    private var lists: [Context: [Command: [KeySequence]]] = [:]

    /// The keys of the command table.
    public static let standard = KeyMap(keys: \.entry.keys)

    /// The map that gives each command the keys that `keys` says. Where two commands ask for the same keys in a
    /// context, the earlier in the table has them.
    public init(keys: (Command) -> [KeySequence]) {
        for command in Command.allCases {
            for sequence in keys(command) {
                for context in command.entry.contexts where bindings[context]?[sequence] == nil {
                    bind(sequence, to: command, in: context)
                }
            }
        }
    }

    /// Gives `sequence` to `command`; who had it, where that was another one.
    @discardableResult
    mutating func bind(_ sequence: KeySequence, to command: Command, in context: Context) -> Command? {
        let old = bindings[context]?[sequence]
        guard old != command else { return nil }
        if let old { lists[context]?[old]?.removeAll { $0 == sequence } }
        bindings[context, default: [:]][sequence] = command
        lists[context, default: [:]][command, default: []].append(sequence)
        return old
    }

    /// Takes all its keys from `command`.
    mutating func unbind(_ command: Command, in context: Context) {
        for sequence in lists[context]?[command] ?? [] { bindings[context]?[sequence] = nil }
        lists[context]?[command] = nil
    }

    /// Of the keys in `context` one that `sequence` begins, or that begins it.
    func related(to sequence: KeySequence, in context: Context) -> (keys: KeySequence, command: Command)? {
        let others = bindings[context]?.filter { other, _ in
            other != sequence && (other.keys.starts(with: sequence.keys) || sequence.keys.starts(with: other.keys))
        } ?? [:]
        return others.min { ($0.value.order, $0.key.description) < ($1.value.order, $1.key.description) }.map { ($0.key, $0.value) }
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

    /// The keys that give `command` in `context`, the one that is shown first.
    public func keys(for command: Command, in context: Context) -> [KeySequence] { lists[context]?[command] ?? [] }
}

extension Command {
    /// Its place in the table.
    var order: Int { Command.allCases.firstIndex(of: self) ?? 0 }
}
