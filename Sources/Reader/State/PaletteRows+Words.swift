import Articles
import Library
import Search
import Text
import Topics

/// What may stand behind each verb.
extension PaletteRows {
    /// What `verb` can be given, as far as `typed` goes. `prefix` is what stands before it in the line.
    func words(_ verb: Verb, _ typed: String, prefix: some StringProtocol) -> [Row] {
        let prefix = String(prefix)
        guard verb.entry.contexts.contains(context) else {
            return [refusal("not here: " + verb.entry.sentence.lowercasedFirst, prefix + typed)]
        }
        let trimmed = typed.trimmed
        switch verb {
        case .open: return openings(trimmed, prefix)
        case .goTo: return [lines(trimmed, prefix)]
        case .tag: return tags(trimmed, prefix)
        case .topic: return topics(trimmed, prefix)
        case .filter: return query(typed, prefix) { .filter($0) }
        case .since: return dates("since", trimmed, prefix)
        case .before: return dates("before", trimmed, prefix)
        case .search: return query(typed, prefix) { .search($0) }
        case .find: return [trimmed.isEmpty ? hint(.find, prefix) : Row(.instruction(.find(trimmed)), name: trimmed, sentence: "Find these words in the article", fill: prefix + trimmed)]
        case .sort: return orders(trimmed, prefix)
        case .export: return exports(typed.trimmedStart, prefix)
        case .theme: return themes(trimmed, prefix)
        case .measure: return measures(trimmed, prefix)
        case .set: return settings(typed.trimmedStart, prefix)
        case .saved: return savedSearches(trimmed, prefix) { .runSearch($0) }
        case .save: return savingNames(trimmed, prefix)
        case .forget: return savedSearches(trimmed, prefix) { .removeSearch($0) }
        }
    }

    func refusal(_ why: String, _ fill: String) -> Row {
        Row(.refused(why), name: why, sentence: "", fill: fill)
    }

    /// What is to be typed.
    func hint(_ verb: Verb, _ prefix: String) -> Row {
        Row(.fill, name: "\(verb.name) \(verb.entry.words)", sentence: verb.entry.sentence, note: "type it", fill: prefix)
    }

    // MARK: Numbers

    private func lines(_ typed: String, _ prefix: String) -> Row {
        guard !typed.isEmpty else { return hint(.goTo, prefix) }
        guard let number = Int(typed), number > 0 else { return refusal("\(typed) is no line number: write a number from 1", prefix + typed) }
        let isReading = Context.reading.contains(context)
        let what = isReading ? "To this line of the article" : "To this row of \(count.grouped)"
        return Row(.instruction(.goTo(number)), name: "\(isReading ? "line" : "row") \(number.grouped)", sentence: what, fill: prefix + typed)
    }

    func measures(_ typed: String, _ prefix: String) -> [Row] {
        let range = Session.narrowestMeasure...Session.widestMeasure
        if !typed.isEmpty, let number = Int(typed), range.contains(number) { return [measureRow(number, prefix)] }
        let fits = range.filter { $0 % 4 == 0 && (typed.isEmpty || String($0).hasPrefix(typed)) }
        guard !fits.isEmpty else {
            return [refusal("\(typed) is no measure: write a number of columns from \(range.lowerBound) to \(range.upperBound)", prefix + typed)]
        }
        return fits.reversed().map { measureRow($0, prefix) }
    }

    private func measureRow(_ columns: Int, _ prefix: String) -> Row {
        Row(.instruction(.measure(columns)), name: "\(columns) columns", sentence: "Lines of up to \(columns) columns",
            note: columns == measure ? "now" : "", fill: prefix + String(columns))
    }

    // MARK: Names

    private func tags(_ typed: String, _ prefix: String) -> [Row] {
        let match = NameMatch(typed)
        let known = match.best(of: names.tags, limit: 50, size: { $0.articles + $0.passages }) { [$0.name] }
        let rows = known.map { tag in
            let uses = (tag.articles + tag.passages).counted("use", "uses")
            return Row(.instruction(.tag(tag.name)), name: tag.name, sentence: "Tag with «\(tag.name)», or take it away", note: uses, fill: prefix + tag.name)
        }
        guard !typed.isEmpty else { return rows.isEmpty ? [hint(.tag, prefix)] : rows }
        // What was typed comes first: Enter does what was typed.
        if let exact = rows.first(where: { $0.name == typed }) { return [exact] + rows.filter { $0.name != typed } }
        return [Row(.instruction(.tag(typed)), name: typed, sentence: "Make the tag «\(typed)»", note: "new", fill: prefix + typed)] + rows
    }

    private func topics(_ typed: String, _ prefix: String) -> [Row] {
        let match = FuzzyMatch(typed)
        let fits = names.topics.enumerated().compactMap { place, topic in
            [match.rank(code: topic.code, label: topic.label), match.rank(code: topic.id.rawValue, label: topic.id.rawValue)]
                .compactMap { $0 }.min().map { (rank: $0, place: place, topic: topic) }
        }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
        guard !fits.isEmpty else { return [refusal(names.topics.isEmpty ? "the topics are still being read" : "no topic is called «\(typed)»", prefix + typed)] }
        return fits.prefix(CommandPalette.most).map { fit in
            Row(.instruction(.topic(fit.topic.id)), name: fit.topic.code, sentence: fit.topic.label,
                note: names.counts[fit.topic.id].map { $0.articles.counted("article", "articles") } ?? "",
                fill: prefix + fit.topic.id.rawValue)
        }
    }

    private func orders(_ typed: String, _ prefix: String) -> [Row] {
        let match = FuzzyMatch(typed)
        let fits = orders.filter { match.rank(code: $0.rawValue, label: $0.rawValue) != nil }
        guard !fits.isEmpty else {
            return [refusal("no order is called «\(typed)»: " + orders.map(\.rawValue).joined(separator: ", "), prefix + typed)]
        }
        return fits.map { Row(.instruction(.sort($0)), name: $0.rawValue, sentence: $0.explanation, fill: prefix + $0.rawValue) }
    }

    func themes(_ typed: String, _ prefix: String) -> [Row] {
        let match = FuzzyMatch(typed)
        let fits = themes.enumerated().compactMap { place, theme in
            match.rank(code: theme.name, label: theme.name + " " + theme.note).map { (rank: $0, place: place, theme: theme) }
        }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.theme)
        guard !fits.isEmpty else { return [refusal("no theme is called «\(typed)»", prefix + typed)] }
        return fits.map { theme in
            Row(.instruction(.theme(theme)), name: theme.name, sentence: theme.palette?.name ?? "", note: theme.note, fill: prefix + theme.name)
        }
    }

    private func openings(_ typed: String, _ prefix: String) -> [Row] {
        let match = FuzzyMatch(typed)
        let fits = articles.enumerated().compactMap { place, row in
            match.rank(code: row.name, label: row.shownTitle).map { (rank: $0, place: place, row: row) }
        }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
        let rows = fits.prefix(50).map { fit in
            Row(.instruction(.open(fit.row.id)), name: fit.row.name, sentence: fit.row.shownTitle,
                note: (fit.row.published ?? fit.row.sortDate).withoutTime.description, fill: prefix + fit.row.name)
        }
        let isID = !typed.isEmpty && typed.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        guard rows.isEmpty || (isID && !rows.contains { $0.name == typed.lowercased() }) else { return rows }
        guard isID else { return [typed.isEmpty ? hint(.open, prefix) : refusal("no article of this list is called so, and it is no id", prefix + typed)] }
        return rows + [Row(.instruction(.openNamed(typed)), name: typed, sentence: "Open the article whose id begins so", fill: prefix + typed)]
    }

    // MARK: Queries

    /// What is typed, read as a query, and what completes it.
    private func query(_ typed: String, _ prefix: String, _ make: (String) -> Instruction) -> [Row] {
        let trimmed = typed.trimmed
        var rows: [Row] = []
        do throws(QueryError) {
            _ = try Question(trimmed)
            let isFilter = if case .filter = make("") { true } else { false }
            if !trimmed.isEmpty {
                rows.append(Row(.instruction(make(trimmed)), name: trimmed, sentence: isFilter ? "List what this finds" : "Search for this", fill: prefix + typed))
            } else if isFilter {
                rows.append(Row(.instruction(make("")), name: "all articles", sentence: "Show all again", fill: prefix))
            }
        } catch {
            rows.append(refusal("\(error.why), at character \(error.character(in: trimmed)); \(error.remedy)", prefix + typed))
        }
        let length = typed.utf8.count
        let offers = Completion.at(length, of: typed, from: names, limit: 50).filter { $0.text != typed.bytes($0.range) }
        return rows + offers.map { offer in
            Row(.fill, name: offer.text, sentence: offer.help, note: "Tab", fill: prefix + typed.bytes(0..<offer.range.lowerBound) + offer.text)
        }
    }

    private func dates(_ field: String, _ typed: String, _ prefix: String) -> [Row] {
        guard typed.isEmpty else { return query(typed, prefix) { .filter("\(field):\($0)") }.filter { $0.act != .fill } .map { checked($0, field, typed) } }
        let years = Set(articles.map { ($0.published ?? $0.sortDate).year }).sorted(by: >).prefix(5).map { (String($0), "the year \($0)") }
        let spans = field == "since" ? [("7d", "the last seven days"), ("1m", "the last month"), ("1y", "the last year")] : []
        return (spans + years).map { word, help in
            Row(.instruction(.filter("\(field):\(word)")), name: word, sentence: help, fill: prefix + word)
        }
    }

    /// A date that the query language does not read is refused with its words.
    private func checked(_ row: Row, _ field: String, _ typed: String) -> Row {
        do throws(QueryError) {
            _ = try Question("\(field):\(typed)")
            return row
        } catch {
            return refusal("\(error.why); \(error.remedy)", row.fill)
        }
    }

    // MARK: Export

    private func exports(_ typed: String, _ prefix: String) -> [Row] {
        let parts = typed.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let format = ExportFormat(rawValue: parts[0]) else {
            let fits = ExportFormat.allCases.filter { $0.rawValue.hasPrefix(parts.first ?? "") }
            guard !fits.isEmpty else {
                return [refusal("no format is called «\(typed)»: " + ExportFormat.allCases.map(\.rawValue).joined(separator: ", "), prefix + typed)]
            }
            return fits.map { Row(.fill, name: $0.rawValue, sentence: $0.explanation, note: "FILE…", fill: "\(prefix)\($0.rawValue) ") }
        }
        let path = parts[1].trimmed
        let offered = files.map { $0.paths.filter { $0.hasPrefix(path) && $0 != path } } ?? []
        let completions = offered.prefix(50).map { Row(.fill, name: $0, sentence: "", note: "Tab", fill: "\(prefix)\(format.rawValue) \($0)") }
        guard !path.isEmpty, !path.hasSuffix("/") else {
            return [Row(.fill, name: "FILE", sentence: "Type where it is to be written", fill: prefix + typed)] + completions
        }
        return [Row(.instruction(.export(format, file: path)), name: path, sentence: "Write \(format.explanation) there", fill: prefix + typed)] + completions
    }
}

extension ExportFormat {
    /// What is in it, in a few words.
    var explanation: String {
        switch self {
        case .jsonl: "everything you made, to be imported again"
        case .jsonld: "your passages as Web Annotations"
        case .markdown: "your passages by article, to be read"
        case .csv: "your passages, one a row"
        }
    }
}
