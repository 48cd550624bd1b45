/// What a term of the dictionary is. Terms are sorted by kind, then by their bytes.
///
/// Each word of an article gives its folded written form and its stem, each as a term of its own, also where both are
/// spelled alike: a query word reads one list, that of its stem, and a prefix meets written forms only. Where a stem
/// has only one form both terms share one posting list. Words outside the body also give form and stem in a list of
/// their field, which makes `title:` and its like as cheap as any word; the lists of ``TermScope/any`` hold all fields.
public enum TermKind: Hashable, Sendable {
    case form(TermScope)
    /// All forms that begin so, in one list. Only for frequent prefixes of one to three letters; without positions.
    case prefix
    case stem(TermScope)
    case keyword(IndexKeyword.Kind)
    /// Names some of the ``PairedStems`` of the segment. Its list says nothing.
    case pairedStems
    /// A pair of them, one right behind the other in one field. Without positions; words in headings count as words of the body, as they do in
    /// phrases.
    case pair

    /// The first byte of the term in the dictionary. Part of the file format.
    var byte: UInt8 {
        switch self {
        case .form(let scope): 0x10 + scope.rawValue
        case .prefix: 0x20
        case .stem(let scope): 0x30 + scope.rawValue
        case .keyword(let kind): 0x40 + kind.rawValue
        case .pairedStems: 0x50
        case .pair: 0x51
        }
    }

    init?(byte: UInt8) {
        switch byte & 0xF0 {
        case 0x10: if let scope = TermScope(rawValue: byte & 0x0F) { self = .form(scope) } else { return nil }
        case 0x20: if byte == 0x20 { self = .prefix } else { return nil }
        case 0x30: if let scope = TermScope(rawValue: byte & 0x0F) { self = .stem(scope) } else { return nil }
        case 0x40: if let kind = IndexKeyword.Kind(rawValue: byte & 0x0F) { self = .keyword(kind) } else { return nil }
        case 0x50 where byte == 0x50: self = .pairedStems
        case 0x50 where byte == 0x51: self = .pair
        default: return nil
        }
    }
}

/// Which fields a term's posting list covers. The raw values are part of the file format.
public enum TermScope: UInt8, Hashable, Sendable, CaseIterable {
    case any, title, deck, kickers, bylines, publisher

    /// The scope in which to look for words of `field`. Words of the body are looked for among those of all fields:
    /// nearly all stand there, and ``FieldCounts`` tells the others.
    public init(_ field: TextField) {
        switch field {
        case .title: self = .title
        case .deck: self = .deck
        case .kickers: self = .kickers
        case .bylines: self = .bylines
        case .publisher: self = .publisher
        case .body: self = .any
        }
    }
}
