import Articles
import Formats

/// Takes from the beginning and the end of an article's blocks what is about the article and no part of its text: the
/// title once more, dates, bylines, the deck; notes on how to reach or follow the publisher.
struct HTMLTrim {
    private(set) var deck: String?
    private(set) var bylines: [String]?
    private(set) var published: ArticleDate?
    private(set) var updated: ArticleDate?

    /// Blocks at the beginning that are looked at.
    private static let mostLines = 8

    /// Takes them out of `blocks`.
    mutating func run(_ blocks: inout [Block], title: String?, summary: String?) {
        takeHead(&blocks, title ?? "", summary)
        takeTail(&blocks)
        blocks = Self.withoutRepeats(blocks)
    }

    /// Takes the deck that was found elsewhere.
    mutating func takeDeck(_ text: String?) { deck = deck ?? text }

    /// Takes date and bylines from lines above the article, where it had none itself.
    mutating func takeLines(_ lines: [String]) {
        for line in lines where line.utf8.count <= 200 { _ = takes(HeaderLine(line)) }
    }

    /// Takes date and bylines from a line that holds nothing else. Whether it is one.
    private mutating func takes(_ line: HeaderLine?) -> Bool {
        switch line {
        case .published(let date): published = published ?? date
        case .updated(let date): updated = updated ?? date
        case .credit(let names, let published, let updated):
            if !names.isEmpty { bylines = bylines ?? names }
            self.published = self.published ?? published
            self.updated = self.updated ?? updated
        case .field, .url, .furniture, nil: return false
        }
        return true
    }

    private mutating func takeHead(_ blocks: inout [Block], _ title: String, _ summary: String?) {
        var index = 0
        var looked = 0
        while index < blocks.count, looked < Self.mostLines {
            looked += 1
            let block = blocks[index]
            if block.kind == .caption || block.kind == .rule {
                index += 1
                continue
            }
            guard takesHead(block, title, summary, hasMore: blocks.count > index + 1) else {
                if block.text.utf8.count > 160 || block.kind == .listItem { return }
                index += 1
                continue
            }
            blocks.remove(at: index)
        }
    }

    private mutating func takesHead(_ block: Block, _ title: String, _ summary: String?, hasMore: Bool) -> Bool {
        guard hasMore else { return false }
        let text = block.text
        if text.utf8.count <= 300, HTMLTitle.areAlike(text, title) { return true }
        if deck == nil, isSetApart(block), (30...400).contains(text.utf8.count), let summary,
            HTMLTitle.areAlike(text, summary)
        {
            deck = text
            return true
        }
        if block.kind == .heading { return false }
        guard text.utf8.count <= 160, block.kind != .listItem else { return false }
        let line = HeaderLine(text)
        return takes(line) || line == .furniture || takesLoosely(text)
    }

    /// A heading, or a paragraph all of which is in strong type or emphasised.
    private func isSetApart(_ block: Block) -> Bool {
        if block.kind == .heading { return true }
        return block.spans.contains { ($0.kind == .strong || $0.kind == .emphasis) && $0.range == 0..<block.text.utf8.count }
    }

    /// A short line with a date in it and without the end of a sentence; a line that begins with «By».
    private mutating func takesLoosely(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        if let date = DateLine.date(text), !text.hasSuffix(".") {
            if text.lowercased().contains("updated") { updated = updated ?? date } else { published = published ?? date }
            return true
        }
        if text.lowercased().hasPrefix("by "), text.split(separator: " ").count <= 8, !text.hasSuffix(".") {
            bylines = bylines ?? HTMLBylines.names(text)
            return true
        }
        return false
    }

    // MARK: The end

    private static let tailWords = [
        "reporting by ", "editing by ", "additional reporting", "follow ", "reach the ", "reach ", "have a tip",
        "read more", "more:", "more ap ", "more from ", "related:", "related ", "copyright ", "©", "all rights reserved",
        "sign up", "subscribe", "contact ", "email ", "e-mail ", "share this", "click here", "for more ",
        "this article originally", "this story was originally", "get the latest", "download the ", "like us on",
        "join our", "join the ", "comments", "leave a comment", "advertisement", "source:", "tags:", "filed under",
        "posted in", "see also", "read next", "don't miss", "watch:", "photo:", "image:",
    ]

    private func takeTail(_ blocks: inout [Block]) {
        var taken = 0
        while blocks.count > 2, taken < 6, let last = blocks.last {
            let text = last.text
            let isHeading = last.kind == .heading || last.kind == .rule
            let isLink =
                text.utf8.count <= 40 && WebAddress(text) == nil
                && last.spans.contains { $0.kind == .link && $0.range == 0..<text.utf8.count }
            guard isHeading || isLink || (text.utf8.count <= 250 && Self.isTail(text)) else { return }
            blocks.removeLast()
            taken += 1
        }
    }

    private static func isTail(_ text: String) -> Bool {
        let head = String(decoding: text.utf8.prefix(40), as: UTF8.self).lowercased()
        return tailWords.contains { head.hasPrefix($0) }
    }

    /// Without captions that say again what one said before, and lines that are nothing but «Advertisement» or «Read more».
    private static func withoutRepeats(_ blocks: [Block]) -> [Block] {
        var seen: Set<String> = []
        return blocks.filter { block in
            if block.kind == .caption { return seen.insert(block.text).inserted }
            return block.text.utf8.count > 40 || block.kind == .listItem || !HTMLFurnitureWords.isWhole(block.text)
        }
    }
}
