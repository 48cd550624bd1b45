import Articles

/// Names a treaty, law or standard: capitals, digits and hyphens, such as `BC-P2`.
public struct TreatyID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let rawValue: String

    /// Nothing where `rawValue` is empty or holds anything but capitals, digits and hyphens.
    public init?(_ rawValue: String) {
        let isPlain = rawValue.utf8.allSatisfy {
            (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, !rawValue.isEmpty else { return nil }
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    public static func < (left: TreatyID, right: TreatyID) -> Bool { left.rawValue < right.rawValue }
}

/// A treaty, law or standard whose provisions topics stand for.
public struct Treaty: Hashable, Sendable, Identifiable {
    /// What its provisions are called.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case article, section, part, clause, requirement, function, recommendation
    }

    public var id: TreatyID
    /// The name in running text.
    public var shortName: String
    public var name: String
    public var unit: Unit
    /// The names by which running text cites it, in any language; `=` before one compares upper and lower case too.
    public var names: [String]
    /// The day from which on its numbers are those of the adopted text; before it, they are a draft's. Nothing where
    /// all texts count alike.
    public var finalSince: ArticleDate?

    public init(
        id: TreatyID, shortName: String, name: String, unit: Unit, names: [String] = [], finalSince: ArticleDate? = nil
    ) {
        self.id = id
        self.shortName = shortName
        self.name = name
        self.unit = unit
        self.names = names
        self.finalSince = finalSince
    }

    /// A provision as a lawyer cites it: «Budapest Convention, Article 7», «18 U.S.C. § 1030», «FATF Recommendation 16».
    public func citation(of article: String) -> String {
        switch unit {
        case .article: return "\(shortName), Article \(article)"
        case .section:
            let (title, section) = Self.parts(of: article)
            return title.map { "\($0) U.S.C. § \(section)" } ?? "\(shortName) § \(section)"
        case .part:
            let (title, part) = Self.parts(of: article)
            guard let title else { return "\(shortName) \(part)" }
            return title.hasSuffix("NYCRR") ? "\(title.dropLast(5)) NYCRR \(part)" : "\(title) CFR \(part)"
        case .clause: return article.hasPrefix("A.") ? "\(shortName), Annex \(article)" : "\(shortName), clause \(article)"
        case .requirement: return "\(shortName), Requirement \(article)"
        case .function: return "\(shortName), \(article)"
        case .recommendation:
            return "FATF Recommendation \(article.hasPrefix("R.") ? String(article.dropFirst(2)) : article)"
        }
    }

    private static func parts(of article: String) -> (title: String?, number: String) {
        guard let colon = article.firstIndex(of: ":") else { return (nil, article) }
        return (String(article[..<colon]), String(article[article.index(after: colon)...]))
    }
}
