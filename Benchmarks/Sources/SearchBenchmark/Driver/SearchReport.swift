/// The report of a run, as tables that are read in a terminal and in Markdown alike.
struct SearchReport {
    let results: [EngineResult]
    let articles: Int

    private var ours: EngineResult? { results.first { $0.engine == .ours } }

    var lines: [String] {
        var lines = results.map { "- \($0.engine.rawValue): \($0.engine.note)" + ($0.notes.isEmpty ? "" : "; " + $0.notes.joined(separator: "; ")) }
        lines += ["", "Thread processor time in milliseconds, first 20: median / 95 % / most"]
        for order in AnswerOrder.allCases { lines += [""] + Table(latencies(order)).lines }
        lines += ["", "Matches of all queries of a class together, and of their first twenty how many (newest) are those of \(results.first?.engine.rawValue ?? "the first")", ""]
        lines += Table(counts).lines
        lines += ["", "Building and use", ""] + Table(building).lines
        if ours != nil { lines += ["", verdictHead, ""] + verdicts.map { "- \($0.isMet ? "met" : "NOT MET"): \($0.sentence)" } }
        return lines
    }

    private func latencies(_ order: AnswerOrder) -> [[String]] {
        let ratios = ours == nil ? [] : results.filter { $0.engine != .ours && $0.engine != .ripgrep }
        var rows = [["class, \(order == .ranked ? "best" : "newest") 20"] + results.map(\.engine.rawValue) + ratios.map { "\($0.engine.rawValue) / ours" }]
        for queryClass in QueryClass.allCases {
            let own = ours?.row(queryClass, order)?.cpu.median ?? .nan
            rows.append(
                [queryClass.name]
                    + results.map { result in result.row(queryClass, order).map(Self.times) ?? "–" }
                    + ratios.map { (($0.row(queryClass, order)?.cpu.median ?? .nan) / own).brief })
        }
        return rows
    }

    private static func times(_ row: EngineResult.Row) -> String {
        guard !row.cpu.values.isEmpty else { return "–" }
        return [row.cpu.median, row.cpu.percentile(0.95), row.cpu.most].map(\.brief).joined(separator: " / ")
    }

    private var counts: [[String]] {
        var rows = [["class"] + results.map { "\($0.engine.rawValue)" } + results.dropFirst().map { "same newest: \($0.engine.rawValue)" }]
        for queryClass in QueryClass.allCases {
            let first = results.first?.row(queryClass, .newest)?.tops ?? []
            rows.append(
                [queryClass.name]
                    + results.map { result in
                        let counts = result.row(queryClass, .ranked)?.counts ?? []
                        return counts.isEmpty ? "–" : "\(counts.reduce(0, +))"
                    }
                    + results.dropFirst().map { Self.agreement(first, $0.row(queryClass, .newest)?.tops ?? []) })
        }
        return rows
    }

    private static func agreement(_ first: [[Int]], _ other: [[Int]]) -> String {
        guard !other.isEmpty, first.count == other.count else { return "–" }
        let all = first.reduce(0) { $0 + $1.count }
        let same = zip(first, other).reduce(0) { $0 + Set($1.0).intersection($1.1).count }
        return "\(same) of \(all)"
    }

    private var building: [[String]] {
        func row(_ name: String, _ value: (EngineResult) -> String) -> [String] { [name] + results.map(value) }
        return [
            [""] + results.map(\.engine.rawValue),
            row("text, MB") { (Double($0.build.text) / 1e6).brief },
            row("built, MB of text a second of processor time") { $0.build.speed.brief },
            row("built in, seconds of processor time / on the clock") { "\($0.build.cpu.brief) / \($0.build.wall.brief)" },
            row("most private memory meanwhile, MB") { (Double($0.build.memory ?? 0) / 1e6).brief },
            row("size, times the text") { (Double($0.build.size) / Double($0.build.text)).brief },
            row("size by part, times the text") { result in
                result.build.parts.sorted { $1.value < $0.value }.prefix(12)
                    .map { "\($0.key) \((Double($0.value) / Double(result.build.text)).brief)" }.joined(separator: ", ")
            },
            row("cold process: opening, ms") { $0.opening.median.brief },
            row("opening and first answer, ms: median / most") { "\($0.firstAnswer.median.brief) / \($0.firstAnswer.most.brief)" },
            row("the same, index not in the page cache") { "\($0.firstAnswerFromDisk.median.brief) / \($0.firstAnswerFromDisk.most.brief)" },
            row("from the start of the process, ms") { $0.fromStart.median.brief },
            row("private memory after 20 searches, MB") { (Double($0.memory) / 1e6).brief },
            row("one more article visible, ms: first / median / most") { "\($0.firstAdding.brief) / \($0.adding.median.brief) / \($0.adding.most.brief)" },
            row("the same while all of the index is merged") { "\($0.addingWhileMerging.median.brief) / \($0.addingWhileMerging.most.brief)" },
            row("mixed queries, clock, idle, ms: median / 95 %") { "\($0.idle.median.brief) / \($0.idle.percentile(0.95).brief)" },
            row("the same while an import runs") { "\($0.importing.median.brief) / \($0.importing.percentile(0.95).brief)" },
            row("imported meanwhile, articles a second") { $0.importSpeed.brief },
        ]
    }
}

/// Rows of cells as a table; the first row is its head.
struct Table {
    let rows: [[String]]

    init(_ rows: [[String]]) { self.rows = rows }

    var lines: [String] {
        guard let head = rows.first else { return [] }
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            "| " + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return [line(head), rule] + rows.dropFirst().map(line)
    }
}
