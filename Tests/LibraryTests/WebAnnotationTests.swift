import Articles
import Foundation
@testable import Library
import Testing
import Text

/// Annotations that leave the library keep the rules of the model, and come back; those of others come in.
@Suite struct WebAnnotationTests {
    @Test func keepsTheRulesOfTheModel() throws {
        try scenario { library, folder in
            try ExportTests.fill(library)
            let text = try library.exported(.jsonld)
            let json = try JSONParser.value(of: Array(text.utf8)[...])
            #expect(AnnotationRules.broken(by: json) == [])
            #expect(json["total"]?.integer == 3 && json["first"]?["items"]?.elements.count == 3)
            // Code points, not bytes: «Ein Überblick: 条約 on» has two-byte and three-byte ones before the place.
            let beta = try #require(json["first"]?["items"]?.elements.first { $0["dossier:colour"]?.string == "green" })
            let position = try #require(beta["target"]?["selector"]?.elements.first { $0["type"]?.string == "TextPositionSelector" })
            #expect(position["start"]?.integer == 15 && position["end"]?.integer == 20)
            // Into another library with the same articles, by identity and quote.
            let file = folder.path + "/export.jsonld"
            try library.export(.jsonld, toFile: file)
            try scenario { second, _ in
                try second.apply(ExportTests.files)
                let summary = try second.importFile(file)
                #expect(summary.added == 3 && summary.problems == [] && summary.withoutArticle == 0)
                let columns = { (passages: [StoredPassage]) in passages.map { [$0.id, $0.anchor.quote, $0.note?.text ?? "", $0.tags.joined(), $0.highlight?.rawValue ?? "", "\($0.isBookmarked) \($0.range as Any)"] }.sorted { $0[0] < $1[0] } }
                #expect(try columns(second.passages()) == columns(library.passages()))
                #expect(try second.importFile(file).alreadyThere == 3)
            }
        }
    }

    /// What the checker finds, each rule broken once.
    @Test func theCheckerFindsWhatIsBroken() throws {
        let good = #"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:1","type":"Annotation","motivation":"commenting","created":"2024-01-01T00:00:00Z","body":[{"type":"TextualBody","value":"x","purpose":"commenting"}],"target":{"source":"https://example.org/a","selector":[{"type":"TextPositionSelector","start":1,"end":2},{"type":"TextQuoteSelector","exact":"x"}]}}"#
        #expect(AnnotationRules.broken(by: try JSONParser.value(of: Array(good.utf8)[...])) == [])
        let changes = [
            ("http://www.w3.org/ns/anno.jsonld", "x"), (#""id":"urn:uuid:1","#, ""), (#""type":"Annotation""#, #""type":"Note""#), (#""motivation":"commenting""#, #""motivation":"shouting""#),
            ("2024-01-01T00:00:00Z", "yesterday"), (#""purpose":"commenting""#, #""purpose":"x""#), (#""value":"x","#, ""), (#""source":"https://example.org/a","#, ""), (#""start":1"#, #""start":3"#),
            (#""exact":"x""#, #""exact":1"#), ("TextQuoteSelector", "OtherSelector"),
        ]
        for (old, new) in changes {
            let broken = AnnotationRules.broken(by: try JSONParser.value(of: Array(good.replacing(old, with: new).utf8)[...]))
            #expect(broken.count == 1, "\(old): \(broken)")
        }
    }

    @Test func takesWhatHypothesisExports() throws {
        try scenario { library, folder in
            let text = "An opening.\n\nThe treaty’s “scope” is wide, they say, and it grows."
            let blocks = text.split(separator: "\n\n").map { Block(.paragraph, String($0)) }
            try library.apply([.file("a", [IncomingArticle(Article(title: "A", url: "https://Example.org/a/?utm_source=x#top", blocks: blocks), links: [])])])
            let export = #"""
                {"export_date":"2024-05-01","annotations":[
                 {"id":"abc","created":"2024-05-01T10:00:00.123456+00:00","updated":"2024-05-02T10:00:00.5+00:00","user":"acct:x@hypothes.is","uri":"https://example.org/a",
                  "text":"A *note*","tags":["law","Law","scope "],"document":{"title":["A"]},
                  "target":[{"source":"https://example.org/a","selector":[
                    {"type":"RangeSelector","startContainer":"/div[1]","startOffset":0,"endContainer":"/div[1]","endOffset":9},
                    {"type":"TextPositionSelector","start":4021,"end":4055},
                    {"type":"TextQuoteSelector","exact":"The treaty's \"scope\" is\n   wide","prefix":"An opening. ","suffix":", they say"}]}]},
                 {"id":"reply","uri":"https://example.org/a","text":"no quote","target":[{"source":"https://example.org/a"}]},
                 {"id":"other","uri":"https://example.org/other","created":"2024-05-01T10:00:00+00:00","target":[{"source":"https://example.org/other","selector":[{"type":"TextQuoteSelector","exact":"words"}]}]}
                ]}
                """#
            let file = folder.path + "/hypothesis.json"
            try Data(export.utf8).write(to: URL(fileURLWithPath: file))
            let summary = try library.importFile(file)
            #expect(summary.added == 1 && summary.withoutArticle == 1)
            #expect(summary.problems == [.init(number: 2, reason: "it says neither quote nor place")])
            let passage = try #require(try library.passages().first)
            #expect(passage.anchor.quote == "The treaty’s “scope” is wide" && passage.note?.text == "A *note*" && passage.tags == ["law", "scope"])
            #expect(passage.created.description == "2024-05-01T10:00:00Z")
            let again = try library.importFile(file)
            #expect(again.added == 0 && again.updated == 0 && again.alreadyThere == 1)
        }
    }

    /// Whatever a file holds, it is refused or read, whole or not at all.
    @Test func refusesWhatIsHostile() throws {
        try scenario { library, folder in
            try library.apply(ExportTests.files)
            let dump = try library.dump()
            let file = folder.path + "/bad"
            let identity = String(repeating: "a", count: 64)
            let bad = [
                "", "\n\n", "{", "[1,", String(repeating: "[", count: 100_000), "nonsense", #"{"type":"passage"}"#, #"{"a":"\u{1}"}"#, "\"\\ud800\"", "null", "[]", "7",
                #"{"type":"passage","id":"../x","article":"\#(identity)","start":0,"end":1,"quote":"x","created":"2024","edited":"2024"}"#,
                #"{"type":"passage","id":"x","article":"\#(identity)","start":-1,"end":1,"quote":"x","created":"2024","edited":"2024"}"#,
                #"{"type":"passage","id":"x","article":"\#(identity)","start":0,"end":1,"quote":"x","highlight":"mauve","created":"2024","edited":"2024"}"#,
                #"{"type":"decision","id":"x","article":"\#(identity)","start":0,"end":1,"topic":"t","verdict":"maybe","created":"2024","edited":"2024"}"#,
            ]
            for text in bad {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file))
                do {
                    let summary = try library.importFile(file)
                    #expect(summary.added + summary.updated + summary.withoutArticle == 0, "\(text.prefix(60))")
                } catch let failure as ImportFailure {
                    #expect(failure.path == file)
                }
                #expect(try library.dump() == dump, "\(text.prefix(60))")
            }
            try Data([0x22, 0xFF, 0xFE, 0x22]).write(to: URL(fileURLWithPath: file))
            #expect(try library.importFile(file).unusable == 1)
            #expect(throws: FileFailure(path: folder.path + "/none", number: 2)) { try library.importFile(folder.path + "/none") }
        }
    }
}

/// Rules of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) that our exports must keep:
/// the context is the model's (3.1); an annotation has one `id` that is an IRI, is of type `Annotation`, and has at least one target
/// (3.1); a motivation and a purpose is one of the model's (3.3.5); times are `xsd:dateTime` in UTC (3.3.1); a textual body has
/// one `value` (3.2.4); a specific resource has one `source` that is an IRI (4.1), and its selectors are of a known type (4.2): a text quote has
/// one `exact`, and `prefix` and `suffix` are texts (4.2.4); a text position has `start` and `end`, whole numbers in order (4.2.5). A collection
/// and a page have an `id` and their type, a collection counts its annotations in `total` (5.1, 5.2).
enum AnnotationRules {
    private static let motivations: Set<String> = [
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning",
        "replying", "tagging",
    ]

    static func broken(by json: JSONValue) -> [String] {
        var broken: [String] = []
        if !(json["@context"]?.elements.contains { $0.string == "http://www.w3.org/ns/anno.jsonld" } ?? false) { broken.append("context") }
        guard json["type"]?.string == "AnnotationCollection" else { return broken + annotation(json) }
        if !isIRI(json["id"]) || !isIRI(json["first"]?["id"]) || json["first"]?["type"]?.string != "AnnotationPage" { broken.append("collection") }
        let items = json["first"]?["items"]?.elements ?? []
        if json["total"]?.integer != items.count { broken.append("total") }
        if Set(items.compactMap { $0["id"]?.string }).count != items.count { broken.append("ids differ") }
        return broken + items.flatMap(annotation)
    }

    private static func annotation(_ json: JSONValue) -> [String] {
        var broken: [String] = []
        if !isIRI(json["id"]) { broken.append("id") }
        if json["type"]?.string != "Annotation" { broken.append("type") }
        for motivation in json["motivation"]?.elements ?? [] where !isMotivation(motivation) { broken.append("motivation") }
        for time in [json["created"], json["modified"]].compactMap({ $0 }) where !isTime(time) { broken.append("time") }
        for body in json["body"]?.elements ?? [] {
            if body["type"]?.string != "TextualBody" || body["value"]?.string == nil { broken.append("body") }
            if let purpose = body["purpose"], !isMotivation(purpose) { broken.append("purpose") }
            if let time = body["modified"], !isTime(time) { broken.append("time of a body") }
        }
        let targets = json["target"]?.elements ?? []
        if targets.isEmpty { broken.append("target") }
        for target in targets {
            if !isIRI(target["source"]) { broken.append("source") }
            broken += (target["selector"]?.elements ?? []).flatMap(selector)
        }
        return broken
    }

    private static func selector(_ json: JSONValue) -> [String] {
        switch json["type"]?.string {
        case "TextQuoteSelector":
            let context = [json["prefix"], json["suffix"]].compactMap { $0 }
            return json["exact"]?.string == nil || context.contains { $0.string == nil } ? ["quote"] : []
        case "TextPositionSelector":
            guard let start = json["start"]?.integer, let end = json["end"]?.integer, 0 <= start, start <= end else { return ["position"] }
            return []
        default: return ["selector"]
        }
    }

    private static func isIRI(_ json: JSONValue?) -> Bool {
        json?.string?.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>"{}|\\^`]+/) != nil
    }

    private static func isMotivation(_ json: JSONValue) -> Bool { json.string.map(motivations.contains) ?? false }

    private static func isTime(_ json: JSONValue) -> Bool {
        json.string?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil
    }
}
