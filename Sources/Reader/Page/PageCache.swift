import Synchronization

/// What a page has laid out so far. It changes how fast the page answers, never what.
final class PageCache: Sendable {
    /// The most lines kept; beyond, all are let go, and laid out again when they are asked for.
    static let mostLines = 40_000

    private struct Kept {
        var lines: [Int: [PageLine]] = [:]
        var lineCount = 0
        /// The number of lines before each part, as far as it is known.
        var before = [0]
        var layouts = 0
    }

    private let kept = Mutex(Kept())

    /// How many parts were laid out so far, those laid out again included.
    var layouts: Int { kept.withLock { $0.layouts } }

    /// The lines of a part, made by `make` unless they are there.
    func lines(of item: Int, make: () -> [PageLine]) -> [PageLine] {
        if let lines = kept.withLock({ $0.lines[item] }) { return lines }
        let lines = make()
        kept.withLock { kept in
            if kept.lineCount + lines.count > Self.mostLines {
                kept.lines.removeAll()
                kept.lineCount = 0
            }
            kept.layouts += 1
            if kept.lines.updateValue(lines, forKey: item) == nil { kept.lineCount += lines.count }
        }
        return lines
    }

    /// The known numbers of lines before each part, from the first on; one more than the parts they cover.
    var before: [Int] { kept.withLock { $0.before } }

    /// How many parts are covered, and the number of lines in them.
    var covered: (items: Int, lines: Int) { kept.withLock { ($0.before.count - 1, $0.before.last ?? 0) } }

    /// The number of lines before `item`, where it is known.
    func before(_ item: Int) -> Int? {
        kept.withLock { $0.before.indices.contains(item) ? $0.before[item] : nil }
    }

    /// Says that the part after those covered has `count` lines, unless another thread was first.
    func cover(_ item: Int, count: Int) {
        kept.withLock { kept in
            if kept.before.count - 1 == item { kept.before.append((kept.before.last ?? 0) + count) }
        }
    }

    /// The covered part that holds line `number`, and the number of lines before it.
    func item(holding number: Int) -> (item: Int, before: Int)? {
        kept.withLock { kept in
            guard number >= 0, number < kept.before.last ?? 0 else { return nil }
            let after = (0..<kept.before.count).partition { kept.before[$0] > number }
            return (after - 1, kept.before[after - 1])
        }
    }
}
