extension SearchReport {
    /// A figure beside what it should be.
    struct Verdict {
        var isMet: Bool
        var sentence: String
    }

    var verdictHead: String {
        articles == SearchTargets.articles
            ? "What was asked for"
            : "What was asked for at \(SearchTargets.articles) articles; these are \(articles)"
    }

    var verdicts: [Verdict] {
        guard let ours = results.first(where: { $0.engine == .ours }) else { return [] }
        let classes = AnswerOrder.allCases.flatMap { order in QueryClass.allCases.map { ($0, order) } }
        return classes.flatMap { verdicts(of: ours, $0, $1) } + building(ours) + use(ours)
    }

    private func verdicts(of ours: EngineResult, _ queryClass: QueryClass, _ order: AnswerOrder) -> [Verdict] {
        guard let row = ours.row(queryClass, order), !row.cpu.values.isEmpty else {
            return [Verdict(isMet: false, sentence: "\(queryClass.name), \(order.rawValue): not answered")]
        }
        let name = "\(queryClass.name), \(order.rawValue)"
        var verdicts = [atMost("\(name): 95 %", row.cpu.percentile(0.95), SearchTargets.almostAll(queryClass, order), "ms")]
        if let median = SearchTargets.median(queryClass, order) { verdicts.append(atMost("\(name): median", row.cpu.median, median, "ms")) }
        if let fts5 = median(of: .fts5, queryClass, order), let times = SearchTargets.timesFTS5(queryClass, order) {
            verdicts.append(atLeast("\(name): times faster than FTS5", fts5 / row.cpu.median, times))
        }
        if let tantivy = median(of: .tantivy, queryClass, order) {
            verdicts.append(atLeast("\(name): times faster than tantivy", tantivy / row.cpu.median, 1))
        }
        return verdicts
    }

    private func median(of engine: Engine, _ queryClass: QueryClass, _ order: AnswerOrder) -> Double? {
        results.first { $0.engine == engine }?.row(queryClass, order).flatMap { $0.cpu.values.isEmpty ? nil : $0.cpu.median }
    }

    private func building(_ ours: EngineResult) -> [Verdict] {
        [
            atLeast("building: MB of text a second of processor time", ours.build.speed, SearchTargets.buildSpeed),
            atMost("building: private memory", Double(ours.build.memory ?? 0) / 1e6, Double(SearchTargets.buildMemory) / 1e6, "MB"),
            atMost("size of the index, times the text", Double(ours.build.size) / Double(max(ours.build.text, 1)), SearchTargets.indexShare, ""),
        ]
    }

    private func use(_ ours: EngineResult) -> [Verdict] {
        [
            atMost("opening and first answer: most", ours.firstAnswer.most, SearchTargets.firstAnswer, "ms"),
            atMost("private memory after 20 searches", Double(ours.memory) / 1e6, Double(SearchTargets.memory) / 1e6, "MB"),
            atMost("one more article visible: most", max(ours.firstAdding, ours.adding.most), SearchTargets.adding, "ms"),
            atMost("one more article visible while merging: most", ours.addingWhileMerging.most, SearchTargets.adding, "ms"),
            atMost(
                "95 % while importing, times idle", ours.importing.percentile(0.95) / ours.idle.percentile(0.95), SearchTargets.importing, ""),
        ]
    }

    private func atMost(_ name: String, _ value: Double, _ bound: Double, _ unit: String) -> Verdict {
        Verdict(isMet: value <= bound, sentence: "\(name) \(value.brief) (at most \(bound.brief)) \(unit)")
    }

    private func atLeast(_ name: String, _ value: Double, _ bound: Double) -> Verdict {
        Verdict(isMet: value >= bound, sentence: "\(name) \(value.brief) (at least \(bound.brief))")
    }
}
