import Documents
import Formats
import Glibc

/// Measures, in this process, what reading pages takes beside Gumbo's own parse of them, in turn: in processor time, so that what
/// else the machine does counts less.
struct PageTimes {
    private static let rounds = 5
    private let paths: ArraySlice<String>

    init(_ paths: ArraySlice<String>) { self.paths = paths }

    /// Prints the means over all pages, of the best of some rounds each. Whether all could be read.
    func measure() -> Bool {
        var (reading, parsing, count) = (0.0, 0.0, 0)
        for path in paths {
            guard let file = OneFile(path).source else { return false }
            var best = (reading: Double.infinity, parsing: Double.infinity)
            for _ in 0..<Self.rounds {
                best.reading = min(best.reading, Self.time { _ = try? HTMLReader.page(file) })
                best.parsing = min(best.parsing, Self.time { HTMLReader.parseAlone(file.bytes) })
            }
            reading += best.reading
            parsing += best.parsing
            count += 1
        }
        guard count > 0 else { return false }
        let scale = 1_000 / Double(count)
        print("\(count) pages: reading \(Self.rounded(reading * scale)) ms, Gumbo's parse alone \(Self.rounded(parsing * scale)) ms a page in the mean, \(Self.rounded(reading / parsing)) times as much")
        return true
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private static func time(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        work()
        return now() - start
    }
}
