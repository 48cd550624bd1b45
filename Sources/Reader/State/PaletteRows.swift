import Configuration
import Library
import Search
import Topics

/// What fits a line of the palette. A pure function of the line and of what the reader knows.
struct PaletteRows {
    typealias Row = CommandPalette.Row

    let context: Context
    let keymap: KeyMap
    /// What was done from the palette, the last one first.
    let recent: [String]
    let names: QueryNames
    let themes: [ThemeChoice]
    let files: CommandPalette.FileOffers?
    /// Articles of the list that are at hand.
    let articles: [ArticleRow]
    /// Orders that the list can have.
    let orders: [SearchRequest.Order]
    /// Rows of the list.
    let count: Int
    let measure: Int
    /// What is in force of the settings that can be changed.
    var current: [Setting: SettingValue] = [:]
    var saved: [SavedSearch] = []
    var savedCounts: [String: HitCount] = [:]
    /// What would be saved; nothing where nothing is searched for.
    var savedQuery: String?

    func rows(for line: String) -> [Row] {
        let typed = line.trimmed
        if typed.isEmpty { return commands("") }
        if line.hasPrefix("/") { return words(.search, String(line.dropFirst()), prefix: "/") }
        if line.hasPrefix("#") { return words(.tag, String(line.dropFirst()), prefix: "#") }
        if let number = Int(typed), number > 0 { return words(.goTo, typed, prefix: "") }
        let parts = line.trimmedStart.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let verb = Verb(name: parts[0]) {
            return words(verb, String(parts[1]), prefix: parts[0] + " ")
        }
        return commands(typed)
    }

    // MARK: Commands and verbs

    /// Where something stands in the list: what fits better, then what was done last, what can be done here, the table's order.
    private struct Place: Comparable {
        var rank: Int
        var recency: Int
        /// Those of this view first; before anything is typed, moving comes behind what it is moved for.
        var distance: Int
        var order: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.rank, left.distance, left.recency, left.order)
                < (right.rank, right.distance, right.recency, right.order)
        }
    }

    private func commands(_ typed: String) -> [Row] {
        let match = FuzzyMatch(typed)
        var found: [(place: Place, row: Row)] = []
        for (order, command) in Command.allCases.enumerated() where command.isForPalette {
            let entry = command.entry
            guard let rank = rank(match, entry.name, command.aliases, entry.sentence) else { continue }
            let isHere = entry.contexts.contains(context)
            let place = Place(rank: rank, recency: recency(entry.name),
                distance: distance(entry.group, recency(entry.name), isHere: isHere, typed), order: order)
            found.append((place, row(of: command, isHere: isHere)))
        }
        for (order, verb) in Verb.allCases.enumerated() {
            let entry = verb.entry
            guard let rank = rank(match, entry.name, entry.aliases, entry.sentence) else { continue }
            let isHere = entry.contexts.contains(context)
            let place = Place(
                rank: rank, recency: recency(entry.name), distance: distance(entry.group, recent.count, isHere: isHere, typed),
                order: Command.allCases.count + order)
            found.append((place, row(of: verb, isHere: isHere)))
        }
        let rows = found.sorted { $0.place < $1.place }.map(\.row)
        return Array(((typed.isEmpty ? repeated : []) + rows).prefix(CommandPalette.most))
    }

    /// Verbs with their words that were given last: Enter gives them again.
    private var repeated: [Row] {
        recent.compactMap { line in
            guard line.contains(" "), let row = rows(for: line).first, case .instruction = row.act else { return nil }
            return Row(row.act, name: line, sentence: row.sentence, note: "again", fill: line)
        }
    }

    /// The lower the better; nothing where it does not fit. Its name counts most, then other names, then the sentence.
    private func rank(_ match: FuzzyMatch, _ name: String, _ aliases: [String], _ sentence: String) -> Int? {
        let own = match.rank(code: name, label: name).map { $0 * 3 }
        let other = aliases.compactMap { match.rank(code: $0, label: $0) }.min().map { $0 * 3 + 1 }
        // Letters spread over a sentence fit nearly everything.
        let words = match.rank(code: "", label: sentence).flatMap { $0 <= 4 ? $0 * 3 + 8 : nil }
        return [own, other, words].compactMap { $0 }.min()
    }

    private func distance(_ group: Command.Group, _ recency: Int, isHere: Bool, _ typed: String) -> Int {
        guard isHere else { return 3 }
        guard typed.isEmpty else { return 0 }
        return recency < recent.count ? 0 : group == .move ? 2 : 1
    }

    private func recency(_ name: String) -> Int {
        recent.firstIndex(of: name) ?? recent.count
    }

    private func row(of command: Command, isHere: Bool) -> Row {
        let entry = command.entry
        let keys = isHere ? keymap.keys(for: command, in: context).first?.description ?? "no key" : "not here"
        return Row(isHere ? .command(command) : .refused("not here: " + entry.sentence.lowercasedFirst),
            name: entry.name, sentence: entry.sentence, note: keys, fill: entry.name)
    }

    private func row(of verb: Verb, isHere: Bool) -> Row {
        let entry = verb.entry
        return Row(isHere ? .fill : .refused("not here: " + entry.sentence.lowercasedFirst),
            name: "\(entry.name) \(entry.words)", sentence: entry.sentence, note: isHere ? "" : "not here", fill: entry.name + " ")
    }
}

extension Command {
    /// Whether it is something that a person can ask for by name: what only edits a line or answers a question is not.
    var isForPalette: Bool { self != .palette && !entry.contexts.isDisjoint(with: Context.browsing) }
}

extension String {
    /// Without blanks at the start.
    var trimmedStart: String { String(drop { $0 == " " }) }
}
