import Formats
import Glibc
import Workers

/// How a sync goes about its work.
public struct SyncOptions: Sendable {
    /// Which files are read although they are as they were.
    public enum Rereading: Hashable, Sendable, CaseIterable {
        case none
        /// Those that could not be read: what a newer version of the program can read is then taken in.
        case failed
        case all
    }

    public var rereading = Rereading.none
    /// Threads that read and tag; as many as there are processors where it is nothing.
    public var workers: Int?
    public var limits = FormatLimits()
    /// How files are read whose readers stand on parsers in C.
    public var processes = WorkerOptions()
    /// Bytes of files that may be held at once, one file apart.
    public var memory = 64 << 20
    /// Folders inside folders.
    public var depth = 64
    /// Files that the largest batch holds. The first are smaller, so that something is to be seen soon.
    public var batchSize = 256
    /// Seconds between two reports of progress.
    public var interval = 0.05
    /// Seconds from any beginning, never going back.
    public var clock: @Sendable () -> Double

    public init(clock: @escaping @Sendable () -> Double = SyncOptions.steadyClock) { self.clock = clock }

    /// The system's own, which no change of the date disturbs.
    public static let steadyClock: @Sendable () -> Double = {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    var workerCount: Int { max(1, workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
