/// Takes from bytes what ``BinaryWriter`` put into them. Bytes that end early or name a length beyond their end are damage.
struct BinaryReader {
    struct Damage: Error, Hashable {}

    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(Damage) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        throw Damage()
    }

    /// A number of things that take at least a byte each.
    mutating func count() throws(Damage) -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.count - position else { throw Damage() }
        return count
    }

    mutating func double() throws(Damage) -> Double {
        guard bytes.count - position >= 8 else { throw Damage() }
        var bits: UInt64 = 0
        for index in 0..<8 { bits |= UInt64(bytes[position + index]) << UInt64(8 * index) }
        position += 8
        return Double(bitPattern: bits)
    }

    mutating func text() throws(Damage) -> String {
        let count = try count()
        defer { position += count }
        return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
    }

    mutating func optionalText() throws(Damage) -> String? {
        try number() == 0 ? nil : try text()
    }
}
