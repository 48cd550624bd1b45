import Articles
import Testing

@testable import Topics

/// Paragraphs and what their citations mean, in order: `UNCC:7 UNCC:8`, `draft UNCC`, `draft`, or the reason why not.
struct CitationCase: Sendable, CustomTestStringConvertible {
    var name: String
    var paragraphs: [String]
    var title = ""
    var date: String? = "2025-06-01"
    var language = "en"
    var expected: [String]

    init(_ name: String, _ paragraphs: String..., title: String = "", date: String? = "2025-06-01", language: String = "en", is expected: String...) {
        self.name = name
        self.paragraphs = paragraphs
        self.title = title
        self.date = date
        self.language = language
        self.expected = expected
    }

    var testDescription: String { name }

    var article: Article {
        Article(
            title: title, published: date.flatMap { ArticleDate(iso8601: $0) }, language: language,
            blocks: paragraphs.map { Block(.paragraph, $0) })
    }
}

@Suite("Citations")
struct CitationTests {
    static let finder = CitationFinder()

    static let cases = [
        // Written forms.
        CitationCase("full name", "Article 7 of the UN Convention covers access.", is: "UNCC:7"),
        CitationCase("range with a dash, no preposition", "See Arts. 16–18 Budapest.", is: "BC:16 BC:17 BC:18"),
        CitationCase("range in words", "It repeats Articles 2 to 4 of the Budapest Convention.", is: "BC:2 BC:3 BC:4"),
        CitationCase("list with a range", "Articles 29 to 31, 33 and 34 of the Budapest Convention help.", is: "BC:29 BC:30 BC:31 BC:33 BC:34"),
        CitationCase("paragraph in parentheses", "Article 33(1) GDPR asks for notice.", is: "GDPR:33"),
        CitationCase("code, section, paragraphs", "He broke 18 U.S.C. § 1030(a)(2).", is: "USC:18:1030"),
        CitationCase("code without dots", "He broke 18 USC 1343.", is: "USC:18:1343"),
        CitationCase("letters after the number", "Under 18 U.S.C. § 2252A and 18 U.S.C. § 1028A.", is: "USC:18:2252A", "USC:18:1028A"),
        CitationCase("two signs", "Counts under 18 U.S.C. §§ 1029, 1030 and 1343.", is: "USC:18:1029 USC:18:1030 USC:18:1343"),
        CitationCase("of title", "Fraud, § 1029 of title 18, identity theft, § 1028A, or § 1030.", is: "USC:18:1029", "USC:18:1028A", "USC:18:1030"),
        CitationCase("a part", "The Safeguards Rule, 16 CFR Part 314, applies.", is: "CFR:16:314"),
        CitationCase("a section of a part", "The duty is at 31 C.F.R. § 1020.320.", is: "CFR:31:1020.320"),
        CitationCase("a section of a part that stands for the part", "See 31 CFR 1010.100.", is: "CFR:31:1010"),
        CitationCase("New York", "23 NYCRR 500 binds banks.", is: "CFR:23NYCRR:500"),
        CitationCase("requirement", "Requirement 3 of PCI DSS protects data, and Requirement 4.2.1 its way.", is: "PCIDSS:3", "PCIDSS:4"),
        CitationCase("requirements", "PCI Requirements 7 and 8 say so.", is: "PCIDSS:7 PCIDSS:8"),
        CitationCase("recommendation", "FATF Recommendation 16 is the travel rule; Recommendation 15 covers assets.", is: "FATF:R.16", "FATF:R.15"),
        CitationCase("clauses", "ISO/IEC 27001 says in clauses 4 to 6 and in Annex A.5.1 how.", is: "ISO27001:4 ISO27001:5 ISO27001:6", "ISO27001:A.5"),
        CitationCase("no-break space", "Article\u{A0}24 of the Budapest Convention.", is: "BC:24"),
        CitationCase("dots in the name", "Article 37 of the U.N. Convention.", is: "UNCC:37"),
        CitationCase("section sign without a title", "Charged under § 1030.", is: "no-instrument"),
        CitationCase("sign, its title elsewhere in the article", "18 U.S.C. § 1030 is old.", "Charged under § 1030.", is: "USC:18:1030", "USC:18:1030"),
        CitationCase("Articles 2 to 6", "Articles 2 to 6 of the Budapest Convention.", is: "BC:2 BC:3 BC:4 BC:5 BC:6"),
        CitationCase("a range beyond the last number", "Articles 47 to 60 of the Budapest Convention.", is: "BC:47 BC:48"),
        CitationCase("the same number twice", "Articles 7, 8 and 7 of the Budapest Convention.", is: "BC:7 BC:8"),
        CitationCase("curly apostrophe", "Budapest’s Article 7 is forgery.", is: "BC:7"),

        // French and Spanish.
        CitationCase("French", "L’article 35 de la Convention de Budapest crée un réseau.", language: "fr", is: "BC:35"),
        CitationCase(
            "French, the Convention named before", "La Convention sur la cybercriminalité date de 2001. Selon l'article 35 de la Convention, oui.",
            language: "fr", is: "BC:35"),
        CitationCase(
            "French list", "La Convention des Nations Unies contre la cybercriminalité reprend ce schéma aux articles 25, 42 et 41.",
            language: "fr", is: "UNCC:25 UNCC:42 UNCC:41"),
        CitationCase("French, two treaties", "L’article 37 de la Convention des Nations Unies et l’article 24 de celle de Budapest.", language: "fr", is: "UNCC:37", "BC:24"),
        CitationCase("French range", "Les articles 16 à 18 de la convention de Budapest.", language: "fr", is: "BC:16 BC:17 BC:18"),
        CitationCase("French regulation", "Le règlement (UE) 2023/1543 arrive. L’article 5 fixe les conditions.", language: "fr", is: "EEVID:5"),
        CitationCase("French, apostrophe", "Selon l'article 7 de la Convention des Nations Unies.", language: "fr", is: "UNCC:7"),
        CitationCase("French, curly apostrophe", "Selon l’article 7 de la convention de Hanoï.", language: "fr", is: "UNCC:7"),
        CitationCase("French, draft", "L'article 7 de la Convention des Nations Unies.", date: "2024-01-01", language: "fr", is: "draft UNCC"),
        CitationCase("French abbreviation", "Voir art. 33 du RGPD.", language: "fr", is: "GDPR:33"),
        CitationCase("Spanish, decomposed accents", "El arti\u{301}culo 18 del Convenio de Budapest.", language: "es", is: "BC:18"),
        CitationCase(
            "Spanish, the United Nations", "El artículo 7 de la Convención de las Naciones Unidas contra la Ciberdelincuencia.", language: "es",
            is: "UNCC:7"),
        CitationCase("Spanish range", "Los artículos 16 a 18 del Convenio de Budapest.", language: "es", is: "BC:16 BC:17 BC:18"),
        CitationCase(
            "Spanish, the Convention named before", "El Convenio de Budapest es de 2001. El artículo 35 del Convenio crea una red.", language: "es",
            is: "BC:35"),
        CitationCase("Spanish, other treaties", "El artículo 18 del Tratado de Roma.", language: "es", is: "no-instrument"),
        CitationCase("Spanish", "El artículo 18 del Convenio de Budapest lo dice.", language: "es", is: "BC:18"),

        // Where the instrument stands.
        CitationCase("in the clause, before", "The UN Convention offers more in Articles 37, 41 and 40, and reaches others.", is: "UNCC:37 UNCC:41 UNCC:40"),
        CitationCase("two in one sentence", "Articles 4 and 5 of the Budapest Convention and Arts. 9–10 of the UN Convention.", is: "BC:4 BC:5", "UNCC:9 UNCC:10"),
        CitationCase("shared", "Article 24 or Article 25 of the Budapest Convention may serve.", is: "BC:24", "BC:25"),
        CitationCase("in parentheses", "Breaches are notified (GDPR, Article 33).", is: "GDPR:33"),
        CitationCase("parentheses behind", "Article 33 (GDPR) gives 72 hours.", is: "GDPR:33"),
        CitationCase("in the sentence", "Under the Budapest Convention it may be fraud, Articles 7 and 8, though not always.", is: "BC:7 BC:8"),
        CitationCase("in the sentence, a list behind a colon", "Budapest has both: Article 24 on extradition, Article 35 on the network.", is: "BC:24", "BC:35"),
        CitationCase("in the paragraph", "NIS2 is a directive. Companies ask for time. Article 23 gives none.", is: "NIS2:23"),
        CitationCase("in the article", "The UN Convention is long.", "The UN Convention is new.", "Article 41 has a network.", is: "UNCC:41"),
        CitationCase(
            "a number that the nearest does not have", "The UN Convention is long. The UN Convention is new.",
            "Unlike Budapest it is complete. Articles 49 to 52 cover property.", is: "UNCC:49 UNCC:50 UNCC:51 UNCC:52"),
        CitationCase("none dominant", "DORA is a law.", "NIS2 is a directive.", "Article 23 has steps.", is: "no-instrument"),
        CitationCase("nowhere", "Article 23 has steps.", is: "no-instrument"),
        CitationCase("of the Convention", "The Budapest Convention and DORA differ. Article 24 of the Convention is old.", is: "BC:24"),
        CitationCase("of the one", "They follow Article 15 of the one and Article 24 of the other, the Budapest Convention.", is: "no-instrument", "no-instrument"),
        CitationCase("the longest name", "Article 18 of the UN Convention against Transnational Organized Crime (UNTOC).", is: "UNTOC:18"),
        CitationCase("a section cited before with its title", "The law is 18 U.S.C. § 1030.", "Section 1030 was narrowed.", is: "USC:18:1030", "USC:18:1030"),
        CitationCase("another protocol", "Article 7 of the Second Additional Protocol to the Budapest Convention.", is: "BC-P2:7"),

        // Drafts.
        CitationCase("before the final text", "Article 6 of the UN Convention is access.", date: "2024-08-08", is: "draft UNCC"),
        CitationCase("on the day of the final text", "Article 7 of the UN Convention is access.", date: "2024-08-09", is: "UNCC:7"),
        CitationCase("only the year known", "Article 7 of the UN Convention is access.", date: "2024", is: "draft UNCC"),
        CitationCase("no date", "Article 7 of the UN Convention is access.", date: nil, is: "draft UNCC"),
        CitationCase("another treaty without a date", "Article 7 of the Budapest Convention is forgery.", date: nil, is: "BC:7"),
        CitationCase(
            "called a draft", "The UN Convention grew. Draft Articles 6 to 10 were like Articles 2 to 4 of the Budapest Convention.",
            is: "draft UNCC", "BC:2 BC:3 BC:4"),
        CitationCase("a draft of nothing known", "Draft Article 5 was dropped.", is: "draft"),

        // What is none.
        CitationCase("another convention", "Article 5 of the UN Convention on the Law of the Sea, and Article 2 of the Vienna Convention.", is: "other-instrument", "other-instrument"),
        CitationCase("Section 230", "Section 230 shields platforms under the GDPR. Section 230 of the Communications Decency Act too.", is: "no-instrument", "other-instrument"),
        CitationCase("another title", "47 U.S.C. § 230 shields platforms.", is: "unknown-number"),
        CitationCase("NATO", "Ministers invoked NATO’s Article 5. Article 5 of NATO binds.", title: "The UN Convention", is: "other-instrument", "other-instrument"),
        CitationCase("NATO in the sentence", "NATO allies, the ministers said, might invoke Article 5.", is: "other-instrument"),
        CitationCase("the organisation", "ARTICLE 19 criticised the UN Convention.", is: "organisation"),
        CitationCase("the organisation among others", "Article 19 and other rights groups criticised the UN Convention.", is: "organisation"),
        CitationCase("no organisation: part of a word", "The Budapest Convention is in force in Congo, and Article 19 is ongoing work.", is: "BC:19"),
        CitationCase("the article of that number", "Article 19 of the Budapest Convention is search.", is: "BC:19"),
        CitationCase("no such number", "Article 99 of the Budapest Convention.", is: "unknown-number"),
        CitationCase("other acts", "Section 3 of the Computer Misuse Act and Article 8 ECHR.", is: "other-instrument", "other-instrument"),
        CitationCase("a town", "At Article 5 in Budapest the signs fell.", is: "no-instrument"),
        CitationCase("not a citation", "An article about 7 convictions, section A, 5 recommendations, 100% art 5.", is: ""),
        CitationCase("not a list", "Under Article 33 GDPR and 24 hours later.", is: "GDPR:33"),
    ]

    @Test("mean what they must", arguments: cases)
    func named(_ example: CitationCase) {
        let found = Self.finder.citations(in: example.article).map { Self.written($0.reading) }
        #expect(found == example.expected.filter { !$0.isEmpty })
    }

    static func written(_ reading: Citation.Reading) -> String {
        switch reading {
        case .resolved(let provisions): provisions.map(\.description).joined(separator: " ")
        case .draft(let treaty): treaty.map { "draft \($0)" } ?? "draft"
        case .unresolved(let reason): reason.rawValue
        }
    }

    /// Paragraphs whose last citation is of Budapest, and where that is found.
    static let rungs: [(name: String, paragraphs: [String], scope: Citation.Scope?)] = [
        ("attached", ["Article 7 of the Budapest Convention."], .clause),
        ("in the clause before", ["The Budapest Convention knows forgery in its Article 7, others do not."], .clause),
        ("in the clause behind", ["Only Article 7 makes the Budapest Convention complete."], .clause),
        ("in the parenthesis around", ["NIS2 is silent: forgery (Budapest Convention, as amended, Article 7), they say."], .parenthesis),
        ("in the parenthesis behind", ["Forgery is in Article 7 (Budapest Convention) alone."], .parenthesis),
        ("in the sentence before", ["The Budapest Convention, they say, covers forgery, namely Article 7, well."], .sentence),
        ("in the sentence behind", ["Namely Article 7, they say, is new in the Budapest Convention."], .sentence),
        ("in the sentence, with a full stop that ends none", ["The Budapest Convention, says Dr. Arden, has forgery, cf. Article 7, too."], .sentence),
        ("in the paragraph before", ["The Budapest Convention is old. Forgery is in Article 7, though."], .paragraph),
        ("in the paragraph, a long word before the full stop", ["They ratified the Budapest Convention yesterday. Article 7 is forgery."], .paragraph),
        ("in the paragraph behind", ["Forgery is in Article 7. So it is in the Budapest Convention."], .paragraph),
        ("in the article", ["The Budapest Convention is old.", "Forgery is in Article 7."], .article),
        ("nowhere", ["Forgery is in Article 7."], nil),
    ]

    @Test("find the instrument on the nearest rung", arguments: rungs)
    func scopes(_ rung: (name: String, paragraphs: [String], scope: Citation.Scope?)) {
        let article = Article(title: "", language: "en", blocks: rung.paragraphs.map { Block(.paragraph, $0) })
        let found = Self.finder.citations(in: article)
        #expect(found.count == 1, "\(rung.name)")
        #expect(found.last?.scope == rung.scope, "\(rung.name)")
        #expect(found.last.map { Self.written($0.reading) } == (rung.scope == nil ? "no-instrument" : "BC:7"), "\(rung.name)")
    }

    @Test("name only provisions that the vocabulary has, each once")
    func numbers() {
        for treaty in Vocabulary.builtIn.treaties where treaty.unit == .article {
            let known = Set(Vocabulary.builtIn.provisions.lazy.filter { $0.id.treaty == treaty.id }.map(\.id))
            let article = Article(
                title: "", published: ArticleDate(iso8601: "2025-06-01"), language: "en",
                blocks: (1...120).map { Block(.paragraph, "See Article \($0) of the \(treaty.shortName).") })
            let found = Self.finder.citations(in: article)
            #expect(found.count == 120)
            #expect(Set(found.flatMap(\.provisions)) == known.filter { Int($0.article).map { $0 <= 120 } ?? false }, "\(treaty.id)")
            #expect(found.allSatisfy { $0.reading == .unresolved(.unknownNumber) || $0.provisions.count == 1 })
        }
    }

    @Test("stand in the canonical text, with an instrument that follows at once")
    func ranges() {
        let example = CitationCase("", "It was late.", "Then Article 7 of the UN Convention came.", is: "")
        let citation = Self.finder.citations(in: example.article).first
        #expect(citation?.text == "Article 7 of the UN Convention")
        #expect(citation?.range == 19..<49)
        #expect(citation?.scope == .clause)
    }

    @Test("take the instrument of a table's column, and of the heading above")
    func tableAndHeading() {
        let article = Article(
            title: "", published: ArticleDate(iso8601: "2025-06-01"), language: "en",
            blocks: [
                Block(.table, "Subject\tBudapest Convention\tUN Convention\nAccess\tArticle 2\tArticle 7\nNotes\tnone"),
                Block(.heading, "Under NIS2", level: 2), Block(.paragraph, "Article 23 has three steps."),
                Block(.code, "Article 2 of the Budapest Convention"),
            ])
        let found = Self.finder.citations(in: article).map { Self.written($0.reading) }
        #expect(found == ["BC:2", "UNCC:7", "NIS2:23"])
    }

    @Test("link to the topics that stand for them, and name them")
    func links() {
        let article = Article(
            title: "", published: ArticleDate(iso8601: "2025-06-01"), language: "en",
            blocks: [Block(.paragraph, "See Article 24 of the Budapest Convention."), Block(.promotion, "Article 7 of the Budapest Convention")])
        let links = Tagger().tag(article).filter { $0.origin == .citation }
        #expect(links.map(\.topic) == ["budapest-convention", "extradition"])
        #expect(links.last?.explanation.context.map(\.name) == ["cites Budapest Convention, Article 24"])
        #expect(links.last?.explanation.evidence.map(\.text) == ["Article 24 of the Budapest Convention"])
        let draft = Article(title: "", language: "en", blocks: [Block(.paragraph, "Article 37 of the UN Convention.")])
        #expect(!Tagger().tag(draft).contains { $0.origin == .citation })
    }
}
