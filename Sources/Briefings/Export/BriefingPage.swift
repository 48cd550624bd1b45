import Articles
import Topics

/// A briefing as it is written out: its text in order, each source with a number, and what follows the text.
public struct BriefingPage: Hashable, Sendable {
    public enum Piece: Hashable, Sendable {
        case heading(String)
        case paragraph(String)
        /// The person's own words.
        case comment(String)
        /// Verbatim; `place` says where it stands.
        case quote(String, source: Int, place: String)
        /// A story's title, the number of its source, and those of others that tell it.
        case story(String, source: Int, others: [Int])
    }

    public struct Source: Hashable, Sendable {
        /// From 1.
        public var number: Int
        public var source: BriefingSource
        /// Whether it counts provisions as a draft of their treaty did.
        public var citesDraft: Bool
    }

    /// The provisions of a treaty that the sources have to do with.
    public struct TreatyProvisions: Hashable, Sendable {
        public struct Entry: Hashable, Sendable {
            /// As a lawyer cites it.
            public var citation: String
            public var title: String
            public var status: CheckStatus
            /// The numbers of the sources.
            public var sources: [Int]
        }

        public var name: String
        public var entries: [Entry]
    }

    public var title: String
    /// When it was written out.
    public var date: ArticleDate
    public var query: String?
    public var introduction: String?
    public var pieces: [Piece]
    public var sources: [Source]
    public var provisions: [TreatyProvisions]
    public var maps: [TreatyMap]

    /// What is known of a source beyond its citation.
    public struct Facts: Hashable, Sendable {
        public var provisions: [ProvisionID]
        public var citesDraft: Bool

        public init(provisions: [ProvisionID], citesDraft: Bool) {
            self.provisions = provisions
            self.citesDraft = citesDraft
        }
    }

    /// Sources are numbered as they are first cited. `facts` are by identity.
    public init(_ briefing: Briefing, date: ArticleDate, facts: [String: Facts] = [:], maps: [TreatyMap] = [], vocabulary: Vocabulary) {
        title = briefing.title
        self.date = date
        query = briefing.query
        introduction = briefing.introduction
        self.maps = maps
        var numbering = Numbering(facts)
        pieces = briefing.items.flatMap { Self.pieces(of: $0, &numbering) }
        sources = numbering.sources
        provisions = Self.provisions(of: numbering.sources, facts, vocabulary)
    }

    private struct Numbering {
        var sources: [Source] = []
        private var numbers: [String: Int] = [:]
        private let facts: [String: Facts]

        init(_ facts: [String: Facts]) { self.facts = facts }

        mutating func number(of source: BriefingSource) -> Int {
            if let number = numbers[source.identity] { return number }
            let number = sources.count + 1
            numbers[source.identity] = number
            sources.append(Source(number: number, source: source, citesDraft: facts[source.identity]?.citesDraft ?? false))
            return number
        }
    }

    private static func pieces(of item: Briefing.Item, _ numbering: inout Numbering) -> [Piece] {
        var pieces: [Piece] = []
        switch item.content {
        case .heading(let text): pieces.append(.heading(item.title ?? text))
        case .text(let text):
            if let title = item.title { pieces.append(.heading(title)) }
            pieces.append(.paragraph(text))
        case .quote(let quote):
            if let title = item.title { pieces.append(.heading(title)) }
            pieces.append(Self.piece(quote, &numbering))
            if let note = quote.note { pieces.append(.comment(note)) }
        case .story(let story):
            let number = numbering.number(of: story.source)
            pieces.append(.story(item.title ?? story.source.title, source: number, others: story.others.map { numbering.number(of: $0) }))
            pieces += story.sentences.map { Self.piece($0, &numbering) }
        }
        if let comment = item.comment { pieces.append(.comment(comment)) }
        return pieces
    }

    private static func piece(_ quote: Briefing.Quote, _ numbering: inout Numbering) -> Piece {
        .quote(quote.anchor.quote, source: numbering.number(of: quote.source), place: quote.paragraph.map { "paragraph \($0)" } ?? "")
    }

    private static func provisions(of sources: [Source], _ facts: [String: Facts], _ vocabulary: Vocabulary) -> [TreatyProvisions] {
        var numbers: [ProvisionID: [Int]] = [:]
        for source in sources {
            for provision in facts[source.source.identity]?.provisions ?? [] { numbers[provision, default: []].append(source.number) }
        }
        return vocabulary.treaties.compactMap { treaty in
            let entries = vocabulary.provisions.filter { $0.id.treaty == treaty.id }.compactMap { provision in
                numbers[provision.id].map {
                    TreatyProvisions.Entry(citation: treaty.citation(of: provision.id.article), title: provision.title, status: provision.status, sources: $0)
                }
            }
            return entries.isEmpty ? nil : TreatyProvisions(name: treaty.name, entries: entries)
        }
    }
}

/// Sentences that every form of a page says in the same words.
enum PageWords {
    static let sources = "Sources", provisions = "Provisions", draft = "counts provisions as a draft of the treaty did; numbers moved before it was adopted"
    static let recalled = "title not compared with the text"

    static func map(_ map: TreatyMap) -> String {
        map.other.map { "\(map.treaty.name), beside \($0.shortName)" } ?? map.treaty.name
    }

    static func also(_ numbers: [Int]) -> String { "also in " + citations(numbers) }

    static func citations(_ numbers: [Int]) -> String { numbers.map { "[\($0)]" }.joined(separator: " ") }

    /// Author, title, publisher, date: what there is of them.
    static func line(_ source: BriefingSource) -> [String] {
        [
            source.authors.isEmpty ? nil : source.authors.joined(separator: ", "), source.title, source.publisher,
            source.published?.withoutTime.description,
        ].compactMap { $0 }
    }

    static func counts(_ row: TreatyMap.Row) -> String {
        var words = "\(row.articles) article\(row.articles == 1 ? "" : "s"), \(row.unread) unread"
        if let passages = row.passages { words += ", \(passages) passage\(passages == 1 ? "" : "s")" }
        return words
    }

    static func beside(_ counterpart: TreatyMap.Counterpart, _ other: Treaty?) -> String {
        let name = other?.citation(of: counterpart.provision.id.article) ?? counterpart.provision.id.description
        return "= \(name)" + basis(counterpart.basis)
    }

    static func basis(_ basis: TreatyCorrespondences.Basis) -> String {
        switch basis {
        case .compared: ""
        case .recalled: " (not compared)"
        case .topic: " (by topic)"
        }
    }
}
