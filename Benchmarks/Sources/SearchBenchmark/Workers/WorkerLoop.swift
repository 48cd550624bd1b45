import Corpus
import Foundation

/// What every worker written in Swift does: builds, or answers line by line.
enum WorkerLoop {
    static func build(_ worker: any SearchWorker.Type, folder: String) throws {
        let wall = ContinuousClock.now
        let (articles, text) = try worker.build(folder, from: ArticleStreamReader())
        var figures = BuildFigures(articles: articles, text: text)
        figures.wall = (ContinuousClock.now - wall).seconds
        figures.cpu = ProcessorTime.process()
        figures.parts = try worker.parts(folder)
        try say(figures)
    }

    static func answer(_ worker: any SearchWorker.Type, folder: String) throws {
        let start = ContinuousClock.now
        let engine = try worker.init(opening: folder)
        try say(WorkerAnswer(opened: (ContinuousClock.now - start).milliseconds))
        while let line = readLine() {
            let request = try JSONDecoder().decode(WorkerRequest.self, from: Data(line.utf8))
            do {
                try say(answer(request, engine))
            } catch {
                try say(WorkerAnswer(failure: String(describing: error)))
            }
        }
    }

    private static func answer(_ request: WorkerRequest, _ engine: any SearchWorker) throws -> WorkerAnswer {
        switch request.action {
        case .search:
            guard let query = request.query else { throw BrokenStream() }
            return try search(query, request, engine)
        case .add:
            guard let article = request.article else { throw BrokenStream() }
            return try add(article, engine)
        case .merge:
            return try engine.mergeInBackground() ? WorkerAnswer() : WorkerAnswer(unsupported: "no merging in the background")
        }
    }

    private static func search(_ query: BenchmarkQuery, _ request: WorkerRequest, _ engine: any SearchWorker) throws -> WorkerAnswer {
        var (cpu, wall, top): ([Double], [Double], [Int]) = ([], [], [])
        let begin = ContinuousClock.now
        while cpu.count <= request.runs {
            let (start, thread) = (ContinuousClock.now, ProcessorTime.thread())
            guard let found = try engine.search(query) else { return WorkerAnswer(unsupported: "no such query") }
            cpu.append((ProcessorTime.thread() - thread) * 1_000)
            wall.append((ContinuousClock.now - start).milliseconds)
            top = found
            if (ContinuousClock.now - begin).seconds > request.seconds { break }
        }
        // The first run warms up; it counts where it took so long that no other followed.
        let warm = cpu.count > 1 ? 1 : 0
        var answer = WorkerAnswer(cpu: Array(cpu[warm...]), wall: Array(wall[warm...]), top: top)
        if request.isCounted { answer.count = try engine.count(query) }
        return answer
    }

    private static func add(_ added: AddedArticle, _ engine: any SearchWorker) throws -> WorkerAnswer {
        let article = CorpusArticle(
            number: added.number, date: added.date, publisher: added.publisher, title: Array(added.title.utf8),
            deck: Array(added.deck.utf8), body: Array(added.body.utf8))
        let query = BenchmarkQuery(queryClass: .rareTerm, order: .newest, kind: .all, words: [.init(text: added.uniqueWord)])
        let start = ContinuousClock.now
        try engine.add(article)
        guard try engine.search(query) == [added.number] else { return WorkerAnswer(failure: "the added article was not found") }
        return WorkerAnswer(visible: (ContinuousClock.now - start).milliseconds)
    }

    private static func say(_ message: some Encodable) throws {
        FileHandle.standardOutput.write(try JSONEncoder().encode(message) + Data("\n".utf8))
    }
}

/// Processor time in seconds.
enum ProcessorTime {
    static func thread() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }
    static func process() -> Double { time(CLOCK_PROCESS_CPUTIME_ID) }

    private static func time(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
    var milliseconds: Double { seconds * 1_000 }
}
