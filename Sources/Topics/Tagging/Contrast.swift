/// Words that say what a passage is not about: «unrelated to extradition», «as opposed to phishing», «not a data breach».
struct Contrast {
    /// How much of a match is left.
    enum Strength: Int, Comparable {
        case none, partial, full

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// The most words between such words and the match.
    private static let reach = 3
    /// The most bytes that are looked at.
    private static let window = 72
    /// The most words between the cues that reach furthest and the match.
    private static let longReach = 8
    private static let articles = ["a", "an", "the", "any"].map { Array($0.utf8) }
    /// Between a cue and the match, these say that it is not denied: «not only ransomware».
    private static let lifting = ["only", "just", "merely", "simply", "solely", "alone", "without"].map { Array($0.utf8) }

    /// Directly before the match, or with an article between.
    private static let near = [
        "is not", "was not", "are not", "were not", "isn't", "wasn't", "aren't", "weren't", "isn’t", "wasn’t", "needs no", "need no",
        "needed no", "no kind of", "no form of", "neither", "nor", "never used the word",
        "avoided the word",
    ].map { Array($0.utf8) }
    private static let full = [
        "unrelated to", "not related to", "nothing to do with", "no bearing on", "as opposed to", "not about", "not a", "not an",
        "ruled out", "rules out", "ruling out", "rule out", "no evidence of", "no sign of", "no signs of", "no indication of",
        "no indications of", "no trace of", "nothing points to", "nothing pointed to", "nothing suggests", "free of",
        "sans rapport avec", "rien à voir avec", "par opposition à", "par opposition aux", "aucune preuve de", "no relacionado con",
        "nada que ver con", "a diferencia de", "sin indicios de",
    ].map { Array($0.utf8) }
    /// What follows these is one thing set against another, however long its name.
    private static let long = ["as opposed to"].map { Array($0.utf8) }
    private static let partial = [
        "rather than", "rather than from", "instead of", "unlike", "other than", "distinct from", "different from", "in contrast to",
        "in contrast with", "plutôt que", "au lieu de", "contrairement à", "en lugar de", "en vez de",
    ].map { Array($0.utf8) }

    let text: Bytes.Text

    /// Such words, as they are listed.
    struct Cue: Hashable {
        var words: String
        var strength: Strength
    }

    /// Such words before the match that starts at `start`, in its clause, the strongest. Goes back word by word and asks at
    /// each whether a cue ends there.
    func cue(before start: Int) -> Cue? {
        var found: Cue?
        var end = start
        var words = 0
        var isNear = true
        let first = max(0, start - Self.window)
        while words <= Self.longReach {
            while end > first, text[end - 1] <= 0x20 { end -= 1 }
            guard end > first, !isEdge(end - 1) else { break }
            if Self.cue(among: Self.lifting, in: text, at: end) != nil { break }
            if words > Self.reach {
                if let cue = Self.cue(among: Self.long, in: text, at: end) { return Cue(words: cue, strength: .full) }
            } else if isNear, let cue = Self.cue(among: Self.near, in: text, at: end) {
                return Cue(words: cue, strength: .full)
            } else if let cue = Self.cue(among: Self.full, in: text, at: end) {
                return Cue(words: cue, strength: .full)
            } else if let cue = Self.cue(among: Self.partial, in: text, at: end) {
                found = Cue(words: cue, strength: .partial)
            }
            isNear = isNear && Self.cue(among: Self.articles, in: text, at: end) != nil
            while end > first, text[end - 1] > 0x20, !isEdge(end - 1) { end -= 1 }
            words += 1
        }
        return found
    }

    /// Whether a byte ends a clause or a sentence; a dash or a curly quote is looked at by its last byte.
    private func isEdge(_ place: Int) -> Bool {
        switch text[place] {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x28, 0x29, 0x3F, 0x21, 0x0A: true
        case 0x93, 0x94: place >= 2 && text[place - 2] == 0xE2 && text[place - 1] == 0x80
        default: false
        }
    }

    /// The cue, in lower case, that ends at `end` as words of their own.
    private static func cue(among cues: [[UInt8]], in text: Bytes.Text, at end: Int) -> String? {
        let last = text[end - 1] | 0x20
        let cue = cues.first { cue in
            guard let tail = cue.last, tail | 0x20 == last, end >= cue.count else { return false }
            let start = end - cue.count
            for place in cue.indices {
                let byte = text[start + place]
                guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == cue[place] else { return false }
            }
            return start == 0 || !Bytes.isWord(text[start - 1])
        }
        return cue.map { String(decoding: $0, as: UTF8.self) }
    }
}
