import Search
import Synchronization

/// Analysers that have met the library's words already. Each is used by one thread at a time; with them a search need not
/// fold and stem every word of what it found anew.
final class AnalyserPool: Sendable {
    /// Handed from thread to thread by the lock of the pool, and used by none but its holder.
    private struct Idle: @unchecked Sendable {
        let analyser: WordAnalyser
    }

    private static let most = 4
    private let idle = Mutex<[Idle]>([])

    /// Runs `work` with an analyser of its own.
    func withAnalyser<Value>(_ work: (WordAnalyser) throws -> Value) rethrows -> Value {
        let analyser = idle.withLock { $0.popLast() }?.analyser ?? WordAnalyser()
        let returned = Idle(analyser: analyser)
        defer {
            idle.withLock { idle in
                if idle.count < Self.most { idle.append(returned) }
            }
        }
        return try work(analyser)
    }
}
