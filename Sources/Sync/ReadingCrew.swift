import Articles
import Formats
import Library
import Topics
import Workers

/// Threads that read files, handing the results over in the order of the files.
///
/// They run ahead of who takes the results by a bounded number of files and of bytes, so that memory does not grow with
/// the folder.
final class ReadingCrew: Sendable {
    private struct State {
        var next = 0
        var taken = 0
        var bytes = 0
        var results: [Int: ReadResult] = [:]
        var isStopped = false
    }

    private static let window = 512
    private let files: [FoundFile]
    private let memory: Int
    private let state: Monitor<State>
    private let threads: Monitor<[CrewThread]>

    init(_ files: [FoundFile], workers: Int, memory: Int, makeReader: @escaping @Sendable () -> FileReader) {
        self.files = files
        self.memory = memory
        state = Monitor(State())
        threads = Monitor([])
        let started = (0..<max(1, min(workers, files.count))).compactMap { _ in
            CrewThread { [self] in work(makeReader()) }
        }
        threads.update { $0 = started }
    }

    /// Whether the system gave no thread at all.
    var isEmpty: Bool { threads.update { $0.isEmpty } }

    private func work(_ reader: FileReader) {
        while let index = nextIndex() {
            let result = reader.read(files[index], looksForMoves: true)
            state.update { $0.results[index] = result }
        }
    }

    /// The next file, as soon as there is room for it; nothing when there is no more to do.
    private func nextIndex() -> Int? {
        state.wait { state in
            if state.isStopped || state.next >= files.count { return .some(nil) }
            let size = Int(files[state.next].stamp.size)
            let isFirst = state.next == state.taken
            guard isFirst || (state.next < state.taken + Self.window && state.bytes + size <= memory) else {
                return nil
            }
            state.bytes += size
            state.next += 1
            return state.next - 1
        }
    }

    /// The result of the file at `index`. Each is taken once, in order.
    func result(_ index: Int) -> ReadResult {
        state.wait { state in
            guard let result = state.results.removeValue(forKey: index) else { return nil }
            state.taken = index + 1
            state.bytes -= Int(files[index].stamp.size)
            return result
        }
    }

    /// Has the threads end after the files that they are at, and waits for them.
    func stop() {
        state.update { $0.isStopped = true }
        for thread in threads.update({ $0 }) { thread.join() }
    }
}
