import Articles
import Testing

@testable import Topics

/// The same words as texts write them: one normaliser for labels and texts, with offsets into the text as it is.
@Suite("Ways of writing a label")
struct MatchingFormsTests {
    static let tagger = Tagger()

    struct Form: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var topic: TopicID
        /// The words as they stand in the text; nothing where they must not be found.
        var words: String?

        var testDescription: String { name }
    }

    static let forms = [
        Form(name: "full-width letters", text: "The ｒａｎｓｏｍｗａｒｅ came.", topic: "ransomware", words: "ｒａｎｓｏｍｗａｒｅ"),
        Form(name: "a ligature", text: "A tale of ﬁnancial fraud here.", topic: "fraud-management", words: "ﬁnancial fraud"),
        Form(name: "a soft hyphen", text: "The ransom\u{AD}ware came.", topic: "ransomware", words: "ransom\u{AD}ware"),
        Form(name: "soft hyphens in a phrase", text: "A mutual legal assis\u{AD}tance treaty.", topic: "mutual-legal-assistance", words: "mutual legal assis\u{AD}tance treaty"),
        Form(name: "a non-breaking hyphen", text: "They tried spear\u{2011}phishing.", topic: "phishing", words: "spear\u{2011}phishing"),
        Form(name: "a Unicode hyphen", text: "They tried spear\u{2010}phishing.", topic: "phishing", words: "spear\u{2010}phishing"),
        Form(name: "an en dash", text: "They tried spear–phishing.", topic: "phishing", words: "spear–phishing"),
        Form(name: "a non-breaking blank", text: "It was identity\u{A0}theft.", topic: "identity-theft", words: "identity\u{A0}theft"),
        Form(name: "a line end", text: "It was identity\ntheft.", topic: "identity-theft", words: "identity\ntheft"),
        Form(name: "several blanks", text: "It was identity   theft.", topic: "identity-theft", words: "identity   theft"),
        Form(name: "a curly apostrophe", text: "On children’s rights.", topic: "child-rights", words: "children’s rights"),
        Form(name: "a straight apostrophe", text: "On children's rights.", topic: "child-rights", words: "children's rights"),
        Form(name: "quotes between", text: "It was “identity” theft.", topic: "identity-theft", words: "identity” theft"),
        Form(name: "capitals", text: "IDENTITY THEFT", topic: "identity-theft", words: "IDENTITY THEFT"),
        Form(name: "a decomposed accent", text: "It was a de\u{301}ja\u{300} vu of ransomware.", topic: "ransomware", words: "ransomware"),
        Form(name: "dotted", text: "The U.N. cybercrime treaty.", topic: "un-cybercrime-convention", words: "U.N. cybercrime treaty"),
        Form(name: "undotted", text: "The UN cybercrime treaty.", topic: "un-cybercrime-convention", words: "UN cybercrime treaty"),
        Form(name: "a hyphenated compound", text: "The UN cyber-crime treaty.", topic: "un-cybercrime-convention", words: "UN cyber-crime treaty"),
        Form(name: "a parted compound", text: "The UN cyber crime treaty.", topic: "un-cybercrime-convention", words: "UN cyber crime treaty"),
        Form(name: "cyber-crime", text: "On cyber-crime alone.", topic: "cybercrime", words: "cyber-crime"),
        Form(name: "cyber crime", text: "On cyber crime alone.", topic: "cybercrime", words: "cyber crime"),
        Form(name: "cybercrime", text: "On cybercrime alone.", topic: "cybercrime", words: "cybercrime"),
        Form(name: "British spelling", text: "It was an authorised push payment.", topic: "payment-fraud", words: "authorised push payment"),
        Form(name: "American spelling", text: "An organized criminal group.", topic: "organized-crime", words: "organized criminal group"),
        Form(name: "three words in another order", text: "The assistance that is mutual and legal took months.", topic: "mutual-legal-assistance", words: "assistance that is mutual and legal"),
        Form(name: "three words in two sentences", text: "Assistance is mutual. It is legal too.", topic: "mutual-legal-assistance", words: nil),
        Form(name: "a full stop between", text: "It was his identity. Theft was another matter.", topic: "identity-theft", words: nil),
        Form(name: "a comma between", text: "Of identity, theft and loss.", topic: "identity-theft", words: nil),
        Form(name: "an acronym in lower case", text: "They made a bec of it.", topic: "bec", words: nil),
        Form(name: "inside a longer word", text: "An antifraudulentism was coined.", topic: "fraud-management", words: nil),
    ]

    @Test("finds the words in their place", arguments: forms)
    func finds(_ form: Form) {
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "Before."), Block(.paragraph, form.text)])
        let links = Self.tagger.session().links(article).filter { $0.topic == form.topic && $0.origin == .engine && $0.passage.start > 0 }
        let found = links.flatMap { $0.explanation.evidence.filter { $0.contribution > 0 } }
        #expect(found.map(\.text).contains { $0 == form.words } == (form.words != nil), "found \(found.map(\.text))")
        if form.words == nil { #expect(found.isEmpty) }
        let bytes = Array(article.text.utf8)
        for evidence in found { #expect(String(decoding: bytes[evidence.start..<evidence.end], as: UTF8.self) == evidence.text) }
    }

    @Test("words in another order weigh less than in the label's")
    func order() throws {
        func score(_ text: String) throws -> Double {
            let article = Article(title: "", language: "en", blocks: [Block(.paragraph, text)])
            return try #require(Self.tagger.session().links(article).first { $0.topic == "mutual-legal-assistance" }).explanation.score
        }
        let written = try score("They asked for mutual legal assistance.")
        let apart = try score("They asked for mutual and prompt legal assistance.")
        let turned = try score("They asked for assistance, legal and mutual.")
        #expect(written > apart && apart > turned)
    }

    @Test("of a label that begins another, both are found, and the shorter one of another topic is covered")
    func prefix() throws {
        let article = Article(title: "", language: "en", blocks: [Block(.paragraph, "The data protection authority met the data protection officer.")])
        let link = try #require(Self.tagger.session().links(article).first { $0.topic == "privacy-data-protection" })
        #expect(link.explanation.evidence.map(\.text) == ["data protection authority", "data protection officer"])
        let treaty = Article(title: "", language: "en", blocks: [Block(.paragraph, "On human rights law in the Convention on Cybercrime.")])
        let links = Self.tagger.session().links(treaty).filter { $0.standing == .probable }
        #expect(Set(links.map(\.topic)) == ["human-rights-safeguards", "budapest-convention"])
    }
}
