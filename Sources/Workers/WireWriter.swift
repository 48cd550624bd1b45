/// Writes values one behind the other: numbers as they grow (LEB128), texts as their length and their UTF-8.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func write(byte: UInt8) { bytes.append(byte) }

    /// Not negative.
    mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Zigzag: small numbers of either sign are short.
    mutating func write(signed number: Int) { write((number << 1) ^ (number >> 63)) }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 {
            write($0.count)
            bytes.append(contentsOf: $0)
        }
    }

    mutating func write(_ text: String?) {
        write(byte: text == nil ? 0 : 1)
        if let text { write(text) }
    }

    mutating func write(_ texts: [String]) {
        write(texts.count)
        for text in texts { write(text) }
    }

    mutating func write(raw: some Collection<UInt8>) {
        write(raw.count)
        bytes.append(contentsOf: raw)
    }
}

/// What was received is not what is ever sent.
struct WireFault: Error, Hashable {}

/// Reads what a ``WireWriter`` wrote, and trusts nothing: who wrote it may have been taken over by a hostile file.
struct WireReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// `bytes` must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var rest: Int { bytes.count - position }

    mutating func byte() throws(WireFault) -> UInt8 {
        guard position < bytes.count else { throw WireFault() }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(WireFault) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 63 else { throw WireFault() }
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        guard let number = Int(exactly: value) else { throw WireFault() }
        return number
    }

    mutating func signedNumber() throws(WireFault) -> Int {
        let number = try number()
        return (number >> 1) ^ -(number & 1)
    }

    /// A number of things of which each takes at least `size` bytes, so that no more are made room for than there can be.
    mutating func count(of size: Int = 1) throws(WireFault) -> Int {
        let count = try number()
        guard count <= rest / size else { throw WireFault() }
        return count
    }

    mutating func raw() throws(WireFault) -> UnsafeRawBufferPointer {
        let count = try count()
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }

    /// What is no UTF-8 is repaired.
    mutating func text() throws(WireFault) -> String { String(decoding: try raw(), as: UTF8.self) }

    mutating func optionalText() throws(WireFault) -> String? { try byte() == 0 ? nil : try text() }

    mutating func texts() throws(WireFault) -> [String] {
        let count = try count()
        var texts: [String] = []
        texts.reserveCapacity(count)
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    /// All that is left, which is then read.
    mutating func remainder() -> UnsafeRawBufferPointer {
        defer { position = bytes.count }
        return UnsafeRawBufferPointer(rebasing: bytes[position...])
    }

    func end() throws(WireFault) { guard rest == 0 else { throw WireFault() } }
}
