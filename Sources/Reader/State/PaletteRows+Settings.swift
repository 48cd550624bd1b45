import Configuration
import Library
import Topics

/// `set`: settings and their values, for this session alone.
extension PaletteRows {
    func settings(_ typed: String, _ prefix: String) -> [Row] {
        let parts = typed.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.first ?? ""
        if let setting = Setting(rawValue: name), !setting.isForSession { return [refusal(setting.refusalWords, prefix + typed)] }
        guard parts.count == 2, let setting = Setting(rawValue: name) else { return settingNames(name, prefix) }
        return values(setting, parts[1].trimmed, "\(prefix)\(name) ")
    }

    private func settingNames(_ typed: String, _ prefix: String) -> [Row] {
        let match = FuzzyMatch(typed)
        let fits = Setting.allCases.enumerated().compactMap { place, setting in
            match.rank(code: setting.name, label: setting.name).map { (rank: $0, place: place, setting: setting) }
        }.filter(\.setting.isForSession).sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.setting)
        guard !fits.isEmpty else { return [refusal("no setting is called «\(typed)» that can be set here", prefix + typed)] }
        return fits.map { setting in
            Row(.fill, name: setting.name, sentence: setting.entry.sentence, note: current[setting]?.description ?? "",
                fill: "\(prefix)\(setting.name) ")
        }
    }

    private func values(_ setting: Setting, _ typed: String, _ prefix: String) -> [Row] {
        switch setting.entry.kind {
        case .theme: return themes(typed, prefix)
        case .choice(let words): return words.filter { $0.hasPrefix(typed) }.map { row(setting, .text($0), prefix) } ?? unfit(setting, typed, prefix)
        case .flag:
            guard !typed.isEmpty else { return [true, false].map { row(setting, .flag($0), prefix) } }
            if let value = setting.entry.kind.value(of: typed) { return [row(setting, value, prefix)] }
            return ["on", "off"].filter { $0.hasPrefix(typed) }.map { row(setting, .flag($0 == "on"), prefix) } ?? unfit(setting, typed, prefix)
        case .number:
            if setting == .measure { return measures(typed, prefix) }
            guard !typed.isEmpty else { return current[setting].map { [row(setting, $0, prefix)] } ?? [] }
            return setting.entry.kind.value(of: typed).map { [row(setting, $0, prefix)] } ?? unfit(setting, typed, prefix)
        case .folder, .program: return [refusal(setting.refusalWords, prefix + typed)]
        }
    }

    private func row(_ setting: Setting, _ value: SettingValue, _ prefix: String) -> Row {
        Row(.instruction(.set(setting, value)), name: value.description, sentence: setting.entry.sentence,
            note: current[setting] == value ? "now" : "", fill: prefix + value.description)
    }

    private func unfit(_ setting: Setting, _ typed: String, _ prefix: String) -> [Row] {
        [refusal("\(typed) is no value of \(setting.name): it takes \(setting.entry.kind.expectation)", prefix + typed)]
    }

    // MARK: Saved searches

    /// Those whose name fits; `make` says what is done with one.
    func savedSearches(_ typed: String, _ prefix: String, _ make: (SavedSearch) -> Instruction) -> [Row] {
        let match = FuzzyMatch(typed)
        let fits = saved.enumerated().compactMap { place, search in
            match.rank(code: search.name, label: search.name + " " + search.query).map { (rank: $0, place: place, search: search) }
        }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.search)
        guard !fits.isEmpty else {
            return [refusal(saved.isEmpty ? "no search is saved" : "no saved search is called «\(typed)»", prefix + typed)]
        }
        return fits.map { search in
            Row(.instruction(make(search)), name: search.name, sentence: search.query, note: savedCounts[search.id]?.short ?? "",
                fill: prefix + search.name)
        }
    }

    /// The name under which what is searched for is saved: what was typed, and the names that there are.
    func savingNames(_ typed: String, _ prefix: String) -> [Row] {
        guard let query = savedQuery else { return [refusal("nothing to save: search or filter first", prefix + typed)] }
        func row(_ name: String, note: String) -> Row {
            Row(.instruction(.saveSearch(name: name, query: query)), name: name, sentence: query, note: note, fill: prefix + name)
        }
        let known = saved.filter { typed.isEmpty || $0.name.lowercased().hasPrefix(typed.lowercased()) && $0.name != typed }
        let new = typed.isEmpty ? [hint(.save, prefix)] : [row(String(typed.prefix(100)), note: saved.contains { $0.name == typed } ? "again" : "new")]
        return new + known.map { row($0.name, note: "again") }
    }
}

extension Array {
    /// Nothing where it is empty.
    fileprivate static func ?? (left: Self, right: @autoclosure () -> Self) -> Self { left.isEmpty ? right() : left }
}

extension Setting {
    /// Whether it can be changed while the reader runs; the rest is read when it starts.
    var isForSession: Bool {
        switch self {
        case .theme, .measure, .dates, .possibleTopics, .rightToLeft, .mouse, .popupDelay: true
        case .darkTheme, .lightTheme, .background, .colours, .marks, .editor, .pager, .browser, .library, .libraryData, .readFolder: false
        }
    }

    var refusalWords: String { "\(name) is read when the reader starts: set it in the configuration" }
}
