import TestSupport

/// A text that is edited at random, and knows where each byte came from: so what became of a passage is known, not guessed.
struct EditedText {
    /// What is done to a text.
    enum Edit: CaseIterable {
        case changeWords, changeLetters, moveParagraphs, insertParagraphs, removeParagraphs, removeSentences, reflow, straighten
    }

    /// A byte with its place in the original; -1 for one that was put in.
    private struct Byte {
        var value: UInt8
        var origin: Int

        init(_ value: UInt8, _ origin: Int = -1) {
            self.value = value
            self.origin = origin
        }
    }

    private var paragraphs: [[Byte]]
    private var random: SplitMix64

    init(_ text: String, seed: UInt64) {
        random = SplitMix64(seed: seed)
        paragraphs = []
        var paragraph: [Byte] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
                paragraphs.append(paragraph)
                paragraph = []
            } else if byte != 0x0A || !paragraph.isEmpty {
                paragraph.append(Byte(byte, index))
            }
        }
        paragraphs.append(paragraph)
    }

    private var all: [Byte] { Array(paragraphs.joined(separator: [Byte(0x0A), Byte(0x0A)])) }

    var text: String { String(decoding: all.map(\.value), as: UTF8.self) }

    /// What is left of a passage of the original: where it stands from its first byte that is left to its last, and how many
    /// are left. `isWhole` where nothing was put in between, and nothing taken out.
    func fate(of range: Range<Int>) -> (range: Range<Int>, left: Int, isWhole: Bool)? {
        let bytes = all
        let here = bytes.indices.filter { range.contains(bytes[$0].origin) }
        guard let first = here.first, let last = here.last else { return nil }
        return (first..<(last + 1), here.count, here.count == range.count && last + 1 - first == range.count)
    }

    /// Without the paragraphs that anything of a passage is left in.
    func without(_ range: Range<Int>) -> EditedText {
        var rest = self
        rest.paragraphs.removeAll { $0.contains { range.contains($0.origin) } }
        return rest
    }

    mutating func apply(_ edit: Edit, strength: Double, foreign: [String]) {
        switch edit {
        case .changeWords: changeWords(strength)
        case .changeLetters: changeLetters(strength)
        case .moveParagraphs:
            for _ in 0..<3 {
                let moved = paragraphs.remove(at: pick(paragraphs.count))
                paragraphs.insert(moved, at: pick(paragraphs.count + 1))
            }
        case .insertParagraphs:
            for _ in 0..<3 { paragraphs.insert(fresh(foreign[pick(foreign.count)]), at: pick(paragraphs.count + 1)) }
        case .removeParagraphs:
            for _ in 0..<max(1, paragraphs.count / 6) where paragraphs.count > 2 { paragraphs.remove(at: pick(paragraphs.count)) }
        case .removeSentences: removeSentences(strength)
        case .reflow: reflow()
        case .straighten: straighten()
        }
    }

    private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }

    private func fresh(_ text: String) -> [Byte] { text.utf8.map { Byte($0) } }

    private static let words = ["however", "court", "in", "several", "prosecutors", "data", "state", "of", "reform", "a", "newly", "under"]

    private mutating func changeWords(_ part: Double) {
        for index in paragraphs.indices {
            let words = paragraphs[index].split(omittingEmptySubsequences: false) { $0.value == 0x20 }
            var changed: [[Byte]] = []
            for word in words {
                guard chance(part) else {
                    changed.append(Array(word))
                    continue
                }
                switch pick(3) {
                case 0: break
                case 1: changed.append(fresh(Self.words[pick(Self.words.count)]))
                default: changed += [fresh(Self.words[pick(Self.words.count)]), Array(word)]
                }
            }
            paragraphs[index] = Array(changed.joined(separator: [Byte(0x20, -2)]))
            restoreBlanks(&paragraphs[index])
        }
    }

    /// A blank beside a word that is still there is the old one.
    private func restoreBlanks(_ bytes: inout [Byte]) {
        for index in bytes.indices where bytes[index].origin == -2 {
            let before = index > 0 ? bytes[index - 1].origin : -1
            bytes[index].origin = before >= 0 ? before + 1 : -1
        }
    }

    private mutating func changeLetters(_ part: Double) {
        for index in paragraphs.indices {
            for place in paragraphs[index].indices where paragraphs[index][place].value < 0x80 && chance(part) {
                paragraphs[index][place] = Byte(UInt8(ascii: "a") + UInt8(pick(26)))
            }
        }
    }

    private mutating func removeSentences(_ part: Double) {
        for index in paragraphs.indices {
            var kept: [Byte] = []
            var sentence: [Byte] = []
            for byte in paragraphs[index] {
                sentence.append(byte)
                guard byte.value == UInt8(ascii: ".") else { continue }
                if !chance(part) { kept += sentence }
                sentence = []
            }
            paragraphs[index] = kept + sentence
        }
        paragraphs.removeAll(where: \.isEmpty)
    }

    private mutating func reflow() {
        var column = 0
        for index in paragraphs.indices {
            for place in paragraphs[index].indices {
                column += 1
                guard paragraphs[index][place].value == 0x20, column > 60 else { continue }
                paragraphs[index][place].value = 0x0A
                column = 0
            }
        }
    }

    private mutating func straighten() {
        for index in paragraphs.indices {
            var changed: [Byte] = []
            var bytes = paragraphs[index][...]
            while let byte = bytes.popFirst() {
                // U+2018 to U+201F, U+2013 and U+2014: E2 80 98…9F, 93, 94.
                let next = bytes.prefix(2).map(\.value)
                if byte.value == 0xE2, next.count == 2, next[0] == 0x80, (0x93...0x9F).contains(next[1]) {
                    let straight: UInt8 = next[1] < 0x98 ? 0x2D : next[1] < 0x9C ? 0x27 : 0x22
                    changed.append(Byte(straight, byte.origin))
                    bytes = bytes.dropFirst(2)
                } else {
                    changed.append(byte)
                }
            }
            paragraphs[index] = changed
        }
    }
}
