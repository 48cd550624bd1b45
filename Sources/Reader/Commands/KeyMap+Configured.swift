import Configuration
import Terminal
import Text

extension KeyMap {
    /// The keys of the table with the changes of a configuration, and what of these could not be done. Of two changes that
    /// want the same, the later counts.
    public static func configured(by changes: [KeyChange], file: String) -> (keys: KeyMap, problems: [ConfigurationProblem]) {
        var work = KeyChanges(file: file)
        for change in changes { work.take(change) }
        return (work.keys, work.finished())
    }
}

extension Command {
    /// The command of this name, or with this alias; nothing where none is called so.
    public init?(name: String) {
        let name = name.lowercased()
        guard let command = Command.allCases.first(where: { $0.name == name }) ?? Command.allCases.first(where: { $0.aliases.contains(name) })
        else { return nil }
        self = command
    }
}

/// Lays changes of keys over the table.
private struct KeyChanges {
    let file: String
    var keys = KeyMap.standard
    private var problems: [ConfigurationProblem] = []
    /// In which line a key was given.
    private var givers: [Place: Int] = [:]
    /// Which commands were named for a view: they have no key where none is left, since that was asked for.
    private var named: Set<Owner> = []
    /// Who lost keys, by which line.
    private var losses: [(owner: Owner, key: KeySequence, line: Int)] = []

    private struct Place: Hashable {
        var context: Context
        var keys: KeySequence
    }

    private struct Owner: Hashable {
        var context: Context
        var command: Command
    }

    init(file: String) { self.file = file }

    mutating func take(_ change: KeyChange) {
        guard let command = Command(name: change.command) else {
            return note(change.line, .notACommand(change.command, nearest: Nearest.name(to: change.command, among: Command.allCases.map(\.name))))
        }
        guard let contexts = contexts(of: command, change) else { return }
        let sequences = change.keys.compactMap { name -> KeySequence? in
            guard let sequence = KeySequence(name) else {
                note(change.line, .notAKey(name, command: command.name))
                return nil
            }
            return sequence
        }
        // Where no name was a key's, the command keeps what it has.
        guard change.keys.isEmpty || !sequences.isEmpty else { return }
        for context in contexts {
            keys.unbind(command, in: context)
            named.insert(Owner(context: context, command: command))
        }
        for sequence in sequences { give(sequence, to: command, in: contexts, line: change.line, isOfOneView: change.view != nil) }
    }

    private mutating func contexts(of command: Command, _ change: KeyChange) -> [Context]? {
        let own = Context.allCases.filter(command.entry.contexts.contains)
        guard let view = change.view else { return own }
        guard let context = Context(rawValue: view) else {
            note(change.line, .notAView(view, nearest: Nearest.name(to: view, among: Context.allCases.map(\.rawValue))))
            return nil
        }
        guard own.contains(context) else {
            note(change.line, .notThere(command: command.name, view: view, views: own.map(\.rawValue)))
            return nil
        }
        return [context]
    }

    private mutating func give(_ sequence: KeySequence, to command: Command, in contexts: [Context], line: Int, isOfOneView: Bool) {
        let takers = contexts.filter { !($0.isTyping && sequence.beginsWithText) }
        if takers.isEmpty || (isOfOneView && takers.count < contexts.count), let context = contexts.first {
            note(line, .isText(key: sequence.description, view: context.rawValue))
        }
        var conflicts: [(context: Context, other: Command, line: Int)] = []
        for context in takers {
            let place = Place(context: context, keys: sequence)
            let other = keys.bind(sequence, to: command, in: context)
            if let other, let before = givers[place] {
                conflicts.append((context, other, before))
            } else if let other {
                losses.append((Owner(context: context, command: other), sequence, line))
            }
            givers[place] = line
        }
        for conflict in conflicts.grouped(by: { "\($0.other.name) \($0.line)" }) {
            guard let first = conflict.first else { continue }
            note(line, .conflict(
                key: sequence.description, view: conflict.map(\.context.rawValue).joined(separator: ", "), command: command.name,
                other: first.other.name, line: first.line))
        }
    }

    // MARK: When all are laid over

    mutating func finished() -> [ConfigurationProblem] {
        noteHidden()
        noteOrphans()
        return problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private mutating func noteHidden() {
        var found: [(view: Context, key: KeySequence, command: Command, other: Command, line: Int)] = []
        for (place, line) in givers {
            guard case .command(let command) = keys.meaning(of: place.keys.keys, in: place.context),
                let other = keys.related(to: place.keys, in: place.context)
            else { continue }
            // The shorter one is what is reached.
            let isShorter = place.keys.keys.count < other.keys.keys.count
            found.append((
                place.context, isShorter ? place.keys : other.keys, isShorter ? command : other.command,
                isShorter ? other.command : command, line))
        }
        found.sort { ($0.line, $0.view.rawValue, $0.key.description) < ($1.line, $1.view.rawValue, $1.key.description) }
        for group in found.grouped(by: { "\($0.line) \($0.key.description) \($0.command.name) \($0.other.name)" }) {
            guard let first = group.first else { continue }
            note(first.line, .hidden(
                key: first.key.description, view: group.map(\.view.rawValue).joined(separator: ", "), command: first.command.name,
                other: first.other.name))
        }
    }

    private mutating func noteOrphans() {
        let orphans = losses.filter { !named.contains($0.owner) && keys.keys(for: $0.owner.command, in: $0.owner.context).isEmpty }
        for group in orphans.grouped(by: { "\($0.line) \($0.owner.command.name)" }) {
            guard let first = group.first else { continue }
            note(first.line, .orphaned(
                command: first.owner.command.name, view: group.map(\.owner.context.rawValue).joined(separator: ", "), key: first.key.description))
        }
    }

    private mutating func note(_ line: Int, _ kind: ConfigurationProblem.Kind) {
        problems.append(ConfigurationProblem(source: file, line: line, kind: kind))
    }
}

extension KeySequence {
    /// Whether its first key types a character.
    fileprivate var beginsWithText: Bool {
        if case .character = keys.first { true } else { false }
    }
}

extension Array {
    /// Those with the same name together, in the order of the first of each.
    fileprivate func grouped(by name: (Element) -> String) -> [[Element]] {
        var places: [String: Int] = [:]
        var groups: [[Element]] = []
        for element in self {
            if let place = places[name(element)] {
                groups[place].append(element)
            } else {
                places[name(element)] = groups.count
                groups.append([element])
            }
        }
        return groups
    }
}
