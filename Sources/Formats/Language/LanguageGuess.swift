import Articles

/// The language of a text that names none, told from its script and, where several languages share one, from the small
/// words that each uses all the time. Nothing where the text is short or the answer is not plain: a wrong language
/// stems and segments worse than none.
///
/// Method: of the first 600 words those that are in the lists of ``LanguageProfile`` are counted for each language. The
/// best needs four of them at least and one word in ten, and a fifth more than the second best.
package enum LanguageGuess {
    private static let mostWords = 600
    /// Characters by which the script is told.
    private static let scriptSize = 2_000
    private static let sampleSize = 8 << 10

    /// A BCP 47 tag without region.
    package static func language(of blocks: [Block]) -> String? {
        var sample = ""
        for block in blocks where block.kind != .code && block.kind != .promotion {
            sample +=
                block.text.utf8.count <= sampleSize
                ? block.text : String(decoding: block.text.utf8.prefix(sampleSize), as: UTF8.self)
            sample += "\n"
            if sample.utf8.count >= sampleSize { break }
        }
        return language(of: sample)
    }

    package static func language(of text: String) -> String? {
        var counts = ScriptCounts()
        for scalar in text.unicodeScalars.prefix(scriptSize) { counts.add(scalar) }
        guard let script = counts.main else { return nil }
        switch script {
        case .latin: return byWords(text, LanguageProfile.latin)
        case .cyrillic:
            return counts.ukrainian > 0 && counts.ukrainian >= counts.russian
                ? "uk" : byWords(text, LanguageProfile.cyrillic)
        case .arabic: return counts.persian * 50 > counts[.arabic] ? "fa" : "ar"
        case .han: return counts[.kana] * 20 > counts[.han] ? "ja" : "zh"
        case .kana: return "ja"
        case .hangul: return "ko"
        case .greek: return "el"
        case .hebrew: return "he"
        case .devanagari: return byWords(text, LanguageProfile.devanagari)
        case .armenian: return "hy"
        case .tamil: return "ta"
        case .thai: return "th"
        case .georgian: return "ka"
        }
    }

    private static func byWords(_ text: String, _ profile: LanguageProfile) -> String? {
        var counts = [Int](repeating: 0, count: profile.languages.count)
        var words = 0
        var text = text
        text.withUTF8 { bytes in
            var scanner = WordBytes(bytes)
            while words < mostWords, let word = scanner.next() {
                if Bytes.isDigit(bytes[word.range.lowerBound]) { continue }
                words += 1
                var languages = profile.table[word.hash] ?? 0
                while languages != 0 {
                    counts[languages.trailingZeroBitCount] += 1
                    languages &= languages - 1
                }
            }
        }
        let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
        guard let best = order.first, counts[best] >= 4, counts[best] * 10 >= words else { return nil }
        let second = order.count > 1 ? counts[order[1]] : 0
        return counts[best] * 5 >= second * 6 ? profile.languages[best] : nil
    }
}
