import Articles
import Formats
import Text

/// What has to be true of every article, whatever it was read from.
enum Soundness {
    private static let schemes = ["http:", "https:", "mailto:"]

    static func faults(of article: Article, isNamed: Bool) -> [String] {
        var faults: [String] = []
        if isNamed, article.title.isEmpty { faults.append("no title") }
        if article.title.utf8.count > 1_000 { faults.append("a title of \(article.title.utf8.count) bytes") }
        if let url = article.url, !isSafe(url) { faults.append("an address that leads to «\(url)»") }
        for block in article.blocks { faults += self.faults(of: block) }
        return faults
    }

    /// Spans outside of their texts would be met late and far away.
    static func faultsOfSpans(in article: Article) -> [String] { article.blocks.flatMap { faultsOfSpans(of: $0) } }

    private static func faults(of block: Block) -> [String] {
        var faults = faultsOfSpans(of: block)
        if block.text.utf8.count > FormatLimits().blockSize { faults.append("a block of \(block.text.utf8.count) bytes") }
        return faults
    }

    private static func faultsOfSpans(of block: Block) -> [String] {
        var faults: [String] = []
        for span in block.spans {
            if span.start < 0 || span.start > span.end || span.end > block.text.utf8.count {
                faults.append("a span from \(span.start) to \(span.end) in \(block.text.utf8.count) bytes")
            } else if span.kind == .link, let target = span.target, !isSafe(target) {
                faults.append("a link to «\(target)»")
            }
        }
        return faults
    }

    private static func isSafe(_ address: String) -> Bool {
        let address = address.lowercased()
        // What names no scheme leads nowhere by itself.
        return schemes.contains { address.hasPrefix($0) } || !address.prefix { !"/?#".contains($0) }.contains(":")
    }

    /// An article that was written as `dossier read --json` writes it is the same when it is read back.
    static func faultsOfReturn(of article: Article) -> [String] {
        let file = SourceFile(name: "back.jsonl", bytes: Array(article.json.text.utf8))
        guard let back = (try? Formats.readings(in: file, format: .jsonLines)).map(Array.init), back.count == 1,
            case .success(let reading) = back[0]
        else { return ["what was written cannot be read back"] }
        return reading.article == article ? [] : ["what was written is read back as something else"]
    }
}
