/// Words that say what a passage is not about: «unrelated to extradition», «as opposed to phishing», «not a data breach».
struct Contrast {
    /// How much of a match is left.
    enum Strength: Int, Comparable {
        case none, partial, full

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// The most bytes and words between such words and the match.
    private enum Reach {
        static let bytes = 40
        static let words = 3
    }

    private static let full = [
        "unrelated to", "not related to", "nothing to do with", "no bearing on", "as opposed to", "not about", "not a", "not an",
        "sans rapport avec", "rien à voir avec", "par opposition à", "par opposition aux", "no relacionado con", "nada que ver con",
        "a diferencia de",
    ].map { Array($0.utf8) }
    private static let partial = [
        "rather than", "instead of", "unlike", "other than", "distinct from", "different from", "in contrast to", "in contrast with",
        "plutôt que", "au lieu de", "contrairement à", "en lugar de", "en vez de",
    ].map { Array($0.utf8) }

    let text: Bytes.Text

    /// Whether such words stand before the match that starts at `start`, in its clause.
    func strength(before start: Int) -> Strength {
        let first = max(0, start - Reach.bytes)
        var window = first..<start
        if let edge = window.last(where: { CitedBlock.isBreak(text, $0) || text[$0] == UInt8(ascii: ".") }) { window = (edge + 1)..<start }
        guard !window.isEmpty else { return .none }
        let lowered = Array(text[window].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
        if Self.stands(Self.full, in: lowered) { return .full }
        return Self.stands(Self.partial, in: lowered) ? .partial : .none
    }

    private static func stands(_ cues: [[UInt8]], in window: [UInt8]) -> Bool {
        cues.contains { cue in
            guard window.count > cue.count else { return false }
            return (0...(window.count - cue.count)).contains { place in
                window[place] == cue[0] && window[place..<(place + cue.count)].elementsEqual(cue)
                    && (place == 0 || !Bytes.isWord(window[place - 1])) && isNear(window[(place + cue.count)...])
            }
        }
    }

    /// Few words to the match, the first after a blank.
    private static func isNear(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first, first <= 0x20 else { return false }
        return rest.split(whereSeparator: { $0 <= 0x20 }).count <= Reach.words
    }
}
