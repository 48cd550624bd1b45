import Articles

/// What a stretch of text is besides its block's kind. Several may hold at once.
public struct Emphasis: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let emphasis = Emphasis(rawValue: 1 << 0)
    public static let strong = Emphasis(rawValue: 1 << 1)
    public static let code = Emphasis(rawValue: 1 << 2)
    public static let struckOut = Emphasis(rawValue: 1 << 3)
    public static let link = Emphasis(rawValue: 1 << 4)
    public static let reference = Emphasis(rawValue: 1 << 5)

    init(_ kind: Span.Kind) {
        switch kind {
        case .emphasis: self = .emphasis
        case .strong: self = .strong
        case .code: self = .code
        case .strikethrough: self = .struckOut
        case .link: self = .link
        case .reference: self = .reference
        }
    }

    /// The roles to lay over the block's own, one after the other.
    var roles: [Role] {
        guard !isEmpty else { return [] }
        let all: [(Emphasis, Role)] = [
            (.emphasis, .emphasis), (.strong, .strong), (.code, .inlineCode), (.struckOut, .struckOut), (.link, .link),
            (.reference, .reference),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
