/// Bytes with faults put into them, from a source of randomness.
public struct Mutation {
    private let seeds: [[UInt8]]
    private static let odd: [[UInt8]] =
        [
            "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]>", "&a;", "&#0;", "&#x10FFFF;", "\"", "'",
            "{", "}", "[", "]", "\\u0000", "\\ud800", ":", ",", "\r", "\n\n", "\nFrom x\n", "From: ", "Content-Type: multipart/mixed; boundary=a\n\n--a\n",
            "=?utf-8?B?", "?=", "TY  - ", "@article{", "javascript:", "data:", "\u{202E}", "\u{FEFF}", "../../", "%00", "-1", "99999999999999999999",
            "PK\u{3}\u{4}", "1970-01-01", "<table><td>", "| a | b |\n|-|-|\n", "> > > > ", "```\n", "---\n",
        ].map { Array($0.utf8) } + [[0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0]]

    /// `seeds` are what parts of others are taken from, too.
    public init(seeds: [[UInt8]]) { self.seeds = seeds }

    /// A seed with one to eight places changed: bytes replaced, taken out, doubled, cut off, or odd ones put in.
    public func next(_ random: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = seeds.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...8, using: &random) { change(&bytes, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout some RandomNumberGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        case 4: bytes = Array(bytes[..<place])
        case 5:
            let piece = Self.odd.randomElement(using: &random) ?? []
            bytes.insert(contentsOf: (0..<Int.random(in: 2...100, using: &random)).flatMap { _ in piece }, at: place)
        case 6:
            let other = seeds.randomElement(using: &random) ?? []
            guard !other.isEmpty else { return }
            let start = Int.random(in: 0..<other.count, using: &random)
            bytes.insert(contentsOf: other[start..<min(other.count, start + Int.random(in: 1...400, using: &random))], at: place)
        default: bytes.insert(contentsOf: Self.odd.randomElement(using: &random) ?? [], at: place)
        }
    }
}
