import Glibc

/// How fast a merge may go, and whether it is still wanted.
final class MergePace {
    /// Postings' positions between two looks.
    private static let stride = 1 << 12

    private let cancellation: SearchCancellation?
    /// Positions a second; nothing for as many as it can.
    private let rate: Int?
    private let pause: (Double) -> Void
    private var done = 0

    /// A merge at most at `rate` words a second: between pieces of work `pause` is called with the seconds to wait.
    init(
        cancellation: SearchCancellation? = nil, rate: Int? = nil,
        pause: @escaping (Double) -> Void = { usleep(UInt32(max(0, min($0, 1)) * 1_000_000)) }
    ) {
        self.cancellation = cancellation
        self.rate = rate
        self.pause = pause
    }

    /// Counts work. Throws ``SearchCancelled`` once that is wanted.
    @inline(__always)
    func step(_ work: Int) throws {
        done += work + 1
        if done >= Self.stride { try look() }
    }

    private func look() throws {
        if cancellation?.isCancelled == true { throw SearchCancelled() }
        if let rate { pause(Double(done) / Double(max(1, rate))) }
        done = 0
    }
}
