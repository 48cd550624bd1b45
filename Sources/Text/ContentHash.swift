import CDigest

/// A SHA-256 digest (FIPS 180-4), by which equal content is recognised.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    /// The 64 lower-case hexadecimal digits of the digest.
    public let hexadecimal: String

    /// The digest of `bytes`. Linear in their number.
    public init(of bytes: UnsafeRawBufferPointer) {
        var context = SHA256_CTX()
        SHA256Init(&context)
        SHA256Update(&context, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256Final(&digest, &context)
        hexadecimal = Self.hexadecimal(digest)
    }

    init(digest: [UInt8]) { hexadecimal = Self.hexadecimal(digest) }

    /// The digest of `text` as UTF-8.
    public init(of text: String) {
        var text = text
        self = text.withUTF8 { ContentHash(of: UnsafeRawBufferPointer($0)) }
    }

    public var description: String { hexadecimal }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: digest.count * 2) { buffer in
            for (index, byte) in digest.enumerated() {
                buffer[2 * index] = digits[Int(byte >> 4)]
                buffer[2 * index + 1] = digits[Int(byte & 15)]
            }
            return digest.count * 2
        }
    }
}
