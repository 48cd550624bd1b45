import Articles
import Formats

extension WireWriter {
    /// The fields in their order. Linear in the size of the article, with nothing allocated for each of its parts.
    mutating func write(_ article: Article) {
        write(article.id)
        write(article.title)
        write(article.deck)
        write(article.kickers)
        write(article.bylines)
        write(article.publisher)
        write(article.published?.description)
        write(article.updated?.description)
        write(article.language)
        write(article.url)
        write(article.tags)
        write(article.blocks.count)
        for block in article.blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        write(byte: block.kind.wireCode)
        write(signed: block.level ?? -1)
        write(block.marker)
        write(block.text)
        write(block.spans.count)
        for span in block.spans {
            write(byte: span.kind.wireCode)
            write(span.start)
            write(span.end)
            write(span.target)
        }
    }
}

extension WireReader {
    mutating func article() throws(WireFault) -> Article {
        Article(
            id: try optionalText(), title: try text(), deck: try optionalText(), kickers: try texts(), bylines: try texts(),
            publisher: try optionalText(), published: try date(), updated: try date(), language: try optionalText(),
            url: try optionalText(), tags: try texts(), blocks: try blocks())
    }

    private mutating func date() throws(WireFault) -> ArticleDate? {
        guard let text = try optionalText() else { return nil }
        guard let date = ArticleDate(iso8601: text) else { throw WireFault() }
        return date
    }

    private mutating func blocks() throws(WireFault) -> [Block] {
        let count = try count(of: 5)
        var blocks: [Block] = []
        blocks.reserveCapacity(count)
        for _ in 0..<count { blocks.append(try block()) }
        return blocks
    }

    private mutating func block() throws(WireFault) -> Block {
        guard let kind = Block.Kind(wireCode: try byte()) else { throw WireFault() }
        let level = try signedNumber()
        let marker = try optionalText()
        let text = try text()
        return Block(
            kind, text, level: level < 0 ? nil : level, marker: marker, spans: try spans(within: text.utf8.count))
    }

    /// A span that is not in the text would be found out late and far away.
    private mutating func spans(within length: Int) throws(WireFault) -> [Span] {
        let count = try count(of: 4)
        var spans: [Span] = []
        spans.reserveCapacity(count)
        for _ in 0..<count {
            guard let kind = Span.Kind(wireCode: try byte()) else { throw WireFault() }
            let (start, end) = (try number(), try number())
            let target = try optionalText()
            guard start <= end, end <= length, target.map({ kind != .link || SafeAddress.isSafe($0) }) ?? true else { throw WireFault() }
            spans.append(Span(kind, start: start, end: end, target: target))
        }
        return spans
    }
}

extension Block.Kind {
    var wireCode: UInt8 {
        switch self {
        case .paragraph: 0
        case .heading: 1
        case .quotation: 2
        case .listItem: 3
        case .table: 4
        case .code: 5
        case .caption: 6
        case .rule: 7
        case .promotion: 8
        }
    }

    init?(wireCode: UInt8) {
        guard let kind = Self.allCases.first(where: { $0.wireCode == wireCode }) else { return nil }
        self = kind
    }
}

extension Span.Kind {
    var wireCode: UInt8 {
        switch self {
        case .link: 0
        case .emphasis: 1
        case .strong: 2
        case .code: 3
        case .strikethrough: 4
        case .reference: 5
        }
    }

    init?(wireCode: UInt8) {
        guard let kind = Self.allCases.first(where: { $0.wireCode == wireCode }) else { return nil }
        self = kind
    }
}
