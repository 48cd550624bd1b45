import ArgumentParser

/// The process in which an engine is measured that is linked into this program.
struct SearchWorkerCommand: ParsableCommand {
    enum Action: String, ExpressibleByArgument {
        /// Build from the articles on standard input.
        case build
        /// Answer the requests on standard input.
        case answer
    }

    static let configuration = CommandConfiguration(
        commandName: "search-worker", abstract: "What `search` starts for each engine.", shouldDisplay: false)

    @Argument var engine: Engine
    @Argument var action: Action
    @Argument var folder: String

    func run() throws {
        let worker = try Self.worker(engine)
        switch action {
        case .build: try WorkerLoop.build(worker, folder: folder)
        case .answer: try WorkerLoop.answer(worker, folder: folder)
        }
    }

    private static func worker(_ engine: Engine) throws -> any SearchWorker.Type {
        switch engine {
        case .ours: IndexWorker.self
        case .fts5: FullTextWorker.self
        case .fts5newest: FullTextNewestWorker.self
        case .tantivy, .xapian, .ripgrep: throw ValidationError("\(engine.rawValue) has a worker elsewhere.")
        }
    }
}
