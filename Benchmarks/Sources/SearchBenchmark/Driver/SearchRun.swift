import Corpus
import Foundation

/// One run of the comparison: a corpus, its queries, and a folder in which built indexes are kept from run to run.
struct SearchRun {
    let corpus: Corpus
    let queries: [BenchmarkQuery]
    let tools: EngineTools
    /// `SCRATCH/ARTICLES-SEED`.
    let folder: String
    let runs: Int
    let secondsAQuery: Double

    /// Measures an engine from building to importing.
    func result(of engine: Engine, command: [String]) throws -> EngineResult {
        var result = EngineResult(engine: engine, build: try build(engine, command))
        try measureOpening(&result, command)
        try measureMemory(&result, command)
        try measureClasses(&result, command)
        if engine != .ripgrep {
            try onCopy(of: engine) { copy in
                try measureAdding(&result, command, copy)
                try measureImporting(&result, command, copy)
            }
        }
        return result
    }

    func place(of engine: Engine) -> String { folder + "/" + engine.rawValue }

    /// Runs `body` with a copy of the index, so that the one that is kept stays as it was built.
    private func onCopy(of engine: Engine, _ body: (String) throws -> Void) throws {
        let copy = place(of: engine) + ".copy"
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: place(of: engine), toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try body(copy)
    }
}
