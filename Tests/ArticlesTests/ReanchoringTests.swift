import Articles
import Foundation
import TestSupport
import Testing

/// Passages of the project's articles, found again after a thousand random edits (a sample without `DOSSIER_SOAK`).
@Suite struct ReanchoringTests {
    @Test func passagesAreFoundAgainOrOrphaned() throws {
        let texts = try SampleTexts.all()
        var count = ReanchoringCount()
        for seed in 0..<UInt64(Soak.pick(sample: 60, full: 1_000)) { count.edit(texts, seed: seed) }
        print(count.summary)
        #expect(count.wrong == [])
        #expect(count.whole > 0 && count.foundWhole * 100 >= count.whole * 99, "\(count.summary)")
        #expect(count.changed > 0 && count.foundChanged * 100 >= count.changed * 95, "\(count.summary)")
        #expect(count.gone > 0)
    }
}

/// The texts of the articles that the project brings, as plain paragraphs.
enum SampleTexts {
    static func all() throws -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Articles").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
        return try names.sorted().map { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return text.split(separator: "\n\n").map { $0.split(separator: "\n").joined(separator: " ") }.joined(separator: "\n\n")
        }
    }
}

/// Makes passages, edits their text, and counts what becomes of them.
struct ReanchoringCount {
    /// Passages whose bytes all survived side by side, and those found in exactly their place.
    private(set) var whole = 0
    private(set) var foundWhole = 0
    /// Passages of which at most 15 % of the characters changed, and those found with nearly all that is left of them.
    private(set) var changed = 0
    private(set) var foundChanged = 0
    /// Passages of which more changed, which may be found or not, and how many were.
    private(set) var torn = 0
    private(set) var foundTorn = 0
    /// Passages of which nothing is left, which must not be found.
    private(set) var gone = 0
    private(set) var wrong: [String] = []
    /// Those that were not found in their place, in words.
    private(set) var missed: [String] = []

    private static let passagesOfAnEdit = 8

    var summary: String {
        "whole \(foundWhole)/\(whole), changed by up to 15 % \(foundChanged)/\(changed), by more \(foundTorn)/\(torn), gone \(gone), wrong \(wrong.count)"
    }

    mutating func edit(_ texts: [String], seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = texts[Int(seed) % texts.count]
        let foreign = texts[(Int(seed) + 1) % texts.count].components(separatedBy: "\n\n")
        let bytes = Array(text.utf8)
        let passages = (0..<Self.passagesOfAnEdit).map { _ in Self.passage(of: bytes, &random) }
        var edited = EditedText(text, seed: seed)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let edit = EditedText.Edit.allCases.randomElement(using: &random) ?? .reflow
            edited.apply(edit, strength: Double.random(in: 0.02...0.2, using: &random), foreign: foreign)
        }
        let finder = AnchorFinder(edited.text)
        for passage in passages {
            let anchor = Anchor(passage, in: text)
            judge(finder.locate(anchor), anchor, edited.fate(of: passage), in: edited.text, seed)
        }
        remove(passages[0], from: text, edited, seed)
    }

    /// The same edit, and the paragraph of the passage taken out: what says the same elsewhere must not be taken for it.
    private mutating func remove(_ passage: Range<Int>, from text: String, _ edited: EditedText, _ seed: UInt64) {
        let left = edited.without(passage).text
        gone += 1
        if let found = Anchor(passage, in: text).locate(in: left) { note(found, Anchor(passage, in: text), nil, in: left, seed) }
    }

    private mutating func judge(
        _ found: Range<Int>?, _ anchor: Anchor, _ fate: (range: Range<Int>, left: Int, isWhole: Bool)?, in text: String, _ seed: UInt64
    ) {
        let length = anchor.end - anchor.start
        guard let fate, fate.left * 4 >= length else {
            gone += 1
            if let found, overlap(found, fate?.range) == 0 { note(found, anchor, nil, in: text, seed) }
            return
        }
        let common = overlap(found, fate.range)
        let union = (found?.count ?? 0) + fate.range.count - common
        if let found, common * 2 < min(found.count, fate.range.count) { note(found, anchor, fate.range, in: text, seed) }
        // What straight quotation marks left of a curly one is shorter, and no change.
        let put = fate.range.count - fate.left
        if fate.isWhole || Self.straightened(anchor.quote) == Self.straightened(Self.part(fate.range, of: text)) {
            whole += 1
            if found == fate.range { foundWhole += 1 } else { miss(found, anchor, fate.range, in: text, seed) }
        } else if Double(length - fate.left + put) <= 0.15 * Double(length) {
            changed += 1
            if common * 5 >= union * 4 { foundChanged += 1 } else { miss(found, anchor, fate.range, in: text, seed) }
        } else {
            torn += 1
            if found != nil { foundTorn += 1 }
        }
    }

    private mutating func note(_ found: Range<Int>, _ anchor: Anchor, _ place: Range<Int>?, in text: String, _ seed: UInt64) {
        wrong.append("\(seed): «\(anchor.quote)» found as «\(Self.part(found, of: text))», was \(place.map { Self.part($0, of: text) } ?? "gone")")
    }

    private mutating func miss(_ found: Range<Int>?, _ anchor: Anchor, _ place: Range<Int>, in text: String, _ seed: UInt64) {
        missed.append("\(seed): «\(anchor.quote)» found as «\(found.map { Self.part($0, of: text) } ?? "")», was \(Self.part(place, of: text))")
    }

    private func overlap(_ one: Range<Int>?, _ other: Range<Int>?) -> Int {
        guard let one, let other else { return 0 }
        return one.clamped(to: other).count
    }

    private static func part(_ range: Range<Int>, of text: String) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    private static func straightened(_ text: String) -> String {
        var text = text
        for (curly, straight) in [("’", "'"), ("‘", "'"), ("“", "\""), ("”", "\""), ("–", "-"), ("—", "-"), ("\n", " ")] {
            text = text.replacingOccurrences(of: curly, with: straight)
        }
        return text
    }

    /// A sentence, a paragraph, or some words.
    private static func passage(of bytes: [UInt8], _ random: inout SplitMix64) -> Range<Int> {
        while true {
            let place = Int.random(in: bytes.indices, using: &random)
            let range = switch Int.random(in: 0..<10, using: &random) {
            case 0..<5: stretch(around: place, in: bytes) { $0 == UInt8(ascii: ".") || $0 == 0x0A }
            case 5..<7: stretch(around: place, in: bytes) { $0 == 0x0A }
            default: words(from: place, Int.random(in: 3...9, using: &random), in: bytes)
            }
            if range.count >= 12 { return range }
        }
    }

    private static func stretch(around place: Int, in bytes: [UInt8], _ isEnd: (UInt8) -> Bool) -> Range<Int> {
        var start = bytes[..<place].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(where: isEnd).map { bytes[$0] == 0x0A ? $0 : $0 + 1 } ?? bytes.count
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
        return start..<max(start, end)
    }

    private static func words(from place: Int, _ count: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = bytes[..<place].lastIndex { $0 == 0x20 || $0 == 0x0A }.map { $0 + 1 } ?? 0
        var end = start
        for _ in 0..<count {
            end = bytes[min(end + 1, bytes.count)...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? bytes.count
            if end == bytes.count || bytes[end] == 0x0A { break }
        }
        return start..<end
    }
}
