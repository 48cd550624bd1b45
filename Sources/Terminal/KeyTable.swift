/// The sequences that terminfo gives for the keys of a terminal.
///
/// Most terminals send what xterm sends, which `ControlSequence` understands anyway; this is for the others.
struct KeyTable {
    private var keys: [ArraySlice<UInt8>: Key] = [:]
    private var prefixes: Set<ArraySlice<UInt8>> = []
    private var longest = 0

    /// - Parameter capability: the string of a terminfo capability, nil where the terminal lacks it.
    init(_ capability: (String) -> [UInt8]?) {
        for (name, key) in KeyTable.capabilities {
            if let sequence = capability(name) { add(sequence, key) }
        }
    }

    /// Only sequences that begin with ESC, since whatever else begins with is a key by itself.
    private mutating func add(_ sequence: [UInt8], _ key: Key) {
        guard sequence.count > 1, sequence[0] == 0x1B, keys[sequence[...]] == nil else { return }
        keys[sequence[...]] = key
        longest = max(longest, sequence.count)
        for count in 1..<sequence.count { prefixes.insert(sequence[..<count]) }
    }

    enum Match: Equatable {
        case key(Key, length: Int)
        /// More bytes may make it one.
        case partial
        case none
    }

    /// The longest key that `bytes` begins with.
    /// - Parameter isFinal: no more bytes come soon.
    func match(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Match {
        var best = Match.none
        for count in 1...max(1, min(bytes.count, longest)) {
            let head = bytes.prefix(count)
            if let key = keys[head] { best = .key(key, length: count) }
            guard prefixes.contains(head) else { return best }
            if count == bytes.count { return isFinal ? best : .partial }
        }
        return best
    }

    private static let capabilities: [(String, Key)] = {
        var all: [(String, Key)] = [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter), ("kri", .named(.up, .shift)), ("kind", .named(.down, .shift)),
        ]
        all += (1...20).map { ("kf\($0)", .function($0)) }
        for (name, key) in modified {
            all.append((name, .named(key, .shift)))
            for code in 3...8 { all.append(("\(name)\(code)", .named(key, Modifiers(code: code)))) }
        }
        return all
    }()

    /// Capabilities with Shift, to which xterm's number for other modifiers is added.
    private static let modified: [(String, Key.Named)] = [
        ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
        ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
    ]
}

extension Modifiers {
    /// xterm's number for modifiers: one more than a mask of Shift, Alt, Ctrl and Meta, which we take for Alt.
    init(code: Int) {
        let mask = code > 0 ? code - 1 : 0
        self = []
        if mask & 1 != 0 { insert(.shift) }
        if mask & 10 != 0 { insert(.alt) }
        if mask & 4 != 0 { insert(.control) }
    }
}
