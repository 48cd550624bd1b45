import GRDB
import GRDBSQLite
@testable import Library
import Search
import Text

/// Parts texts into terms for SQLite's FTS5.
///
/// Of a text, each word gives its folded form and, at the same position, its stem with a mark before it, unless that is
/// the form again. So a prefix meets written forms only, and a word is found by its stem. Of a query, which
/// ``MatchExpression`` has written in terms, the positions and their alternatives are taken apart.
final class ArticleTokenizer: FTS5CustomTokenizer {
    static let name = "dossier"

    private let analyser = WordAnalyser()
    private var stem: [UInt8] = []

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return SQLITE_OK }
        return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { start in
            let bytes = UnsafeBufferPointer(start: start, count: Int(nText))
            if tokenization.contains(.query) { return terms(of: bytes, context, tokenCallback) }
            return words(of: bytes, context, tokenCallback)
        }
    }

    private func words(
        of text: UnsafeBufferPointer<UInt8>, _ context: UnsafeMutableRawPointer?, _ give: FTS5TokenCallback
    ) -> CInt {
        let (language, unsearched, start) = Self.lead(of: text)
        var code = SQLITE_OK
        analyser.forEachWord(in: UnsafeBufferPointer(rebasing: text[start...]), language: language) { word in
            guard !unsearched.overlap(word.range) else { return true }
            let from = CInt(truncatingIfNeeded: start + word.range.lowerBound)
            let to = CInt(truncatingIfNeeded: start + word.range.upperBound)
            code = Self.give(word.form, 0, from, to, context, give)
            if code == SQLITE_OK, let stem = word.stem {
                self.stem.removeAll(keepingCapacity: true)
                self.stem.append(IndexedTerm.stemMark)
                self.stem.append(contentsOf: stem)
                code = self.stem.withUnsafeBufferPointer {
                    Self.give($0, FTS5_TOKEN_COLOCATED, from, to, context, give)
                }
            }
            return code == SQLITE_OK
        }
        return code
    }

    private static func give(
        _ term: UnsafeBufferPointer<UInt8>, _ flags: CInt, _ start: CInt, _ end: CInt,
        _ context: UnsafeMutableRawPointer?, _ callback: FTS5TokenCallback
    ) -> CInt {
        term.withMemoryRebound(to: CChar.self) {
            callback(context, flags, $0.baseAddress, CInt(truncatingIfNeeded: $0.count), start, end)
        }
    }

    /// The language that leads the text, what is passed over, and where the text begins after both.
    private static func lead(of text: UnsafeBufferPointer<UInt8>) -> (Language, UnsearchedRanges, Int) {
        guard text.first == IndexedTerm.languageMark,
            let end = text.dropFirst().firstIndex(of: IndexedTerm.languageMark)
        else { return (WordAnalyser.language(tag: nil), UnsearchedRanges(encoded: ""), 0) }
        let lead = text[1..<end]
        let language = lead.prefix { $0 != IndexedTerm.rangesMark }
        let ranges = lead[language.endIndex...].dropFirst()
        return (
            WordAnalyser.language(tag: String(decoding: language, as: UTF8.self)),
            UnsearchedRanges(encoded: String(decoding: ranges, as: UTF8.self)), end + 1
        )
    }

    private func terms(
        of query: UnsafeBufferPointer<UInt8>, _ context: UnsafeMutableRawPointer?, _ give: FTS5TokenCallback
    ) -> CInt {
        var start = 0
        var flags: CInt = 0
        for end in 0...query.count {
            let separator = end < query.count ? query[end] : IndexedTerm.position
            guard separator == IndexedTerm.position || separator == IndexedTerm.alternative else { continue }
            if end > start {
                let term = UnsafeBufferPointer(rebasing: query[start..<end])
                let code = Self.give(
                    term, flags, CInt(truncatingIfNeeded: start), CInt(truncatingIfNeeded: end), context, give)
                guard code == SQLITE_OK else { return code }
            }
            flags = separator == IndexedTerm.alternative ? FTS5_TOKEN_COLOCATED : 0
            start = end + 1
        }
        return SQLITE_OK
    }
}
