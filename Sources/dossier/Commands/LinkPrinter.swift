import Articles
import Library
import Text
import Topics

/// Prints the categories of an article, its topics, and its citations after them.
struct LinkPrinter {
    let tagger: Tagger
    let isJSON: Bool
    /// Whether everything is said that speaks for and against.
    let isLong: Bool
    /// Whether also citations are printed that are what they seem, and any of them as JSON.
    let hasAllCitations: Bool

    /// Whether there was anything to print.
    func print(_ links: [TopicLink], of article: Article) -> Bool {
        let text = article.text
        print(categoriesOf: article)
        for link in links { print(link, text, members: [], mark: nil) }
        let citations = print(citationsOf: article, members: [])
        return !links.isEmpty || citations
    }

    /// What a library shows of an article, with what was rejected in its place. `withHeading` puts the article on a line before
    /// it; an article without topics has none.
    func print(_ stored: StoredArticle, withHeading: Bool) -> Bool {
        let text = stored.article.text
        let links = stored.links.map { (link: $0, isRejected: false) } + stored.rejected.map { (link: $0, isRejected: true) }
        let ordered = links.enumerated().sorted {
            ($0.element.link.passage.start, $0.element.link.passage.end, $0.offset)
                < ($1.element.link.passage.start, $1.element.link.passage.end, $1.offset)
        }.map(\.element)
        let citations = citations(of: stored.article)
        guard !ordered.isEmpty || !citations.isEmpty else { return false }
        if withHeading, !isJSON { Output.line(Listing.sentence(stored.row)) }
        print(categoriesOf: stored.article)
        let members: [(String, JSONValue)] = [("article", .string(stored.row.name))]
        for (link, isRejected) in ordered {
            let decision: String? = isRejected ? "rejected" : link.origin == .user ? "accepted" : nil
            print(
                link, text, members: members + (decision.map { [("decision", .string($0))] } ?? []),
                mark: isRejected ? "rejected" : nil)
        }
        return print(citationsOf: stored.article, members: members) || !ordered.isEmpty
    }

    private func print(_ link: TopicLink, _ text: String, members: [(String, JSONValue)], mark: String?) {
        if isJSON {
            Output.line(JSONValue.object(members + link.members(in: text)).text)
        } else {
            let sentence = LinkSentence(link, mark: mark)
            Output.line(isLong ? sentence.long(in: text) : sentence.short)
        }
    }

    /// `the article  categories  Fraud Management, Marine News (of its own)`: those that stand for no topic are told apart. As
    /// JSON, `dossier read` prints them.
    private func print(categoriesOf article: Article) {
        guard !isJSON else { return }
        let names = tagger.categories(of: article).map { $0.name + ($0.isListed ? "" : " (a category of its own)") }
        if !names.isEmpty { Output.line("the article\tcategories\t" + names.joined(separator: ", ")) }
    }

    // MARK: Citations

    private func citations(of article: Article) -> [Citation] {
        guard !isJSON || hasAllCitations else { return [] }
        return tagger.citationFinder.citations(in: article).filter { hasAllCitations || $0.provisions.isEmpty }
    }

    private func print(citationsOf article: Article, members: [(String, JSONValue)]) -> Bool {
        let citations = citations(of: article)
        for citation in citations {
            Output.line(isJSON ? JSONValue.object(members + [("citation", citation.json)]).text : citation.sentence)
        }
        return !citations.isEmpty
    }
}

extension Citation {
    /// What `dossier topics --citations --json` prints under `citation`.
    var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("start", .number(range.lowerBound)), ("end", .number(range.upperBound)), ("text", .string(text)),
        ]
        switch reading {
        case .resolved(let provisions):
            members += [("reading", .string("resolved")), ("provisions", .array(provisions.map { .string($0.description) }))]
        case .draft(let treaty):
            members += [("reading", .string("draft")), ("treaty", treaty.map { .string($0.rawValue) } ?? .null)]
        case .unresolved(let reason):
            members += [("reading", .string("unresolved")), ("reason", .string(reason.rawValue))]
        }
        return .object(members)
    }

    /// `120–141  citation  “Article 7”: draft numbering of UNCC`, on one line.
    var sentence: String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "\(range.lowerBound)–\(range.upperBound)\tcitation\t“\(words)”: \(meaning)"
    }

    private var meaning: String {
        switch reading {
        case .resolved(let provisions): provisions.map(\.description).joined(separator: ", ")
        case .draft(let treaty): treaty.map { "draft numbering of \($0)" } ?? "draft numbering"
        case .unresolved(.noInstrument): "unresolved: nothing nearby says of what"
        case .unresolved(.otherInstrument): "unresolved: of a treaty or law that the vocabulary does not have"
        case .unresolved(.unknownNumber): "unresolved: there is no such number"
        case .unresolved(.organisation): "unresolved: the name of an organisation"
        }
    }
}
