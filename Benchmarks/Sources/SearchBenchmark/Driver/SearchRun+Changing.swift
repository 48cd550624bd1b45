import Corpus
import Foundation

extension SearchRun {
    private static let addings = 10
    private static let imported = 10_000
    private static let settling = 5.0

    /// One article after another, each with a word of its own by which it is looked for.
    func measureAdding(_ result: inout EngineResult, _ command: [String], _ folder: String) throws {
        let (worker, _) = try open(command, folder)
        let times = try add(0..<Self.addings, worker, &result)
        result.firstAdding = times.first ?? .nan
        result.adding.add(Array(times.dropFirst()))
        if try worker.ask(WorkerRequest(action: .merge)).unsupported == nil {
            result.addingWhileMerging.add(try add(Self.addings..<2 * Self.addings, worker, &result))
        }
        try worker.end()
    }

    /// How long each of the articles took to be found.
    private func add(_ numbers: Range<Int>, _ worker: WorkerProcess, _ result: inout EngineResult) throws -> [Double] {
        var times: [Double] = []
        for number in numbers {
            let answer = try worker.ask(WorkerRequest(action: .add, article: added(number)))
            guard let visible = answer.visible else {
                result.notes.append("adding: \(answer.failure ?? answer.unsupported ?? "no answer")")
                break
            }
            times.append(visible)
        }
        return times
    }

    /// Asks while another process imports, and before.
    func measureImporting(_ result: inout EngineResult, _ command: [String], _ folder: String) throws {
        let (worker, _) = try open(command, folder)
        // A sample of all classes; what is slow by itself would be asked a few times only.
        let asked = queries.enumerated().filter { $0.offset % 4 == 0 && $0.element.order == .ranked }.map(\.element)
        let idle = Date()
        try ask(asked, worker, &result.idle) { Date().timeIntervalSince(idle) < Self.settling }
        let first = corpus.count + 2 * Self.addings
        let count = min(Self.imported, max(1_000, corpus.count / 10))
        let importing = ImportThread { [self] in try feed(first..<first + count, to: command, folder) }
        try ask(asked, worker, &result.importing) { !importing.isOver }
        result.importSpeed = Double(count) / (try importing.result().wall)
        try worker.end()
    }

    /// Asks all queries in turn, again and again. Only whole rounds count, since half of one may lack the slow queries: the
    /// figures of two calls are of the same queries then. What is too slow for one round gives what there is.
    private func ask(_ asked: [BenchmarkQuery], _ worker: WorkerProcess, _ times: inout Times, while goesOn: () -> Bool) throws {
        while goesOn() {
            var round: [Double] = []
            var isWhole = true
            for query in asked {
                isWhole = goesOn()
                guard isWhole else { break }
                let answer = try worker.ask(WorkerRequest(action: .search, query: query, runs: 1, seconds: 0))
                if let failure = answer.failure { throw WorkerFailed(reason: "while importing: \(failure)") }
                round += answer.wall ?? []
            }
            if isWhole || times.values.isEmpty { times.add(round) }
        }
    }

    private func added(_ index: Int) -> AddedArticle {
        let article = corpus.article(corpus.count + index)
        let word = "zyqzyq" + String(repeating: "x", count: index + 1)
        return AddedArticle(
            number: article.number, date: article.date, publisher: article.publisher, title: String(decoding: article.title, as: UTF8.self),
            deck: String(decoding: article.deck, as: UTF8.self), body: String(decoding: article.body, as: UTF8.self) + " " + word,
            uniqueWord: word)
    }
}

/// An import on a thread of its own.
private final class ImportThread: @unchecked Sendable {
    private let lock = NSLock()
    private var outcome: Result<BuildFigures, any Error>?

    init(_ work: @escaping @Sendable () throws -> BuildFigures) {
        Thread.detachNewThread { [self] in
            let outcome = Result(catching: work)
            lock.withLock { self.outcome = outcome }
        }
    }

    var isOver: Bool { lock.withLock { outcome != nil } }

    func result() throws -> BuildFigures {
        guard let outcome = lock.withLock({ outcome }) else { throw WorkerFailed(reason: "the import is not over") }
        return try outcome.get()
    }
}
