/// The parts of an article that an index tells apart when it ranks.
///
/// The order is that of positions: an article's words are numbered from its title through to the end of its body, with
/// one number left out between two fields. Headings stand inside the body and share its numbers.
public enum IndexField: UInt8, Hashable, Sendable, CaseIterable {
    case title, deck, kickers, bylines, publisher, headings, body

    /// The field in which the index keeps the words of `field`. The words of the body's headings are kept in ``headings``.
    public init(_ field: TextField) {
        switch field {
        case .title: self = .title
        case .deck: self = .deck
        case .kickers: self = .kickers
        case .bylines: self = .bylines
        case .publisher: self = .publisher
        case .body: self = .body
        }
    }

    /// How many there are.
    static let count = 7
    /// The fields before the body: each of their words also stands in a list of the field's own.
    static let small: [IndexField] = [.title, .deck, .kickers, .bylines, .publisher]
}

/// How often a term stands in each field of an article: a byte a field, in the order of ``IndexField``; 255 stands for
/// more.
public struct FieldCounts: Hashable, Sendable {
    /// The byte of field `f` is at bit `8 * f`.
    public var bits: UInt64

    public init(bits: UInt64) { self.bits = bits }

    /// `count` times in the body, and nowhere else.
    @inlinable
    public init(body count: UInt32) { bits = UInt64(min(count, 255)) << 48 }

    @inlinable
    public subscript(field: IndexField) -> Int {
        get { Int(bits >> (8 * UInt64(field.rawValue)) & 0xFF) }
        set {
            let shift = 8 * UInt64(field.rawValue)
            bits = bits & ~(0xFF << shift) | UInt64(min(max(newValue, 0), 255)) << shift
        }
    }

    /// Nothing outside the body.
    @inlinable
    public var isBodyOnly: Bool { bits & 0x0000_FFFF_FFFF_FFFF == 0 }

    /// Field by field; what is more than 255 becomes 255. Eight bytes are added at once.
    @inlinable
    public func adding(_ other: FieldCounts) -> FieldCounts {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let sum = (bits & low &+ other.bits & low) ^ ((bits ^ other.bits) & ~low)
        let overflow = ((bits & other.bits) | ((bits | other.bits) & ~sum)) & ~low
        return FieldCounts(bits: sum | (overflow >> 7) &* 255)
    }

    /// All together.
    @inlinable
    public var total: UInt32 {
        let pairs = (bits & 0x00FF_00FF_00FF_00FF) &+ (bits >> 8 & 0x00FF_00FF_00FF_00FF)
        return UInt32(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}
