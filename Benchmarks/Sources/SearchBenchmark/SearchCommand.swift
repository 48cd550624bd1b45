import ArgumentParser
import Corpus
import Foundation

/// Compares the search index with other engines over one made corpus.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search: ours beside SQLite's FTS5, tantivy, Xapian and ripgrep.",
        discussion: """
            Built indexes stay in the scratch folder and are used again by later runs with the same number of articles and seed; delete \
            the folder of an engine and the file beside it to build it anew. What an engine needs and is missing is said, and the engine left out.
            """)

    @Option(help: "How many articles the corpus has.")
    var articles = 10_000

    @Option(help: "What the corpus and the queries are made from.")
    var seed: UInt64 = 2_026

    @Option(help: "What is compared: \(Engine.allCases.map(\.rawValue).joined(separator: ", ")), with commas between.")
    var engines = "ours,fts5,tantivy"

    @Option(help: "How many queries a class has.")
    var queries = 20

    @Option(help: "How often each query is measured at most.")
    var runs = 5

    @Option(help: "The seconds after which a query is not measured once more.")
    var seconds = 1.0

    @Option(help: "The folder in which built indexes and results are kept.")
    var scratch: String

    @Option(help: "A Python to look for modules in, before python3; may be given again.")
    var python: [String] = []

    @Option(help: "Where the workers written in Python are.")
    var scripts = "Benchmarks/Python"

    @Flag(help: "Only build what is not built yet.")
    var buildOnly = false

    func run() throws {
        // A worker that has ended is noticed where it is written to.
        signal(SIGPIPE, SIG_IGN)
        let chosen = try chosenEngines()
        let corpus = Corpus(seed: seed, count: articles)
        var picker = QueryPicker(corpus: corpus)
        let run = SearchRun(
            corpus: corpus, queries: picker.queries(queries), tools: tools, folder: scratch + "/\(articles)-\(seed)", runs: runs,
            secondsAQuery: seconds)
        try FileManager.default.createDirectory(atPath: run.folder, withIntermediateDirectories: true)
        try note(run.queries, in: run.folder)
        var results: [EngineResult] = []
        for (engine, command) in chosen {
            do {
                if buildOnly { _ = try run.build(engine, command) } else { results.append(try run.result(of: engine, command: command)) }
                // After each engine, so that a run that is ended leaves what it found.
                try JSONEncoder().encode(results).write(to: URL(fileURLWithPath: run.folder + "/results.json"))
            } catch let failure as WorkerFailed {
                // One engine that fails does not cost what the others have shown.
                say("\(engine.rawValue) is left out: \(failure.reason)")
            }
        }
        guard !buildOnly else { return }
        print("\(articles) articles from seed \(seed), \(queries) queries a class\n")
        for line in SearchReport(results: results, articles: articles).lines { print(line) }
    }

    private var tools: EngineTools {
        EngineTools(
            program: CommandLine.arguments[0].contains("/") ? CommandLine.arguments[0] : "/proc/self/exe", scripts: scripts,
            pythons: python + ["/usr/bin/python3"])
    }

    private func chosenEngines() throws -> [(Engine, [String])] {
        try engines.split(separator: ",").compactMap { name in
            guard let engine = Engine(rawValue: String(name)) else { throw ValidationError("There is no engine «\(name)».") }
            guard articles <= engine.mostArticles else {
                say("\(name) is left out: it takes hours beyond \(engine.mostArticles) articles")
                return nil
            }
            switch engine.command(tools) {
            case .success(let command): return (engine, command)
            case .failure(let missing):
                say(missing.reason)
                return nil
            }
        }
    }

    /// Keeps the queries beside the indexes, so that a figure can be looked into.
    private func note(_ queries: [BenchmarkQuery], in folder: String) throws {
        let lines = queries.map { "\($0.order.rawValue)\t\($0.queryClass.name)\t\($0.description)\n" }.joined()
        try Data(lines.utf8).write(to: URL(fileURLWithPath: folder + "/queries.txt"))
    }
}
