import CDigest

/// Makes a ``ContentHash`` of bytes that come in pieces: the same as of all of them in one.
public struct ContentHasher {
    private var context = SHA256_CTX()

    public init() { SHA256Init(&context) }

    /// Takes in what comes next. Linear.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        SHA256Update(&context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// The digest of what came. Nothing is to follow it.
    public mutating func finish() -> ContentHash {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        return ContentHash(digest: digest)
    }
}
