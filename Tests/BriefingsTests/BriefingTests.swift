import Articles
@testable import Briefings
import Testing
import Text
import Topics

@Suite struct BriefingTests {
    @Test func bodiesAreReadAsTheyWereWritten() throws {
        let briefing = Briefing.sample
        let read = try Briefing(title: "The week", try JSONParser.value(briefing.json.text.utf8))
        #expect(read == briefing)
        #expect(read.json.text == briefing.json.text)
        #expect(try Briefing(title: "Empty", .object([])) == Briefing(title: "Empty"))
    }

    @Test(arguments: [
        ("[]", "it is no object"), (#"{"items":[{"kind":"poem"}]}"#, "an item is of an unknown kind"), (#"{"items":[{"kind":"heading"}]}"#, "an item has no text"),
        (#"{"items":[{"kind":"quote"}]}"#, "a source names no article"),
        (#"{"items":[{"kind":"quote","source":{"article":"a","title":"b"},"start":3,"end":2,"quote":""}]}"#, "a quote has no place"),
        (#"{"items":[{"id":1,"kind":"text","text":"a"},{"id":1,"kind":"text","text":"b"}]}"#, "two of its items are one"),
        (#"{"appendices":[{"treaty":"no treaty"}]}"#, "an appendix names no treaty"),
    ]) func unreadableBodiesAreRefused(body: String, reason: String) throws {
        let value = try JSONParser.value(body.utf8)
        #expect(throws: Briefing.Unreadable(reason: reason)) { try Briefing(title: "x", value) }
    }

    @Test func itemsAreMovedAndEdited() throws {
        var briefing = Briefing(title: "B", items: ["a", "b", "c", "d"].map { Briefing.Item(content: .heading($0)) })
        let titles = { (briefing: Briefing) in briefing.items.map(\.shownTitle).joined() }
        for (edit, expected, changed) in [
            (Briefing.Edit.move(item: 1, by: 1), "bacd", true), (.move(item: 1, by: 99), "bcda", true), (.move(item: 1, by: -99), "abcd", true),
            (.move(item: 1, by: -1), "abcd", false), (.move(item: 2, by: Int.min), "bacd", true), (.move(item: 2, by: Int.max), "acdb", true),
            (.drop(item: 3), "adb", true), (.retitle(item: 4, "  X "), "aXb", true), (.retitle(item: 4, nil), "adb", true),
            (.insert(.text("n"), after: 1), "andb", true), (.insert(.heading("e"), after: nil), "andbe", true), (.comment(item: 1, "c"), "andbe", true),
            (.comment(item: 1, " "), "andbe", true), (.comment(item: 1, nil), "andbe", false),
        ] {
            #expect(try briefing.apply(edit) == changed, "\(edit)")
            #expect(titles(briefing) == expected, "\(edit)")
        }
        #expect(Set(briefing.items.map(\.id)).count == 5)
        #expect(throws: Briefing.Refusal.unknownItem) { try briefing.apply(.drop(item: 99)) }
        #expect(throws: Briefing.Refusal.empty) { try briefing.apply(.rename(" \n")) }
        #expect(throws: Briefing.Refusal.empty) { try briefing.apply(.insert(.heading(" "), after: nil)) }
        #expect(throws: Briefing.Refusal.tooLong) { try briefing.apply(.introduce(String(repeating: "a", count: 20_001))) }
        briefing.add((0..<2_000).map { .heading("\($0)") })
        #expect(briefing.items.count == Briefing.mostItems)
        #expect(throws: Briefing.Refusal.tooMany) { try briefing.apply(.insert(.heading("x"), after: nil)) }
    }

    @Test func remembersWhatItsSearchOffered() throws {
        var briefing = Briefing(title: "B", query: "q")
        let (one, two) = (BriefingSource.sample(1), BriefingSource.sample(2))
        briefing.add([.story(.init(source: two, sentences: [], others: [one])), .quote(.sample("x", .sample(3)))])
        #expect(briefing.known == [one.identity, two.identity])
        try briefing.apply(.drop(item: 1))
        #expect(briefing.known == [one.identity, two.identity])
    }

    @Test func pagesNumberSourcesAsTheyAreCited() throws {
        let uncc = try #require(TreatyID("UNCC"))
        let identity = BriefingSource.sample(1).identity
        let facts = [identity: BriefingPage.Facts(provisions: [ProvisionID(treaty: uncc, article: "37"), ProvisionID(treaty: uncc, article: "7")], citesDraft: true)]
        let page = Briefing.sample.page(facts)
        #expect(page.sources.map(\.number) == [1, 2] && page.sources.map(\.citesDraft) == [true, false])
        #expect(page.sources.map(\.source.identity) == [identity, BriefingSource.sample(2).identity])
        #expect(page.pieces == [
            .heading("Courts"), .paragraph("A paragraph.\nOf two lines."), .quote("A quote of “words”.", source: 1, place: "paragraph 2"), .comment("My comment."),
            .story("My title", source: 2, others: [1]), .quote(Hostile.text, source: 2, place: "paragraph 2"), .quote("From one.", source: 1, place: ""),
        ])
        #expect(page.provisions.map(\.name) == ["United Nations Convention against Cybercrime"])
        #expect(page.provisions.first?.entries.map(\.citation) == ["UN Convention against Cybercrime, Article 7", "UN Convention against Cybercrime, Article 37"])
    }
}
