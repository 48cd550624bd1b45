import Text

/// A value for each document. Each call costs a load and a look whether its page was verified; a `document` that does not
/// exist gives 0.
extension IndexSegment {
    /// The store's row of the article.
    public func article(_ document: UInt32) -> Int64 { value(.articles, document) }

    /// The store's sort key. Never increases with `document`.
    public func order(_ document: UInt32) -> Int64 { value(.orders, document) }

    /// The store's change number.
    public func change(_ document: UInt32) -> Int64 { value(.changes, document) }

    /// The language in which the article was read.
    public func language(_ document: UInt32) -> Language {
        let code = Int(languageCode(document))
        return code < Language.allCases.count ? Language.allCases[code] : .other
    }

    /// The language's place among ``Language/allCases``.
    func languageCode(_ document: UInt32) -> UInt8 { value(.languages, document) }

    /// The documents from which on orders are less than `order`: those before have at least it. Logarithmic.
    public func firstDocument(below order: Int64) -> UInt32 {
        var low: UInt32 = 0
        var high = UInt32(documentCount)
        while low < high {
            let middle = low + (high - low) / 2
            if self.order(middle) >= order { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The document of an article; nothing where the segment has none. Logarithmic.
    public func document(ofArticle article: Int64) -> UInt32? {
        var low: UInt32 = 0
        var high = UInt32(documentCount)
        while low < high {
            let middle = low + (high - low) / 2
            let document: UInt32 = value(.articleIndex, middle)
            let found = self.article(document)
            if found == article { return document < documentCount ? document : nil }
            if found < article { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The ``LengthCode`` of each document's `field`, for loops: one byte a document. Nothing where the column is
    /// damaged, and ``isDamaged`` then says so. The segment must be held while it is used.
    public func lengthCodes(_ field: IndexField) -> UnsafePointer<UInt8>? {
        let start = range(.lengths).lowerBound + Int(field.rawValue) * documentCount
        guard storage.isIntact(start, documentCount) else { return nil }
        return (storage.base + start).assumingMemoryBound(to: UInt8.self)
    }

    /// The ``LengthCode`` of a document's `field`.
    public func lengthCode(_ field: IndexField, _ document: UInt32) -> UInt8 {
        guard document < documentCount else { return 0 }
        let offset = range(.lengths).lowerBound + Int(field.rawValue) * documentCount + Int(document)
        return storage.isIntact(offset, 1) ? storage.base.load(fromByteOffset: offset, as: UInt8.self) : 0
    }

    /// The position at which `field` begins in a document; of the body also for its headings. Those of a field lie from its
    /// start to one before the next field's.
    public func start(of field: TextField, _ document: UInt32) -> UInt32 {
        guard field != .title, document < documentCount else { return 0 }
        let offset = range(.fieldStarts).lowerBound
            + 4 * (IndexField.small.count * Int(document) + field.rawValue - 1)
        return storage.isIntact(offset, 4) ? number(at: offset) : 0
    }

    /// The field in which `position` of a document lies.
    public func field(ofPosition position: UInt32, _ document: UInt32) -> TextField {
        var found = TextField.title
        for field in TextField.allCases where field != .title && position >= start(of: field, document) { found = field }
        return found
    }

    /// By how much blocks' bounds must be multiplied where the averages are those of `statistics` and not the segment's
    /// own; at least 1.
    public func boundFactor(_ statistics: IndexStatistics) -> Float {
        var factor: Float = 1
        for field in IndexField.allCases where self.statistics.words[Int(field.rawValue)] > 0 {
            factor = max(factor, statistics.averageLength(field) / self.statistics.averageLength(field))
        }
        return factor
    }

    @inline(__always)
    private func value<Number: FixedWidthInteger>(_ section: SegmentFormat.Section, _ document: UInt32) -> Number {
        guard document < documentCount else { return 0 }
        let size = MemoryLayout<Number>.size
        let offset = range(section).lowerBound + size * Int(document)
        return storage.isIntact(offset, size) ? number(at: offset) : 0
    }

    @inline(__always)
    private func number<Number: FixedWidthInteger>(at offset: Int) -> Number {
        Number(littleEndian: storage.base.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}
