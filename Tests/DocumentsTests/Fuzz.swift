import Articles
import Formats
import TestSupport
import Testing
import Text

/// Files with faults put into them from a seed, and what has to be true of whatever is read of them.
enum Fuzz {
    /// Sizes and numbers in full, as long tests have them.
    static let isSoak = Soak.isOn

    static func mutated(_ bytes: [UInt8], pieces: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0, 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 4: bytes = Array(bytes[..<place])
            default: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
            }
        }
        return bytes
    }

    /// Reads all of it; what is no article is an error with a sentence. Answers how many articles there were.
    @discardableResult
    static func check(_ hint: String, _ read: () throws(FormatError) -> Readings) -> Int {
        var count = 0
        do throws(FormatError) {
            for result in try read() {
                switch result {
                case .success(let reading):
                    count += 1
                    checkArticle(reading.article, hint)
                case .failure(let error): #expect(!error.message.isEmpty, "\(hint)")
                }
            }
        } catch {
            #expect(!error.message.isEmpty, "\(hint)")
        }
        return count
    }

    private static func checkArticle(_ article: Article, _ hint: String) {
        #expect(!article.title.isEmpty && article.title.utf8.count <= 1_000, "\(hint)")
        for block in article.blocks {
            #expect(block.text.utf8.count <= 64 << 10, "\(hint)")
            for span in block.spans {
                #expect(span.start < span.end && span.end <= block.text.utf8.count, "\(hint)")
                if let target = span.target, span.kind == .link {
                    #expect(["http:", "https:", "mailto:"].contains { target.lowercased().hasPrefix($0) }, "\(hint) \(target)")
                }
            }
        }
    }
}
