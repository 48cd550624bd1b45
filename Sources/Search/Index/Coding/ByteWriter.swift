/// Bytes that grow, reached without checks.
struct ByteWriter: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 256) {
        self.capacity = max(16, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Valid until the next change.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    mutating func removeAll() { count = 0 }

    @inline(never)
    private mutating func grow(to needed: Int) {
        var larger = capacity * 2
        while larger < needed { larger *= 2 }
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(to: count + more) }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        UnsafeMutableRawPointer(base + count).copyMemory(from: start, byteCount: bytes.count)
        count += bytes.count
    }

    /// Makes room for `length` bytes, which the caller fills, and for `slack` more, which are written over later.
    mutating func appendGap(_ length: Int, slack: Int) -> UnsafeMutablePointer<UInt8> {
        reserve(length + slack)
        count += length
        return base + (count - length)
    }

    /// Little-endian.
    @inline(__always)
    mutating func append<Number: FixedWidthInteger>(number: Number) {
        reserve(MemoryLayout<Number>.size)
        UnsafeMutableRawPointer(base + count).storeBytes(of: number.littleEndian, as: Number.self)
        count += MemoryLayout<Number>.size
    }

    /// Seven bits a byte, the lowest first; the top bit says that more follow.
    @inline(__always)
    mutating func append(varint value: UInt64) {
        reserve(10)
        var value = value
        while value >= 0x80 {
            base[count] = UInt8(truncatingIfNeeded: value) | 0x80
            count += 1
            value >>= 7
        }
        base[count] = UInt8(truncatingIfNeeded: value)
        count += 1
    }

    /// Small for numbers near 0 of either sign.
    mutating func append(signedVarint value: Int64) {
        append(varint: UInt64(bitPattern: value << 1 ^ value >> 63))
    }
}

/// Reads what ``ByteWriter`` wrote. Past the end it reads zeros and says so in ``isDamaged``; it never reads outside.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int
    private(set) var isDamaged = false

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
        if offset < 0 || offset > bytes.count {
            self.offset = bytes.count
            isDamaged = true
        }
    }

    var remaining: Int { bytes.count - offset }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard offset < bytes.count else {
            isDamaged = true
            return 0
        }
        offset += 1
        return bytes[offset - 1]
    }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number {
        guard remaining >= MemoryLayout<Number>.size else {
            isDamaged = true
            offset = bytes.count
            return 0
        }
        offset += MemoryLayout<Number>.size
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset - MemoryLayout<Number>.size, as: Number.self))
    }

    @inline(__always)
    mutating func varint() -> UInt64 {
        let first = byte()
        if first < 0x80 { return UInt64(first) }
        return longVarint(UInt64(first & 0x7F))
    }

    private mutating func longVarint(_ low: UInt64) -> UInt64 {
        var value = low
        var shift: UInt64 = 7
        while shift < 64 {
            let next = byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
        isDamaged = true
        return value
    }

    mutating func signedVarint() -> Int64 {
        let value = varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// The next `count` bytes; fewer, and damage, where there are not so many.
    mutating func take(_ count: Int) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= remaining else {
            isDamaged = true
            offset = bytes.count
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        offset += count
        return UnsafeRawBufferPointer(rebasing: bytes[(offset - count)..<offset])
    }
}
