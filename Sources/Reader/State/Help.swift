/// The help overlay: every command with its keys, those of the view it was called from first, filtered by what is typed.
public struct Help: Hashable, Sendable {
    /// A line of help.
    public enum Line: Hashable, Sendable {
        case heading(String)
        case command(Command, keys: String)
    }

    /// The view that help was called from.
    public let context: Context
    /// The commands of this view by group, then all others, as far as they fit what was typed.
    public private(set) var lines: [Line] = []
    public private(set) var field = Field()
    public private(set) var top = 0
    /// Which of the commands is selected.
    public private(set) var selection = 0
    private let keymap: KeyMap

    public init(context: Context, keymap: KeyMap) {
        self.context = context
        self.keymap = keymap
        lines = fitting()
    }

    private func fitting() -> [Line] {
        let here = Command.allCases.filter { $0.entry.contexts.contains(context) }
        let others = Command.allCases.filter { !$0.entry.contexts.contains(context) }
        return Command.Group.allCases.flatMap { group in
            section(group.rawValue, here.filter { $0.entry.group == group }, in: context)
        } + section("Elsewhere", others, in: nil)
    }

    public var commands: [Command] {
        lines.compactMap { line in
            switch line {
            case .heading: nil
            case .command(let command, _): command
            }
        }
    }

    public var selected: Command? {
        let commands = commands
        return commands.indices.contains(selection) ? commands[selection] : nil
    }

    public mutating func edit(_ change: (inout Field) -> Void) {
        change(&field)
        lines = fitting()
        selection = 0
        top = 0
    }

    public mutating func select(by distance: Int, visible: Int) {
        selection = min(max(0, selection + distance), max(0, commands.count - 1))
        settle(visible: visible)
    }

    /// Brings the selected line, and the heading above the first one, into sight.
    public mutating func settle(visible: Int) {
        guard visible > 0, let selected,
            let row = lines.firstIndex(where: { if case .command(selected, _) = $0 { true } else { false } })
        else {
            top = 0
            return
        }
        top = min(top, selection == 0 ? 0 : row)
        top = max(top, row - visible + 1)
        top = min(max(0, top), max(0, lines.count - visible))
    }

    private func section(_ title: String, _ commands: [Command], in context: Context?) -> [Line] {
        let rows = commands.compactMap { command in
            let entry = command.entry
            let place = context ?? entry.contexts.min { $0.rawValue < $1.rawValue }
            let keys = place.map { keymap.keys(for: command, in: $0) } ?? []
            let words = keys.map(\.description).joined(separator: " ")
            return matches(command, keys: words) ? Line.command(command, keys: words) : nil
        }
        return rows.isEmpty ? [] : [.heading(title)] + rows
    }

    private func matches(_ command: Command, keys: String) -> Bool {
        let entry = command.entry
        let text = "\(entry.name) \(command.aliases.joined(separator: " ")) \(entry.short) \(entry.sentence) \(entry.group.rawValue)".lowercased()
        return field.text == keys
            || field.text.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
    }
}
