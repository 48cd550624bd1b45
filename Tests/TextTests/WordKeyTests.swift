import TestSupport
import Testing

@testable import Text

/// What is found of a word eight bytes at a time is what is found byte by byte.
@Suite struct WordKeyTests {
    private func check(_ word: [UInt8], padding: Int) {
        let text = word + Array(repeating: UInt8(ascii: "Z"), count: padding)
        text.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            let key = WordKey(base, count: word.count, rest: text.count)
            var writing = Writing()
            for byte in word { writing.add(byte) }
            #expect(key.flags == writing.flags && key.hasComma == writing.hasComma, "\(word)")
            let folded = word.map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }
            let bytes = (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? key.low : key.high) >> UInt64(8 * ($0 % 8))) }
            #expect(bytes == folded + Array(repeating: 0, count: 16 - word.count), "\(word)")
        }
    }

    @Test func everyByteInEveryPlace() {
        for byte in UInt8(0)..<128 {
            for place in 0..<16 {
                var word = Array("aBcdefgHijklmn0P".utf8)
                word[place] = byte
                for padding in [0, 20] { check(word, padding: padding) }
            }
        }
    }

    @Test func shortWords() {
        for word in strings(over: ["a", "Z", "7", ",", "'"], upTo: 4) where !word.isEmpty {
            for padding in [0, 3, 20] { check(Array(word.utf8), padding: padding) }
        }
    }

    @Test func randomWordsOfEveryLength() {
        var random = SplitMix64(seed: 5)
        let letters = Array("abyzABYZ059,'.-".utf8)
        for _ in 0..<2_000 {
            let count = Int.random(in: 1...16, using: &random)
            let isUpper = Bool.random(using: &random)
            let word = (0..<count).map { _ in letters[Int.random(in: isUpper ? 4..<8 : 0..<letters.count, using: &random)] }
            check(word, padding: Int.random(in: 0...20, using: &random))
        }
    }

    /// The table finds by words of eight bytes what it was given as bytes.
    @Test func theTableFindsThemBothWays() {
        var table = TermTable()
        var random = SplitMix64(seed: 6)
        let letters = Array("abc".utf8)
        for round in 0..<3_000 {
            let word = (0..<Int.random(in: 1...16, using: &random)).map { _ in letters[Int.random(in: 0..<3, using: &random)] }
            word.withUnsafeBufferPointer { word in
                guard let base = word.baseAddress else { return }
                let key = WordKey(base, count: word.count, rest: word.count)
                let hash = TermTable.hash(key.low, key.high, word.count)
                let before = table.number(of: word)
                let known = table.entry(key.low, key.high, count: word.count, hash: hash)
                #expect(known?.number == before)
                let number = table.intern(word)
                #expect(before == nil || before == number)
                table.setValue(UInt32(round), of: word)
                let entry = table.entry(key.low, key.high, count: word.count, hash: hash)
                #expect(entry?.number == number && entry?.value == UInt32(round))
                let isSame = table.withBytes(number) { $0.elementsEqual(word) }
                #expect(isSame)
            }
        }
    }
}
