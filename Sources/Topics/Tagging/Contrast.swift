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
    private static let articles = ["a", "an", "the", "any"]
    /// Between a cue and the match, these say that it is not denied: «not only ransomware».
    private static let lifting = ["only", "just", "merely", "simply", "solely", "alone", "without"]

    /// Directly before the match, or with an article between.
    private static let near = [
        "is not", "was not", "are not", "were not", "isn't", "wasn't", "aren't", "weren't", "isn’t", "wasn’t", "needs no", "need no",
        "needed no", "no kind of", "no form of", "neither", "nor", "never used the word",
        "avoided the word",
    ]
    private static let full = [
        "unrelated to", "not related to", "nothing to do with", "no bearing on", "not about", "not a", "not an",
        "ruled out", "rules out", "ruling out", "rule out", "no evidence of", "no sign of", "no signs of", "no indication of",
        "no indications of", "no trace of", "nothing points to", "nothing pointed to", "nothing suggests", "free of",
        "sans rapport avec", "rien à voir avec", "par opposition à", "par opposition aux", "aucune preuve de", "no relacionado con",
        "nada que ver con", "a diferencia de", "sin indicios de",
    ]
    /// What follows these is one thing set against another, however long its name.
    private static let long = ["as opposed to"]
    private static let partial = [
        "rather than", "rather than from", "instead of", "unlike", "other than", "distinct from", "different from", "in contrast to",
        "in contrast with", "plutôt que", "au lieu de", "contrairement à", "en lugar de", "en vez de",
    ]

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
        var isNear = true
        let first = max(0, start - Self.window)
        for words in 0...Self.longReach {
            while end > first, text[end - 1] <= 0x20 { end -= 1 }
            guard end > first, !isEdge(end - 1) else { break }
            var isArticle = false
            for entry in Self.table[Int(text[end - 1] | 0x20)] where ends(entry.bytes, at: end) {
                switch entry.kind {
                case .lifting: return found
                case .article: isArticle = true
                case .near: if isNear, words <= Self.reach { return Cue(words: entry.text, strength: .full) }
                case .full: if words <= Self.reach { return Cue(words: entry.text, strength: .full) }
                case .long: return Cue(words: entry.text, strength: .full)
                case .partial: if words <= Self.reach { found = Cue(words: entry.text, strength: .partial) }
                }
            }
            isNear = isNear && isArticle
            while end > first, text[end - 1] > 0x20, !isEdge(end - 1) { end -= 1 }
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

    /// Whether `cue`, in lower case, ends at `end` as words of their own.
    private func ends(_ cue: [UInt8], at end: Int) -> Bool {
        guard end >= cue.count else { return false }
        let start = end - cue.count
        for place in cue.indices {
            let byte = text[start + place]
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == cue[place] else { return false }
        }
        return start == 0 || !Bytes.isWord(text[start - 1])
    }
}

// MARK: The cues

extension Contrast {
    private enum Kind {
        case near, full, long, partial, article, lifting
    }

    private struct Entry {
        var text: String
        var bytes: [UInt8]
        var kind: Kind
    }

    /// By their last byte, its sixth bit set; of one kind in the order of the lists.
    private static let table: [[Entry]] = {
        var table = [[Entry]](repeating: [], count: 256)
        let lists: [(kind: Kind, cues: [String])] = [
            (.lifting, lifting), (.near, near), (.long, long), (.full, full), (.partial, partial), (.article, articles),
        ]
        for (kind, cues) in lists {
            for cue in cues {
                guard let last = cue.utf8.last else { continue }
                table[Int(last | 0x20)].append(Entry(text: cue, bytes: Array(cue.utf8), kind: kind))
            }
        }
        return table
    }()
}
