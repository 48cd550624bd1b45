import Corpus
import Glibc

/// Articles on their way through a pipe: a line `number date titleBytes deckBytes bodyBytes publisher` and the bytes, so that
/// a script reads them as fast as we do. The end of the stream is its end.
enum ArticleStream {
    static func bytes(of article: CorpusArticle) -> [UInt8] {
        let head = "\(article.number) \(article.date) \(article.title.count) \(article.deck.count) \(article.body.count) \(article.publisher)\n"
        return Array(head.utf8) + article.title + article.deck + article.body
    }
}

/// Reads articles from standard input.
final class ArticleStreamReader {
    private static let chunk = 1 << 18

    private var buffer: [UInt8] = []
    private var position = 0
    private let descriptor: Int32

    init(descriptor: Int32 = 0) { self.descriptor = descriptor }

    /// Nothing at the end of the stream.
    func next() throws -> CorpusArticle? {
        guard let head = try line() else { return nil }
        let parts = head.split(separator: " ", maxSplits: 5)
        guard parts.count == 6, let number = Int(parts[0]), let date = Int64(parts[1]), let title = Int(parts[2]),
            let deck = Int(parts[3]), let body = Int(parts[4])
        else { throw BrokenStream() }
        return CorpusArticle(
            number: number, date: date, publisher: String(parts[5]),
            title: try bytes(title), deck: try bytes(deck), body: try bytes(body))
    }

    private func line() throws -> String? {
        while true {
            if let end = buffer[position...].firstIndex(of: 10) {
                defer { position = end + 1 }
                return String(decoding: buffer[position..<end], as: UTF8.self)
            }
            guard try fill() else {
                guard position == buffer.count else { throw BrokenStream() }
                return nil
            }
        }
    }

    private func bytes(_ count: Int) throws -> [UInt8] {
        while buffer.count - position < count { guard try fill() else { throw BrokenStream() } }
        defer { position += count }
        return Array(buffer[position..<position + count])
    }

    private func fill() throws -> Bool {
        if position > 0 {
            buffer.removeSubrange(..<position)
            position = 0
        }
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.unsafelyUnwrapped + start, Self.chunk) }
        buffer.removeSubrange((start + max(count, 0))...)
        guard count >= 0 else { throw BrokenStream() }
        return count > 0
    }
}

/// The stream of articles ended in the middle of one.
struct BrokenStream: Error {}
