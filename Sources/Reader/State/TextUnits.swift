import Articles
import Text

/// The characters, words, sentences, paragraphs and sections of an article, for the keys that step by them. Costs the block
/// that is looked at, whatever the article's length; sections cost a step for each block between.
struct TextUnits {
    let article: Article
    /// Of the blocks, in UTF-8 offsets of the canonical text.
    let blocks: [Range<Int>]

    /// The block that holds the byte at `offset`, else the nearest with text before it, else after it.
    func block(at offset: Int) -> Int? {
        let after = blocks.indices.partition { blocks[$0].lowerBound > offset }
        return block(before: after) ?? block(after: after - 1)
    }

    func block(before block: Int) -> Int? { blocks.indices.prefix(max(0, block)).last { !blocks[$0].isEmpty } }

    func block(after block: Int) -> Int? { blocks.indices.dropFirst(max(0, block + 1)).first { !blocks[$0].isEmpty } }

    // MARK: Characters

    /// The character that holds the byte at `offset`, or the last of its block.
    func character(at offset: Int) -> Range<Int>? {
        guard let block = block(at: offset) else { return nil }
        return unit(at: offset, of: ranges(Segmentation.graphemes(in: text(block)), in: block))
    }

    func character(after range: Range<Int>) -> Range<Int>? { next(after: range.lowerBound, by: characters) }

    func character(before range: Range<Int>) -> Range<Int>? { previous(before: range.lowerBound, by: characters) }

    private func characters(of block: Int) -> [Range<Int>] { ranges(Segmentation.graphemes(in: text(block)), in: block) }

    // MARK: Words

    func word(after offset: Int) -> Range<Int>? { next(after: offset, by: words) }

    func word(before offset: Int) -> Range<Int>? { previous(before: offset, by: words) }

    /// The first word that ends behind `offset`.
    func word(endingAfter offset: Int) -> Range<Int>? {
        guard let block = block(at: offset) else { return nil }
        if let found = words(of: block).first(where: { $0.upperBound > offset }) { return found }
        return self.block(after: block).flatMap { words(of: $0).first }
    }

    private func words(of block: Int) -> [Range<Int>] {
        let text = text(block)
        return ranges(Segmentation.words(in: text), in: block).filter { range in
            let start = blocks[block].lowerBound
            return text.bytes(range.lowerBound - start..<range.upperBound - start).contains { $0.isLetter || $0.isNumber }
        }
    }

    // MARK: Sentences

    /// The sentence that holds the byte at `offset`, or the nearest before it.
    func sentence(at offset: Int) -> Range<Int>? {
        guard let block = block(at: offset) else { return nil }
        return unit(at: offset, of: sentences(of: block))
    }

    func sentence(after offset: Int) -> Range<Int>? { next(after: offset, by: sentences) }

    func sentence(before offset: Int) -> Range<Int>? { previous(before: offset, by: sentences) }

    private func sentences(of block: Int) -> [Range<Int>] {
        let start = blocks[block].lowerBound
        let found = Segmentation.sentenceRanges(in: text(block)).map { $0.lowerBound + start..<$0.upperBound + start }
        return found.isEmpty ? [blocks[block]] : found
    }

    // MARK: Sections

    /// The first character of the next heading, or of the one before.
    func heading(after block: Int) -> Int? { blocks.indices.dropFirst(block + 1).first(where: isHeading) }

    func heading(before block: Int) -> Int? { blocks.indices.prefix(max(0, block)).last(where: isHeading) }

    private func isHeading(_ block: Int) -> Bool {
        guard !blocks[block].isEmpty else { return false }
        if case .heading = article.blocks[block].kind { return true }
        return false
    }

    // MARK: Parts

    private func text(_ block: Int) -> String { article.blocks.indices.contains(block) ? article.blocks[block].text : "" }

    private func ranges(_ boundaries: [Int], in block: Int) -> [Range<Int>] {
        let start = blocks[block].lowerBound
        return zip(boundaries, boundaries.dropFirst()).map { start + $0..<start + $1 }
    }

    private func unit(at offset: Int, of units: [Range<Int>]) -> Range<Int>? {
        units.last { $0.lowerBound <= offset } ?? units.first
    }

    private func next(after offset: Int, by units: (Int) -> [Range<Int>]) -> Range<Int>? {
        guard let block = block(at: offset) else { return nil }
        if let found = units(block).first(where: { $0.lowerBound > offset }) { return found }
        return self.block(after: block).flatMap { units($0).first }
    }

    private func previous(before offset: Int, by units: (Int) -> [Range<Int>]) -> Range<Int>? {
        guard let block = block(at: offset) else { return nil }
        if let found = units(block).last(where: { $0.lowerBound < offset }) { return found }
        return self.block(before: block).flatMap { units($0).last }
    }
}
