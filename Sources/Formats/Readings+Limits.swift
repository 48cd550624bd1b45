import Articles

extension Readings {
    /// The same within `limits`, whatever the reader: so many articles, each with so much text. A file that gives neither an
    /// article nor a reason is none of its format; a feed may be empty, and so may a piece of a file, which is without a format.
    package func bounded(_ file: String, _ format: FileFormat?, _ limits: FormatLimits) -> Readings {
        var rest = self
        var count = 0
        var isOver = false
        return Readings {
            guard !isOver else { return nil }
            guard let result = rest.next() else {
                isOver = true
                guard count == 0, let format, !format.mayBeEmpty else { return nil }
                return .failure(FormatError(file: file, reason: .notInFormat(format)))
            }
            count += 1
            guard count <= limits.articles else {
                isOver = true
                return .failure(FormatError(file: file, reason: .tooManyEntries(limit: limits.articles)))
            }
            return result.map { $0.bounded(file, limits) }
        }
    }
}

extension Reading {
    /// Without what the text has beyond `limits`, and with a note of it.
    fileprivate func bounded(_ file: String, _ limits: FormatLimits) -> Reading {
        var size = 0
        let kept = article.blocks.prefix(limits.blocks).prefix { block in
            size += block.text.utf8.count
            return size <= limits.textSize
        }
        guard kept.count < article.blocks.count else { return self }
        var result = self
        result.article.blocks = Array(kept)
        let keptSize = kept.reduce(0) { $0 + $1.text.utf8.count }
        result.notes.append(FormatNote(file: file, reason: .textCut(limit: keptSize)))
        return result
    }
}

extension FileFormat {
    /// Whether a file of the format may rightly hold no article. Its reader says itself where it is none.
    fileprivate var mayBeEmpty: Bool {
        switch self {
        case .feed, .jsonFeed, .feedList, .newsboat, .mailbox: true
        case .plainText, .markdown, .jsonLines, .ris, .cslJSON, .bibTeX, .readingList, .webPage, .webArchive, .mail, .book, .pdf: false
        }
    }
}
