import Corpus
import Foundation

extension SearchRun {
    /// The figures of the index, which is built where an earlier run has not done so.
    func build(_ engine: Engine, _ command: [String]) throws -> BuildFigures {
        let noted = place(of: engine) + ".json"
        if let data = FileManager.default.contents(atPath: noted) { return try JSONDecoder().decode(BuildFigures.self, from: data) }
        try? FileManager.default.removeItem(atPath: place(of: engine))
        try FileManager.default.createDirectory(atPath: place(of: engine), withIntermediateDirectories: true)
        say("building \(engine.rawValue) …")
        let figures = try feed(0..<corpus.count, to: command, place(of: engine))
        try JSONEncoder().encode(figures).write(to: URL(fileURLWithPath: noted))
        return figures
    }

    /// Starts a worker that builds, and hands it articles.
    func feed(_ numbers: Range<Int>, to command: [String], _ folder: String) throws -> BuildFigures {
        let worker = try WorkerProcess(command + ["build", folder])
        let watch = MemoryWatch(worker.identifier)
        for number in numbers { try worker.send(ArticleStream.bytes(of: corpus.article(number))) }
        try worker.endInput()
        var figures = try worker.answer(BuildFigures.self)
        figures.memory = watch.most()
        try worker.end()
        guard figures.articles == numbers.count else { throw WorkerFailed(reason: "the worker took \(figures.articles) of \(numbers.count) articles") }
        return figures
    }
}

/// Says on standard error how far the run is.
func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
}
