import CStemmer

/// A Snowball stemmer. The only file that calls libstemmer. Used by one thread at a time.
final class Stemmer {
    private let handle: OpaquePointer

    /// `nil` for a language without an algorithm.
    init?(_ language: Language) {
        guard let algorithm = language.algorithm, let handle = sb_stemmer_new(algorithm, nil) else { return nil }
        self.handle = handle
    }

    deinit {
        sb_stemmer_delete(handle)
    }

    /// Calls `body` with the stem of `word`, which is folded, valid UTF-8.
    func withStem<Result>(of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else { return body(word) }
        let length = Int(sb_stemmer_length(handle))
        return body(length == 0 ? word : UnsafeBufferPointer(start: stem, count: length))
    }
}
